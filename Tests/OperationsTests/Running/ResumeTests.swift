import Foundation
import Outreach
import Testing

@testable import Delivery
@testable import Office
@testable import Operations
@testable import Storage

/// Sending goes on after a restore without sending anything a second time unasked.
struct ResumeTests {
    /// An office whose back-up was made before 08:00, in which posts went out at 08:00, as it is after the restore.
    private struct Restored {
        let office: Office
        /// By their channels: with a key, without a promise, by hand.
        let posts: [String: Post]
        let later: Post
    }

    private func restored(
        in office: Office, by put: (URL, Office) async throws -> Void
    ) async throws -> Restored {
        var posts: [String: Post] = [:]
        for channel in ["page", "wall", "speakers"] { posts[channel] = try await office.approved(on: channel) }
        let later = try await office.approved(at: "2026-06-02 08:00")
        let target = office.folder.appending(path: "backup")
        _ = try await office.workspace.backUp(to: target, as: try office.user("admin"))
        _ = try await office.draft(at: "2026-06-03 08:00")
        try office.turn(to: "2026-06-01 08:00")
        #expect(try await office.workspace.deliver(.once, wait: { _ in }).posted == 2)
        try office.workspace.close()
        try await put(target, office)
        return Restored(office: try await office.reopened(), posts: posts, later: later)
    }

    private func restore(_ target: URL, _ office: Office) async throws {
        _ = try await Workspace.restore(target, into: office.folder, as: try office.user("admin"))
    }

    /// What many do instead.
    private func copyOver(_ target: URL, _ office: Office) async throws {
        let database = WorkspaceFolder(root: office.folder).databaseFile
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: database.path + suffix) }
        try FileManager.default.copyItem(at: target.appending(path: "loa.db"), to: database)
    }

    private func keys(of receiver: LoopbackReceiver, _ path: String) -> [String?] {
        receiver.requests.filter { $0.lines.first?.contains(" \(path) ") == true }.map { $0.header("Idempotency-Key") }
    }

    @Test(arguments: [true, false])
    func `what may be out goes under its key, or waits for a person`(isRestored: Bool) async throws {
        let receiver = try LoopbackReceiver { _, _ in 200 }
        defer { receiver.stop() }
        try await Office.open(port: receiver.port) { first in
            let found = try await restored(in: first, by: isRestored ? restore : copyOver)
            let (office, admin) = (found.office, try first.user("admin"))
            await #expect(throws: PublishingError.notThisInstance) {
                try await office.workspace.deliver(.once, wait: { _ in })
            }
            let toSettle = Set(["wall", "speakers"].compactMap { found.posts[$0]?.id })
            let before = try await office.rows()
            for preview in [
                try await office.workspace.resumePreview(as: admin),
                try await office.workspace.resumeDelivery(as: admin, mode: .rehearse),
            ] {
                #expect(Set(preview.toSettle.map(\.id)) == toSettle)
                #expect(preview.repeated.map(\.channel) == [try slug("page")])
            }
            #expect(try await office.rows() == before)
            let report = try await office.workspace.resumeDelivery(as: admin, mode: .perform)
            #expect(Set(report.toSettle.map(\.id)) == toSettle && report.wordsToSettle.english.hasPrefix("2 posts"))
            #expect(try await office.workspace.deliver(.once, wait: { _ in }).posted == 1)
            #expect(keys(of: receiver, "/wall").count == 1)
            let keys = self.keys(of: receiver, "/page")
            #expect(keys.count == 2 && Set(keys).count == 1)
            for channel in ["wall", "speakers"] {
                let post = try await office.post(try #require(found.posts[channel]))
                #expect(post.state == .unknown && post.reason?.english.contains("back-up") == true)
            }
            #expect(try await office.post(found.later).state == .approved)
            // Once is enough.
            #expect(try await office.workspace.resumeDelivery(as: admin, mode: .perform).isEmpty)
            #expect(try await office.reopened().workspace.sendingStatus() == .nobody)
        }
    }

    @Test func `what had a key is unknown once its time is over`() async throws {
        let receiver = try LoopbackReceiver { _, _ in 200 }
        defer { receiver.stop() }
        try await Office.open(port: receiver.port) { first in
            let found = try await restored(in: first, by: restore)
            try first.turn(to: "2026-06-01 15:00")
            let report = try await found.office.workspace.resumeDelivery(
                as: try first.user("admin"), mode: .perform)
            #expect(Set(report.toSettle.map(\.id)) == Set(found.posts.values.map(\.id)) && report.repeated.isEmpty)
            #expect(try await found.office.workspace.deliver(.once, wait: { _ in }).attempts == 0)
        }
    }

    @Test func `what goes under its key again is in doubt, so that a probe would be asked first`() async throws {
        let receiver = try LoopbackReceiver { _, _ in 200 }
        defer { receiver.stop() }
        try await Office.open(port: receiver.port) { first in
            let found = try await restored(in: first, by: restore)
            let page = try #require(found.posts["page"])
            _ = try await found.office.workspace.resumeDelivery(as: try first.user("admin"), mode: .perform)
            let dropped = try await found.office.review(page, .cancel, by: "lan", mode: .rehearse)
            #expect(dropped.state == .unknown)
            let envelope = try #require(try await found.office.claim().first)
            #expect(envelope.isInDoubt && envelope.attempt == 2 && envelope.values.key == page.id.description)
            let attempts = try await found.office.workspace.post(page.id.description, as: .program).attempts
            #expect(attempts.map(\.outcome) == [AttemptRecord.restored, nil])
        }
    }

    @Test func `what was over before the back-up, or is yet to come, is left alone`() async throws {
        try await Office.open { office in
            let over = try await office.approved(on: "wall", at: "2026-05-20 09:00")
            try office.turn(to: "2026-05-31 08:00")
            let coming = try await office.approved(on: "wall")
            let target = office.folder.appending(path: "backup")
            _ = try await office.workspace.backUp(to: target, as: try office.user("admin"))
            try office.workspace.close()
            try await restore(target, office)
            let restored = try await office.reopened()
            let report = try await restored.workspace.resumeDelivery(as: try office.user("admin"), mode: .perform)
            #expect(report.isEmpty && report.knownUntil == office.clock.source.now)
            for post in [over, coming] { #expect(try await restored.post(post).state == .approved) }
        }
    }

    @Test func `where nothing was restored nothing is set aside`() async throws {
        try await Office.open { office in
            let post = try await office.approved(on: "wall")
            try office.turn(to: "2026-06-01 08:00")
            let report = try await office.workspace.resumeDelivery(as: try office.user("admin"), mode: .perform)
            #expect(report.isEmpty && report.knownUntil == nil)
            #expect(try await office.claim().map(\.post) == [post.id])
        }
    }
}
