import Foundation
import Testing

/// `--dry-run` does everything and keeps nothing.
struct DryRunTests {
    private static let changes: [(arguments: [String], user: String)] = [
        (["users", "add", "moi", "--name", "Mới", "--role", "viewer"], Office.administrator),
        (["users", "revoke", Office.logger, "--role", "logger", "--unit", Office.youthUnion], Office.administrator),
        (["posts", "hold", "--all", "--reason", "Kiểm tra lại"], Office.editor),
        (
            ["campaigns", "plan", "action-month", "--year", "\(June.year)", "--owner", Office.committee],
            Office.editor
        ),
        (
            [
                "sessions", "log", "--unit", Office.youthUnion, "--form", "school-session", "--place", "Trường (mẫu)",
                "--minutes", "45", "--turns", "primary-pupils=120",
            ], Office.logger
        ),
        (
            [
                "reports", "target", "--unit", Office.committee, "--indicator", "sessions-held", "--period", "2026-H1",
                "--value", "4",
            ], Office.editor
        ),
    ]

    @Test func `a rehearsed change leaves no trace, not even in the audit log`() async throws {
        let office = try await Office.open()
        let post = try await office.draft()
        let before = try await office.audit()
        let campaign = "action-month-\(June.year)-\(Office.committee)"
        let changes =
            Self.changes + [
                (["posts", "submit", post.id], Office.editor), (["posts", "cancel", post.id], Office.editor),
                (["posts", "edit", post.id, "--title", "Khác"], Office.editor),
            ]
        for (arguments, user) in changes {
            let answer = try await office.loa(arguments + ["--dry-run"], as: user).succeeded()
            #expect(answer.messages.hasPrefix("(làm thử: "), "\(answer)")
        }
        #expect(try await office.audit() == before)
        #expect(try await office.posts() == [post])
        try await office.loa("campaigns", "show", campaign, as: Office.editor).refused(64)
        let sessions = try await office.loa("sessions", "list", "--json", as: Office.logger).succeeded()
        #expect(try sessions.decoded([String].self).isEmpty)
    }

    @Test func `a rehearsed init makes no folder`() async throws {
        let folder = OfficeTemplates.folder.appending(path: UUID().uuidString)
        try await Program.run(["init", folder.path, "--from", OfficeTemplates.repository.path, "--dry-run"])
            .succeeded()
        #expect(!FileManager.default.fileExists(atPath: folder.path))
    }
}
