import Foundation
import Testing

/// Data goes to standard output, messages to standard error; with `--json` the data is JSON and nothing else.
struct JSONOutputTests {
    private static let shown: [(arguments: [String], keys: Set<String>)] = [
        (["units", "list"], ["committees", "units"]),
        (["units", "show", "xa-thanh-xuan"], ["id", "kind", "name", "parent"]),
        (["users", "list"], ["id", "name", "grants"]),
        (["audit", "list"], ["sequence", "at", "actor", "action", "subject", "detail"]),
        (["content", "list"], ["material", "kind", "title", "state", "revision"]),
        (["content", "search", "an toan"], ["material", "kind", "title", "state", "revision"]),
        (["content", "show", "thay-la-bao"], ["hash", "number", "state", "author", "content"]),
        (["observances", "list", "--year", "2027"], ["id", "name", "first", "last", "planningStarts", "source"]),
        (["plans", "list"], ["id", "title", "duties", "targets"]),
        (["plans", "show", "thap-muoi-2024"], ["plan", "progress"]),
        (["channels", "list"], ["id", "kind", "unit", "isEnabled", "isReady", "isByHand", "secrets"]),
        (["channels", "show", Office.loudspeaker], ["id", "preset", "target"]),
        (["lunar", "2026-09-25"], ["solar", "lunar", "yearName"]),
        (["doctor"], ["part", "state", "finding"]),
        (["deliver", "--once"], ["posted", "retrying", "unknown", "failed", "missed", "recovered"]),
    ]

    @Test(arguments: shown)
    func `what a command shows is JSON with these keys`(arguments: [String], keys: Set<String>) async throws {
        let office = try await Office.open()
        let answer = try await office.loa(arguments + ["--json"], as: Office.administrator).succeeded()
        #expect(try answer.keys().isSuperset(of: keys), "\(answer)")
    }

    @Test(arguments: ["posts list", "campaigns list", "sessions list", "reach list", "content check"])
    func `where there is nothing the JSON is an empty array`(command: String) async throws {
        let office = try await Office.open()
        let arguments = command.split(separator: " ").map(String.init) + ["--json"]
        let answer = try await office.loa(arguments, as: Office.editor).succeeded()
        #expect(try answer.decoded([String].self).isEmpty)
    }

    @Test func `a post keeps the keys scripts rely on`() async throws {
        let office = try await Office.open()
        let post = try await office.draft()
        let listed = try await office.loa("posts", "list", "--json", as: Office.editor).succeeded()
        #expect(
            try listed.keys().isSuperset(of: [
                "id", "unit", "channel", "title", "text", "moment", "notAfter", "zone", "state", "author", "attempts",
            ]))
        #expect(post.state == "draft")
        #expect(post.moment == "\(June.day(1))T00:30:00.000Z")
        let shown = try await office.loa("posts", "show", post.id, "--json", as: Office.editor).succeeded()
        #expect(
            try shown.keys() == [
                "post", "comments", "attempts", "holds", "hash", "findings", "overrides", "signatures",
            ])
    }

    @Test func `messages stay off standard output`() async throws {
        let office = try await Office.open()
        let listed = try await office.loa("posts", "list", as: Office.editor).succeeded()
        #expect(!listed.messages.isEmpty)
        #expect(!listed.output.contains(listed.messages))
        let imported = try await office.loa("content", "import", "--json", as: Office.administrator).succeeded()
        #expect(try imported.keys() == ["effects", "toApprove", "blocked", "problems"])
    }
}
