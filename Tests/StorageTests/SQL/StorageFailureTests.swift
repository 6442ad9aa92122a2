import Foundation
import Outreach
import Testing

@testable import Storage

/// How SQLite's refusals reach a person.
struct StorageFailureTests {
    @Test func `a full disk takes the change back and says so`() async throws {
        try await StorageFixture.inFolder { folder in
            let database = try Database(file: folder.appending(path: "loa.db"))
            let pages = try await database.read { try $0.queryOne("PRAGMA page_count")?.integer("page_count") ?? 0 }
            // SQLite answers as on a full disk once the file may not grow.
            try await database.write { _ = try $0.query("PRAGMA max_page_count = \(pages)") }
            await #expect(throws: StorageError.diskFull) {
                try await database.write { tx in
                    for number in 1...100 {
                        try tx.setWorkspaceValue("\(number)", to: String(repeating: "x", count: 4096))
                    }
                }
            }
            #expect(try await database.count("workspace") == 0)
            #expect(StorageError.diskFull.kind == .tryAgain)
        }
    }

    @Test func `a database that may only be read says which one`() async throws {
        try await StorageFixture.inFolder { folder in
            let file = folder.appending(path: "loa.db")
            let database = try Database(file: file)
            try await database.write { try $0.setWorkspaceValue("name", to: "before") }
            await #expect(throws: StorageError.readOnly(path: file.path)) {
                try await database.write { tx in
                    _ = try tx.query("PRAGMA query_only = ON")
                    try tx.setWorkspaceValue("name", to: "after")
                }
            }
            #expect(try await database.read { try $0.workspaceValue("name") } == "before")
        }
    }

    @Test(.enabled(if: geteuid() != 0, "the superuser may write everywhere"))
    func `a file without the right to write is read-only`() async throws {
        try await StorageFixture.inFolder { folder in
            let file = folder.appending(path: "loa.db")
            _ = try Database(file: file)
            try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: file.path)
            await #expect(throws: StorageError.readOnly(path: file.path)) {
                try await Database(file: file).write { try $0.setWorkspaceValue("name", to: "x") }
            }
        }
    }

    @Test func `while another holds the write lock the change is refused, readers go on, and later it works`()
        async throws
    {
        try await StorageFixture.inFolder { folder in
            let file = folder.appending(path: "loa.db")
            let (holder, other) = (try Database(file: file), try Database(file: file))
            try await holder.write { try $0.setWorkspaceValue("name", to: "before") }
            // Not to wait the five seconds it would take.
            try await other.write { _ = try $0.query("PRAGMA busy_timeout = 0") }
            let (locked, announce) = AsyncStream.makeStream(of: Void.self)
            let release = DispatchSemaphore(value: 0)
            async let holding: Void = holder.write { tx in
                try tx.setWorkspaceValue("name", to: "during")
                announce.yield()
                release.wait()
            }
            for await _ in locked.prefix(1) {}
            await #expect(throws: StorageError.busy) {
                try await other.write { try $0.setWorkspaceValue("name", to: "other") }
            }
            #expect(try await other.read { try $0.workspaceValue("name") } == "before")
            release.signal()
            try await holding
            #expect(try await other.read { try $0.workspaceValue("name") } == "during")
            try await other.write { try $0.setWorkspaceValue("name", to: "other") }
            #expect(StorageError.busy.kind == .tryAgain)
        }
    }

    @Test(arguments: [
        StorageError.busy, .diskFull, .readOnly(path: "/x"), .cannotOpen(path: "/x", detail: "d"),
        .damaged(detail: "d"),
        .newerSchema, .constraint(detail: "d"), .duplicate(detail: "d"), .other(detail: "d"),
    ])
    func `every failure says in both languages what it means`(error: StorageError) {
        #expect(error.message.vietnamese.count > 20 && error.message.english.count > 15)
        #expect(error.message.vietnamese != error.message.english)
    }
}
