import Foundation
import Operations
import Outreach
import Testing

@testable import Office
@testable import Storage

/// An older copy of the database in the place of the newer one is known by the log, whoever made the log longer.
struct OlderDatabaseTests {
    private func copy(_ from: URL, to target: URL) throws {
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: target.path + suffix) }
        for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: from.path + suffix) {
            try FileManager.default.copyItem(atPath: from.path + suffix, toPath: target.path + suffix)
        }
    }

    @Test func `what went out is not sent again from a database of before`() async throws {
        let receiver = try LoopbackReceiver { _, _ in 200 }
        defer { receiver.stop() }
        try await Office.open(port: receiver.port) { office in
            let post = try await office.approved()
            let database = WorkspaceFolder(root: office.folder).databaseFile
            let before = office.folder.appending(path: "before.db")
            try office.workspace.close()
            try copy(database, to: before)
            let sending = try await office.reopened()
            try sending.turn(to: "2026-06-01 08:00")
            #expect(try await sending.workspace.deliver(.once, wait: { _ in }).posted == 1)
            try sending.workspace.close()
            try copy(before, to: database)
            let older = try await office.reopened()
            #expect(try await older.post(post).state == .approved)
            await #expect(throws: PublishingError.notThisInstance) {
                try await older.workspace.deliver(.once, wait: { _ in })
            }
            #expect(receiver.requests.count == 1)
            #expect(try await older.workspace.verifyAudit().problem != nil)
        }
    }

    @Test func `a link into an account is not made unseen`() async throws {
        try await Office.open { office in
            let database = WorkspaceFolder(root: office.folder).databaseFile
            let before = office.folder.appending(path: "before.db")
            try office.workspace.close()
            try copy(database, to: before)
            let again = try await office.reopened()
            _ = try await again.workspace.makeLogInLink(for: try slug("lan"), as: try office.user("admin"))
            try again.workspace.close()
            try copy(before, to: database)
            #expect(try await office.reopened().workspace.verifyAudit().problem != nil)
        }
    }
}
