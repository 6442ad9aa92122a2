import Operations
import Outreach
import Synchronization
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

    /// What is known of a log after somebody tampered with it.
    private func problem(
        after statements: [String], expecting end: AuditEnd? = nil
    ) async throws -> (problem: AuditProblem?, end: AuditEnd) {
        var found: (AuditProblem?, AuditEnd?) = (nil, nil)
        try await Office.open { office in
            _ = try await office.approved()
            let whole = try await office.workspace.verifyAudit()
            let database = try office.database()
            for statement in ["DROP TRIGGER audit_unchanged", "DROP TRIGGER audit_undeleted"] + statements {
                try await database.write { _ = try $0.execute(statement) }
            }
            found = (try await office.workspace.verifyAudit(expecting: end).problem, whole.end)
        }
        return (found.0, try #require(found.1))
    }

    private static let cutTail = "DELETE FROM audit WHERE sequence > (SELECT MAX(sequence) - 2 FROM audit)"

    @Test func `entries cut off the end are missed`() async throws {
        let (found, end) = try await problem(after: [Self.cutTail])
        #expect(found == .cutOff(end.sequence - 1, known: end.sequence))
    }

    @Test func `they are missed, too, where the log's own account of its end was cut with them`() async throws {
        let account = """
            UPDATE audit_end SET sequence = (SELECT MAX(sequence) FROM audit),
                hash = (SELECT hash FROM audit ORDER BY sequence DESC LIMIT 1)
            """
        for statements in [[Self.cutTail, account], [Self.cutTail, "DELETE FROM audit_end"]] {
            let (found, end) = try await problem(after: statements)
            #expect(found == .cutOff(end.sequence - 1, known: end.sequence))
        }
    }

    @Test func `work that goes on after the cut does not hide it`() async throws {
        try await Office.open { office in
            let post = try await office.submitted()
            let before = try #require(try await office.workspace.verifyAudit().end)
            let database = try office.database()
            for statement in ["DROP TRIGGER audit_undeleted", Self.cutTail] {
                try await database.write { _ = try $0.execute(statement) }
            }
            for _ in 0..<3 {
                _ = try await office.workspace.hold(
                    .everything, reason: "x", as: try office.user("minh"), mode: .perform)
                try await office.workspace.release(.everything, as: try office.user("minh"), mode: .perform)
            }
            #expect(try await office.workspace.verifyAudit().problem == .missing(before.sequence - 1))
            _ = post
        }
    }

    @Test func `entries added from outside are found`() async throws {
        let forged = """
            INSERT INTO audit SELECT MAX(sequence) + 1, 0, 'minh', 'x', 'x', 'x', 'x', 'x' FROM audit
            """
        let (found, end) = try await problem(after: [forged])
        #expect(found?.entry == end.sequence + 1)
    }

    @Test func `an end noted elsewhere tells a log that was made anew`() async throws {
        let other = AuditEnd(sequence: 2, hash: String(repeating: "a", count: 64))
        #expect(try await problem(after: [], expecting: other).problem == .replaced(2))
    }

    @Test func `an export tells the end, and the log leads through it ever after`() async throws {
        try await Office.open { office in
            _ = try await office.approved()
            let lines = Lines()
            let end = try #require(
                try await office.workspace.exportAudit(as: try office.user("admin")) { lines.add($0) })
            #expect(lines.all.map(\.sequence) == Array(1...end.sequence))
            #expect(try await office.workspace.verifyAudit(expecting: end).problem == nil)
            await #expect(throws: OrganisationError.self) {
                try await office.workspace.exportAudit(as: try office.user("lan")) { lines.add($0) }
            }
        }
    }

    @Test func `neither texts nor secrets nor the words that were found stand in it`() async throws {
        try await Office.open { office in
            let telling = "Cháu Nguyễn Thị Hoa, 12 tuổi, bị xâm hại do ăn mặc hở hang. Gọi 111."
            let draft = try await office.draft(text: telling)
            await #expect(throws: (any Error).self) { try await office.review(draft, .submit, by: "lan") }
            let post = try await office.approved(at: "2026-06-01 09:00")
            try await office.database().write { tx in
                _ = try tx.execute("UPDATE posts SET approval_rules = NULL, text = ?", [telling])
            }
            try office.turn(to: "2026-06-01 09:00")
            #expect(try await office.claim().isEmpty)
            let log = try await office.workspace.auditEntries(limit: 500, subject: nil, as: try office.user("admin"))
            #expect(log.contains { $0.subject == post.id.description })
            for word in ["Hoa, 12", "hở hang", "s3cret", "Gọi 111"] {
                #expect(!log.contains { "\($0.detail) \($0.subject)".contains(word) })
            }
        }
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

/// Entries as they are handed out.
private final class Lines: Sendable {
    private let entries = Mutex<[AuditEntry]>([])

    var all: [AuditEntry] { entries.withLock { $0 } }

    func add(_ entry: AuditEntry) { entries.withLock { $0.append(entry) } }
}
