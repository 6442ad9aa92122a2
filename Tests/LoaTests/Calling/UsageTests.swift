import Foundation
import Testing

/// Exit code 64: the command was not understood, or speaks of something that is not there.
struct UsageTests {
    private static let unreadable: [[String]] = [
        ["nonsense"], ["posts", "lst"], ["posts", "list", "--nope"], ["posts", "list", "--from", "2026-13-01"],
        ["posts", "list", "--state", "weird"], ["lunar", "31/2/x"], ["calendar"],
    ]

    @Test(arguments: unreadable)
    func `a command that cannot be read is refused with its usage`(arguments: [String]) async throws {
        let answer = try await Program.run(arguments).refused(64)
        #expect(answer.output.isEmpty)
    }

    private static let absent: [([String], String)] = [
        (["units", "show", "xa-khong-co"], "xa-khong-co"), (["posts", "show", "khong-co"], "khong-co"),
        (["campaigns", "show", "khong-co"], "khong-co"), (["channels", "show", "khong-co"], "khong-co"),
        (["content", "show", "khong-co"], "khong-co"), (["sessions", "show", "khong-co"], "khong-co"),
        (["plans", "show", "khong-co"], "khong-co"), (["users", "grant", "khong-co", "--role", "editor"], "khong-co"),
        (["campaigns", "plan", "khong-co", "--year", "2027", "--owner", Office.committee], "khong-co"),
        (["reports", "build", "--unit", Office.committee, "--period", "2026-H3"], "2026-H3"),
        (["reports", "build", "--unit", "xa-khong-co", "--period", "2026-H1"], "xa-khong-co"),
    ]

    @Test(arguments: absent)
    func `what is not there is called by its name`(arguments: [String], name: String) async throws {
        let office = try await Office.open()
        let answer = try await office.loa(arguments, as: Office.administrator)
        #expect(answer.refused(64).messages.contains("“\(name)”"), "\(answer)")
        #expect(answer.output.isEmpty)
    }

    @Test func `nobody changes anything without saying who they are`() async throws {
        let office = try await Office.open()
        let answer = try await office.loa(
            "posts", "hold", "--all", "--reason", "Kiểm tra lại"
        ).refused(64)
        #expect(answer.messages.contains("LOA_USER"))
    }

    @Test func `a file that is not there is named with code 69, and nothing is changed`() async throws {
        let office = try await Office.open()
        let answer = try await office.loa("posts", "import", "khong-co.csv", as: Office.editor).refused(69)
        #expect(answer.messages.contains("khong-co.csv"))
        #expect(try await office.posts().isEmpty)
    }
}
