import Foundation
import Testing

struct PostsImportTests {
    private static let heading = "kênh,ngày,giờ,tiêu đề,nội dung\n"
    private static let rows = [
        "\(Office.loudspeaker),\(June.inTable(1)),07:30,Một,Gọi 111",
        "\(Office.loudspeaker),\(June.inTable(2)),7h30,Hai,\"Gọi 111, ngày đêm\"",
    ]

    private static func table(_ rows: [String]) -> String { heading + rows.map { $0 + "\n" }.joined() }

    @Test func `a table is previewed first, then imported as drafts`() async throws {
        let office = try await Office.open()
        let file = try office.write(Self.table(Self.rows), to: "posts.csv")
        let preview: [PostLine] = try await office.loa(
            "posts", "import", file, "--dry-run", "--json", as: Office.editor
        ).succeeded().decoded()
        #expect(preview.map(\.title) == ["Một", "Hai"])
        #expect(try await office.posts().isEmpty)

        try await office.loa("posts", "import", file, as: Office.editor).succeeded()
        let posts = try await office.posts()
        #expect(posts.map(\.title) == ["Một", "Hai"])
        #expect(posts.map(\.text) == ["Gọi 111", "Gọi 111, ngày đêm"])
        #expect(posts.allSatisfy { $0.state == "draft" && $0.author == Office.editor })
    }

    private static let wrongRows: [(day: String, time: String, channel: String)] = [
        ("32/6/\(June.year)", "07:30", Office.loudspeaker), (June.inTable(3), "25:00", Office.loudspeaker),
        (June.inTable(3), "07:30", "khong-co"), ("1/6/2020", "07:30", Office.loudspeaker),
        ("1/6/27", "07:30", Office.loudspeaker),
    ]

    @Test(arguments: wrongRows)
    func `one wrong row is named by file and line, and none is imported`(
        day: String, time: String, channel: String
    ) async throws {
        let office = try await Office.open()
        let file = try office.write(
            Self.table(Self.rows + ["\(channel),\(day),\(time),Ba,Gọi 111"]), to: "posts.csv")
        let answer = try await office.loa("posts", "import", file, as: Office.editor).refused(65)
        #expect(answer.messages.contains("\(file):4"), "\(answer)")
        #expect(try await office.posts().isEmpty)
    }

    @Test func `a table may come through a pipe`() async throws {
        let office = try await Office.open()
        try office.write(Self.table(Self.rows), to: "posts.csv")
        try await office.shell("loa posts import - < posts.csv", as: Office.editor).succeeded()
        #expect(try await office.posts().map(\.title) == ["Một", "Hai"])
    }

    @Test(arguments: [String.Encoding.utf16, .utf16LittleEndian])
    func `a table saved as Unicode text is read as such`(encoding: String.Encoding) async throws {
        let office = try await Office.open()
        var bytes = try #require(Self.table(Self.rows).data(using: encoding))
        if encoding == .utf16LittleEndian { bytes = Data([0xFF, 0xFE]) + bytes }
        let file = try office.write(bytes, to: "posts.csv")
        try await office.loa("posts", "import", file, as: Office.editor).succeeded()
        #expect(try await office.posts().map(\.title) == ["Một", "Hai"])
    }

    @Test func `a file in no encoding is refused with how to save it`() async throws {
        let office = try await Office.open()
        let bytes = Data(Self.heading.utf8) + Data([0x86, 0x81, 0x8D, 0x0A])
        let file = try office.write(bytes, to: "posts.csv")
        let answer = try await office.loa("posts", "import", file, as: Office.editor).refused(65)
        #expect(answer.messages.contains("CSV UTF-8"))
        #expect(try await office.posts().isEmpty)
    }

    @Test(arguments: ["", "a,b\n1,2\n", heading + "\"không đóng"])
    func `a file that is no such table is refused whole`(text: String) async throws {
        let office = try await Office.open()
        let file = try office.write(text, to: "posts.csv")
        try await office.loa("posts", "import", file, as: Office.editor).refused(65)
        #expect(try await office.posts().isEmpty)
    }
}
