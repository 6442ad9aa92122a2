import Foundation
import Testing

/// Output that cannot be given, and lists that must not lie.
struct OutputTests {
    @Test(arguments: ["> /dev/full", "2> /dev/full", ">&-", "2>&-"])
    func `output that cannot be written is no crash`(redirection: String) async throws {
        let office = try await Office.open()
        let result = try await office.shell("loa posts list \(redirection)", as: Office.editor)
        #expect((result.code ?? 255) < 128, "\(result)")
        #expect(!result.messages.contains("Fatal error"))
    }

    @Test(arguments: ["sessions", "posts"])
    func `days in the wrong order are refused, not ignored`(list: String) async throws {
        let office = try await Office.open()
        try await office.loa(list, "list", "--from", "2026-12-01", "--to", "2026-01-01", as: Office.editor).refused(64)
    }

    @Test func `a LOA_USER that is no user name is refused, not passed over`() async throws {
        let office = try await Office.open()
        try office.replace("language: vi", with: "user: \(Office.administrator)", in: "loa.yaml")
        try await office.loa(["users", "list"], as: "Chị Lan").refused(64)
    }

    @Test(arguments: ["posts", "sessions", "content", "audit", "reach"])
    func `a limit below one is refused`(list: String) async throws {
        let office = try await Office.open()
        try await office.loa(list, "list", "--limit", "0", as: Office.administrator).refused(64)
    }
}
