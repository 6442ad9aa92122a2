import Operations
import Outreach
import Testing

@testable import Office
@testable import Storage

/// The log finds out whoever changes it from outside.
struct AuditTests {
    private func verification(after sql: String) async throws -> (entries: Int, brokenAt: Int?, total: Int) {
        var found: (Int, Int?, Int) = (0, nil, 0)
        try await Office.open { office in
            _ = try await office.approved()
            let whole = try await office.workspace.verifyAudit()
            #expect(whole.brokenAt == nil)
            let database = try office.database()
            for statement in ["DROP TRIGGER audit_unchanged", "DROP TRIGGER audit_undeleted", sql] {
                try await database.write { _ = try $0.execute(statement) }
            }
            let verification = try await office.workspace.verifyAudit()
            found = (verification.entries, verification.brokenAt, whole.entries)
        }
        return found
    }

    @Test(arguments: [
        "detail = detail || '.'", "actor = 'minh'", "at = at + 1", "action = 'posts.create'", "subject = ''",
        "hash = '\(String(repeating: "0", count: 64))'", "previous_hash = '\(String(repeating: "0", count: 64))'",
    ])
    func `a changed entry is found`(change: String) async throws {
        let found = try await verification(after: "UPDATE audit SET \(change) WHERE sequence = 3")
        #expect(found.brokenAt == 3 && found.entries == 2)
    }

    @Test func `a missing entry is found`() async throws {
        #expect(try await verification(after: "DELETE FROM audit WHERE sequence = 4").brokenAt == 4)
        #expect(try await verification(after: "DELETE FROM audit WHERE sequence = 1").brokenAt == 1)
    }

    @Test func `entries that were swapped are found`() async throws {
        let swap = """
            UPDATE audit SET sequence = CASE sequence WHEN 3 THEN -4 WHEN 4 THEN -3 END WHERE sequence IN (3, 4)
            """
        #expect(try await verification(after: swap).brokenAt == 3)
    }

    @Test func `every change leaves an entry of who did what to what`() async throws {
        try await Office.open { office in
            let post = try await office.approved()
            let entries = try await office.workspace.auditEntries(
                limit: 10, subject: post.id.description, as: try office.user("admin"))
            #expect(
                entries.map { "\($0.actor) \($0.action)" } == [
                    "minh posts.approve", "lan posts.submit", "lan posts.create",
                ])
            #expect(entries.first?.detail == "in-review → approved")
        }
    }

    @Test func `what is refused leaves no entry`() async throws {
        try await Office.open { office in
            let post = try await office.submitted()
            let before = try await office.workspace.verifyAudit().entries
            await #expect(throws: (any Error).self) { try await office.approve(post, by: "lan") }
            await #expect(throws: (any Error).self) { try await office.review(post, .submit, by: "lan") }
            #expect(try await office.workspace.verifyAudit().entries == before)
        }
    }
}
