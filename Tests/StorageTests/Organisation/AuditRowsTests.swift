import Outreach
import Testing

@testable import Storage

struct AuditRowsTests {
    private func database(entries: Int) async throws -> Database {
        let database = try Database(inMemory: ())
        try await database.write { tx in
            for number in 0..<entries {
                try tx.audit(
                    at: StorageFixture.now + .seconds(number), actor: "an", action: "posts.create",
                    subject: "post \(number % 2)", detail: "lần \(number)")
            }
        }
        return database
    }

    @Test func `entries are numbered without gaps and each carries the hash of the one before`() async throws {
        let database = try await database(entries: 5)
        let entries = try await database.read { try $0.auditEntries(after: 0, limit: 100) }
        #expect(entries.map(\.sequence) == [1, 2, 3, 4, 5])
        #expect(entries.map(\.previousHash) == [AuditEntry.firstPreviousHash] + entries.dropLast().map(\.hash))
        for entry in entries {
            let text = AuditEntry.canonicalText(
                sequence: entry.sequence, at: entry.at, actor: entry.actor, action: entry.action,
                subject: entry.subject, detail: entry.detail, previousHash: entry.previousHash)
            #expect(ContentHash.sha256(of: text).description == entry.hash)
        }
    }

    @Test(arguments: [
        "UPDATE audit SET detail = 'other' WHERE sequence = 2", "DELETE FROM audit WHERE sequence = 3",
        "DELETE FROM audit", "UPDATE audit SET sequence = sequence + 10",
    ])
    func `an entry is never changed and never taken out`(sql: String) async throws {
        let database = try await database(entries: 3)
        let before = try await database.read { try $0.auditEntries(limit: 10) }
        let error = await #expect(throws: StorageError.self) { try await database.run(sql) }
        guard case .constraint(let detail) = error else {
            Issue.record("expected a constraint, found \(String(describing: error))")
            return
        }
        #expect(detail.contains("append-only"))
        #expect(try await database.read { try $0.auditEntries(limit: 10) } == before)
    }

    @Test func `an entry of a change that failed is not there, and its number is used again`() async throws {
        struct Failure: Error {}
        let database = try await database(entries: 2)
        await #expect(throws: Failure.self) {
            try await database.write { tx in
                try tx.audit(at: StorageFixture.now, actor: "an", action: "a", subject: "b", detail: "c")
                throw Failure()
            }
        }
        try await database.write { tx in
            try tx.audit(at: StorageFixture.now, actor: "binh", action: "a", subject: "b", detail: "c")
        }
        let newest = try await database.read { try $0.auditEntries(limit: 1).first }
        #expect(newest?.sequence == 3 && newest?.actor == "binh")
    }

    @Test func `the newest come first, all or those about one subject`() async throws {
        let database = try await database(entries: 5)
        let (all, one) = try await database.read { tx in
            (try tx.auditEntries(limit: 3), try tx.auditEntries(limit: 10, subject: "post 0"))
        }
        #expect(all.map(\.sequence) == [5, 4, 3])
        #expect(one.map(\.sequence) == [5, 3, 1])
    }

    @Test func `the chain can be walked in stretches`() async throws {
        let database = try await database(entries: 5)
        let stretches = try await database.read { tx in
            try [0, 2, 4, 5].map { try tx.auditEntries(after: $0, limit: 2).map(\.sequence) }
        }
        #expect(stretches == [[1, 2], [3, 4], [5], []])
    }
}
