import Delivery
import Outreach
import Testing

@testable import Office
@testable import Operations
@testable import Storage

/// Why a post has not gone out.
struct PostExplanationTests {
    private func reasons(_ post: Post, in office: Office) async throws -> [String] {
        try await office.workspace.explainPost(post.id.description, as: .program).reasons.map(\.english)
    }

    @Test func `a post that is not due says so, and a due one that nobody sends says that`() async throws {
        try await Office.open { office in
            let post = try await office.approved()
            #expect(try await reasons(post, in: office) == ["Its moment has not come: 08:00 · 01/06/2026."])
            try office.turn(to: "2026-06-01 08:01")
            let late = try await office.workspace.explainPost(post.id.description, as: .program)
            #expect(late.isOverdue && late.lastAttempt == nil)
            #expect(
                late.reasons.map(\.english) == [
                    "No process is sending: what falls due waits. Have “loa serve” or “loa deliver” run on the server."
                ])
        }
    }

    @Test func `holds, a channel switched off and a missing secret are named together`() async throws {
        try await Office.open { office in
            let post = try await office.approved()
            try office.turn(to: "2026-06-01 08:01")
            _ = try await office.workspace.hold(
                .unit(try slug("east")), reason: "Kiểm tra lại", as: try office.user("minh"), mode: .perform)
            _ = try await office.workspace.disableChannel(
                try slug("page"), reason: "Đổi trang", as: try office.user("admin"), mode: .perform)
            let without = try await office.reopened(secrets: [:])
            let found = try await reasons(post, in: without)
            #expect(found.count == 4, "\(found)")
            #expect(found[0].contains("Kiểm tra lại") && found[0].contains("minh"))
            #expect(found[1].contains("Đổi trang"))
            #expect(found[2].contains("page.token"))
            #expect(found[3].contains("secret"))
        }
    }

    @Test func `a post whose time is over, one that waits for opening hours and one by hand`() async throws {
        try await Office.open { office in
            let (page, night) = (
                try await office.approved(), try await office.approved(on: "office", at: "2026-06-01 16:30")
            )
            let hand = try await office.approved(on: "speakers", at: "2026-06-01 09:00")
            try office.turn(to: "2026-06-01 18:00")
            #expect(try await reasons(page, in: office)[0].hasPrefix("Its last moment has passed"))
            #expect(try await reasons(night, in: office)[0].contains("outside its posting hours"))
            #expect(try await reasons(hand, in: office)[0].contains("posted to by hand"))
        }
    }

    @Test func `a post of a process that is gone says so, and one of a process that runs does not`() async throws {
        try await Office.open { office in
            let post = try await office.approved()
            try office.turn(to: "2026-06-01 08:00")
            #expect(try await office.claim().count == 1)
            let (workspace, lan) = (office.workspace, try office.user("lan"))
            let gone = try await workspace.explainPost(post.id.description, as: lan)
            #expect(gone.isStuck && !gone.isOverdue && gone.reasons.count == 1)
            #expect(gone.reasons[0].english.contains("stopped midway"))
            #expect(try await workspace.deliveryView(as: lan).stuck.map(\.post.id) == [post.id])
            #expect(try await workspace.deliveryView(as: try office.user("tay")).stuck.isEmpty)
            #expect(try await workspace.stuckPostsCheck().state == .attention)

            let lock = try DeliveryLock(WorkspaceFolder(root: office.folder))
            defer { withExtendedLifetime(lock) {} }
            let running = try await workspace.explainPost(post.id.description, as: lan)
            #expect(!running.isStuck && running.reasons[0].english.hasPrefix("Being sent at this moment"))
            #expect(try await workspace.stuckPostsCheck().state == .good)
            // Past its lease nobody sends it, whoever holds the right to.
            try office.turn(to: "2026-06-01 10:00")
            #expect(try await workspace.explainPost(post.id.description, as: lan).isStuck)
        }
    }

    @Test func `an unknown post tells what is known of its last attempt`() async throws {
        try await Office.open { office in
            let post = try await office.approved(on: "wall")
            try office.turn(to: "2026-06-01 08:00")
            _ = try await office.claim()
            _ = try await StoredOutbox(workspace: office.workspace).recover()
            let view = try await office.workspace.deliveryView(as: try office.user("lan"))
            #expect(view.unknown.map(\.post.id) == [post.id] && view.unknownCount == 1)
            #expect(view.unknown[0].lastAttempt?.outcome == "interrupted")
            #expect(view.unknown[0].lastAttempt?.bytesMayHaveLeft == true)
            #expect(view.overdue.isEmpty)
        }
    }

    @Test func `another unit's post is as if it did not exist`() async throws {
        try await Office.open { office in
            let post = try await office.approved()
            await #expect(throws: PublishingError.self) {
                try await office.workspace.explainPost(post.id.description, as: try office.user("tay"))
            }
            try office.turn(to: "2026-06-01 08:01")
            #expect(try await office.workspace.deliveryView(as: try office.user("tay")).overdueCount == 0)
            #expect(try await office.workspace.deliveryView(as: try office.user("lan")).overdueCount == 1)
        }
    }
}
