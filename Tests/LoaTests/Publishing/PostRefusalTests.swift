import Foundation
import Testing

/// What a person may not do to posts and holds.
struct PostRefusalTests {
    @Test(arguments: [("", ""), (" ", " "), ("Gọi 111", ""), ("", "Gọi 111")])
    func `a post without title or text is refused`(title: String, text: String) async throws {
        let office = try await Office.open()
        let answer = try await office.loa(
            "posts", "create", "--channel", Office.loudspeaker, "--day", June.day(1), "--time", "07:30", "--title",
            title, "--text", text, as: Office.editor)
        #expect(answer.code != 0, "\(answer)")
    }

    @Test func `an edit that changes nothing takes no approval away`() async throws {
        let office = try await Office.open()
        let post = try await office.draft()
        try await office.loa("posts", "submit", post.id, as: Office.editor).succeeded()
        try await office.approve(post)
        try await office.loa("posts", "edit", post.id, as: Office.editor).refused(64)
        #expect(try await office.state(of: post) == "approved")
    }

    @Test func `an editor of another commune does not release what an administrator holds`() async throws {
        let office = try await Office.open()
        try await office.loa(
            "users", "add", "xa-khac", "--name", "X", "--role", "editor", "--unit", "xa-tan-hoa",
            as: Office.administrator
        ).succeeded()
        try await office.loa("posts", "hold", "--all", "--reason", "Đọc lại", as: Office.administrator).succeeded()
        try await office.loa("posts", "release", "--all", as: "xa-khac").refused(1)
    }

    @Test func `a channel that is not there is named`() async throws {
        let office = try await Office.open()
        try await office.loa("posts", "list", "--channel", "khong-co", as: Office.editor).refused(64)
    }
}
