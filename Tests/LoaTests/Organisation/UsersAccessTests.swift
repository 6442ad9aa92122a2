import Foundation
import Testing

/// Ways in, from the command line: what is secret is printed once, on standard output alone.
struct UsersAccessTests {
    private let sentence = "mot cau de nho ve tre em"

    private func set(_ lines: [String], for user: String, as caller: String, in office: Office) async throws -> Answer {
        let input = try office.write(lines.map { $0 + "\n" }.joined(), to: "passwords.txt")
        return try await office.shell("loa users password \(user) < '\(input)'", as: caller)
    }

    @Test func `a link begins with the address that is given, that is set, or of this machine`() async throws {
        let office = try await Office.open()
        let path = try await office.loa("users", "link", Office.editor, as: Office.administrator).succeeded()
        #expect(path.output.wholeMatch(of: /http:\/\/127\.0\.0\.1:8111\/log-in\/[A-Za-z0-9_-]{43}\n/) != nil)
        #expect(path.messages.contains("--address"))
        #expect(!path.messages.contains("/log-in/"))
        let whole = try await office.loa(
            "users", "link", Office.editor, "--address", "https://loa.example.vn/", "--hours", "2",
            as: Office.administrator
        ).succeeded()
        #expect(whole.output.hasPrefix("https://loa.example.vn/log-in/") && whole.output != path.output)
        for (variables, root) in [
            (["LOA_ADDRESS": "https://loa.xa.gov.vn/"], "https://loa.xa.gov.vn/log-in/"),
            (["LOA_PORT": "8222"], "http://127.0.0.1:8222/log-in/"),
        ] {
            let set = try await office.loa(
                ["users", "link", Office.editor], as: Office.administrator, environment: variables
            ).succeeded()
            #expect(set.output.hasPrefix(root), "\(set)")
        }
        for wrong in [["--address", "loa.example.vn"], ["--hours", "0"], ["--address", "https://a.vn/b?c"]] {
            try await office.loa(["users", "link", Office.editor] + wrong, as: Office.administrator).refused(64)
        }
        try await office.loa("users", "link", Office.editor, as: Office.approver).refused(1)
        let audit = try await office.audit()
        #expect(audit.contains("users.link") && !audit.contains(path.output.suffix(44).prefix(43)))
    }

    @Test func `whoever holds the machine makes a link for themselves`() async throws {
        let office = try await Office.open()
        try await office.loa("users", "link", Office.administrator, as: Office.administrator).succeeded()
    }

    @Test func `a password comes from standard input, the current one first, and is one's own`() async throws {
        let office = try await Office.open()
        try await set([sentence], for: Office.editor, as: Office.editor, in: office).succeeded()
        let second = "va mot cau nua de nho"
        let refused = try await set(["sai roi", second], for: Office.editor, as: Office.editor, in: office).refused(1)
        #expect(!refused.messages.contains("sai roi") && !refused.messages.contains(second))
        try await set([sentence, "ngan"], for: Office.editor, as: Office.editor, in: office).refused(65)
        try await set([sentence], for: Office.editor, as: Office.editor, in: office).refused(64)
        try await set([sentence, second], for: Office.editor, as: Office.administrator, in: office).refused(1)
        try await set([sentence, second], for: Office.editor, as: Office.editor, in: office).succeeded()
        try await office.loa("users", "password", Office.editor, sentence, as: Office.editor).refused(64)
        let audit = try await office.audit()
        #expect(audit.components(separatedBy: "users.password").count == 3 && !audit.contains(sentence))
    }

    @Test func `a token is printed once, listed without its secret, and revoked`() async throws {
        let office = try await Office.open()
        let made = try await office.loa(
            "users", "tokens", "add", "dashboard", "--unit", Office.youthUnion, as: Office.administrator
        ).succeeded()
        #expect(made.output.wholeMatch(of: /loa_[A-Za-z0-9_-]{43}\n/) != nil && !made.messages.contains("loa_"))
        let rehearsed = try await office.loa(
            "users", "tokens", "add", "other", "--dry-run", as: Office.administrator
        ).succeeded()
        #expect(rehearsed.output.isEmpty)
        let listed = try await office.loa("users", "tokens", "list", "--json", as: Office.administrator).succeeded()
        #expect(listed.output.contains("dashboard") && !listed.output.contains("other"))
        #expect(!listed.output.contains(made.output.dropLast()))
        for role in ["approver", "administrator"] {
            try await office.loa(
                "users", "tokens", "add", "robot", "--role", role, as: Office.administrator
            ).refused(64)
        }
        let whole = try await office.loa("users", "tokens", "add", "robot", as: Office.editor).refused(1)
        #expect(whole.messages.contains("--unit"))
        let help = try await office.loa("users", "tokens", "add", "--help").succeeded()
        #expect(help.output.contains("viewer, logger, editor") && !help.output.contains("approver"))
        try await office.loa("users", "tokens", "revoke", "dashboard", as: Office.logger).refused(64)
        try await office.loa("users", "tokens", "revoke", "dashboard", as: Office.administrator).succeeded()
        let table = try await office.loa("users", "tokens", "list", "--lang", "en", as: Office.administrator)
            .succeeded()
        #expect(table.output.contains("revoked"))
    }

    @Test func `a disabled user does nothing until enabled`() async throws {
        let office = try await Office.open()
        try await office.loa("users", "disable", Office.editor, as: Office.administrator).succeeded()
        let listed = try await office.loa("users", "list", "--lang", "en", as: Office.administrator).succeeded()
        #expect(listed.output.contains("disabled"))
        try await office.loa("posts", "list", as: Office.editor).refused(1)
        try await office.loa("users", "enable", Office.editor, as: Office.editor).refused(1)
        try await office.loa("users", "disable", Office.administrator, as: Office.administrator).refused(1)
        try await office.loa("users", "enable", Office.editor, as: Office.administrator).succeeded()
        try await office.loa("posts", "list", as: Office.editor).succeeded()
        try await office.loa("users", "sign-out", Office.editor, as: Office.editor).succeeded()
        try await office.loa("users", "rename", Office.editor, "--name", "Nguyễn Thị Lan", as: Office.editor)
            .succeeded()
    }
}
