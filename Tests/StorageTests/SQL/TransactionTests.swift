import Outreach
import Testing

@testable import Storage

private struct Refused: Error, Equatable {}

struct TransactionTests {
    @Test func `a transaction that fails leaves nothing behind`() async throws {
        let database = try Database(inMemory: ())
        await #expect(throws: Refused()) {
            try await database.write { tx in
                try tx.setWorkspaceValue("name", to: "Thạnh Xuân")
                try tx.audit(at: StorageFixture.now, actor: "an", action: "a", subject: "b", detail: "c")
                throw Refused()
            }
        }
        #expect(try await database.count("workspace") == 0)
        #expect(try await database.count("audit") == 0)
    }

    @Test func `a statement the schema refuses takes the whole transaction back`() async throws {
        let database = try Database(inMemory: ())
        let error = await #expect(throws: StorageError.self) {
            try await database.write { tx in
                try tx.setWorkspaceValue("name", to: "Thạnh Xuân")
                try tx.execute("INSERT INTO slots (campaign, key, unit, day, body) VALUES ('none', 'k', 'u', 'd', '')")
            }
        }
        guard case .constraint = error else {
            Issue.record("expected a constraint, found \(String(describing: error))")
            return
        }
        #expect(try await database.count("workspace") == 0)
    }

    @Test func `a row that is there already is told apart, and the transaction may go on`() async throws {
        let database = try Database(inMemory: ())
        try await database.write { tx in
            try tx.execute("INSERT INTO workspace (key, value) VALUES ('a', '1')")
            do {
                try tx.execute("INSERT INTO workspace (key, value) VALUES ('a', '2')")
                Issue.record("the second row was taken")
            } catch StorageError.duplicate {
                try tx.execute("INSERT INTO workspace (key, value) VALUES ('b', '2')")
            }
        }
        #expect(try await database.read { try $0.workspaceValue("a") } == "1")
        #expect(try await database.read { try $0.workspaceValue("b") } == "2")
    }

    @Test func `a rehearsal answers as if it had been done, and nothing was`() async throws {
        let database = try Database(inMemory: ())
        try await database.write { try $0.setWorkspaceValue("name", to: "before") }
        let seen = try await database.rehearse { tx in
            try tx.setWorkspaceValue("name", to: "after")
            return try tx.workspaceValue("name")
        }
        #expect(seen == "after")
        #expect(try await database.read { try $0.workspaceValue("name") } == "before")
    }

    @Test func `a rehearsal that fails leaves nothing and does not stop the next change`() async throws {
        let database = try Database(inMemory: ())
        await #expect(throws: Refused()) {
            try await database.rehearse { tx in
                try tx.setWorkspaceValue("name", to: "x")
                throw Refused()
            }
        }
        try await database.write { try $0.setWorkspaceValue("name", to: "y") }
        #expect(try await database.read { try $0.workspaceValue("name") } == "y")
    }

    @Test func `execute says how many rows it changed`() async throws {
        let database = try Database(inMemory: ())
        try await database.write { tx in
            for key in ["a", "b", "c"] { try tx.setWorkspaceValue(key, to: "1") }
            #expect(try tx.execute("UPDATE workspace SET value = '2' WHERE key <> 'a'") == 2)
            #expect(try tx.execute("DELETE FROM workspace WHERE key = 'z'") == 0)
        }
    }

    @Test func `values go in and come out as they were`() async throws {
        let database = try Database(inMemory: ())
        try await database.write { tx in
            let row = try #require(
                try tx.queryOne(
                    "SELECT ? AS t, ? AS i, ? AS b, ? AS d, ? AS n, ? AS at",
                    [
                        "Bảo vệ ' \" ; trẻ em\n\u{1F600}", Int64.max, true, Day(julianDay: 2_461_193), String?.none,
                        StorageFixture.now,
                    ]))
            #expect(try row.text("t") == "Bảo vệ ' \" ; trẻ em\n\u{1F600}")
            #expect(try row.integer("i") == Int.max)
            #expect(try row.boolean("b"))
            #expect(try row.parsed("d", as: Day.self).description == "2026-06-01")
            #expect(try row.optional("n", SQLRow.text) == nil)
            #expect(try row.instant("at") == StorageFixture.now)
        }
    }

    @Test(arguments: ["SELECT 'x' AS value", "SELECT NULL AS value", "SELECT 1.5 AS value", "SELECT 1 AS other"])
    func `a stored value of another type is damage, told by its column`(sql: String) async throws {
        let database = try Database(inMemory: ())
        let error = await #expect(throws: StorageError.self) {
            try await database.read { try $0.queryOne(sql)?.integer("value") }
        }
        guard case .damaged(let detail) = error else {
            Issue.record("expected damage, found \(String(describing: error))")
            return
        }
        #expect(detail.hasPrefix("value"))
    }
}
