import Foundation
import Outreach
import Testing

@testable import Storage

struct DatabaseFileTests {
    @Test func `what was committed is there when the file is opened again`() async throws {
        try await StorageFixture.inFolder { folder in
            let file = folder.appending(path: "loa.db")
            try await Database(file: file).write { try $0.setWorkspaceValue("name", to: "Thạnh Xuân") }
            #expect(try await Database(file: file).read { try $0.workspaceValue("name") } == "Thạnh Xuân")
        }
    }

    @Test func `readers do not wait for the writer, and references have to lead somewhere`() async throws {
        try await StorageFixture.inFolder { folder in
            let database = try Database(file: folder.appending(path: "loa.db"))
            let (journal, keys) = try await database.write { tx in
                (
                    try tx.queryOne("PRAGMA journal_mode")?.text("journal_mode"),
                    try tx.queryOne("PRAGMA foreign_keys")?.integer("foreign_keys")
                )
            }
            #expect(journal == "wal")
            #expect(keys == 1)
        }
    }

    @Test func `two openings of one file see each other's commits`() async throws {
        try await StorageFixture.inFolder { folder in
            let file = folder.appending(path: "loa.db")
            let (first, second) = (try Database(file: file), try Database(file: file))
            try await first.write { try $0.setWorkspaceValue("a", to: "1") }
            try await second.write { try $0.setWorkspaceValue("b", to: "2") }
            #expect(try await first.count("workspace") == 2)
            #expect(try await second.count("workspace") == 2)
        }
    }

    @Test func `a copy is whole and stands by itself`() async throws {
        try await StorageFixture.inFolder { folder in
            let original = try Database(file: folder.appending(path: "loa.db"))
            try await original.write { try $0.setWorkspaceValue("name", to: "before") }
            let target = folder.appending(path: "copy.db")
            try await original.copy(to: target)
            try await original.write { try $0.setWorkspaceValue("name", to: "after") }
            let copy = try Database(file: target)
            #expect(try await copy.read { try $0.workspaceValue("name") } == "before")
            #expect(try await copy.integrityProblems().isEmpty)
        }
    }

    @Test func `a sound database has no problems`() async throws {
        try await StorageFixture.inFolder { folder in
            let database = try Database(file: folder.appending(path: "loa.db"))
            try await database.write { try $0.setWorkspaceValue("name", to: "Thạnh Xuân") }
            #expect(try await database.integrityProblems().isEmpty)
        }
    }
}
