import Foundation
import Outreach
import Testing

@testable import Storage

private typealias Make = StorageFixture

struct LibrarySearchTests {
    /// What is found of a library in which only the titles differ.
    private func found(_ text: String, among titles: [(String, String)], limit: Int = 50) async throws -> [String] {
        let contents = try titles.map { try MaterialFixture.content($0.0, title: $0.1) }
        return try await MaterialFixture.library(contents).found(LibraryQuery(text: text, limit: limit))
    }

    @Test func `words with diacritics find exactly those words first, then those they look like`() async throws {
        let titles = [("la", "Lá cờ"), ("la-la", "Là con ngoan"), ("la-plain", "La bàn")]
        #expect(try await found("là", among: titles).first == "la-la")
        #expect(try await found("lá", among: titles).first == "la")
        #expect(try await found("la", among: titles).first == "la-plain")
        #expect(Set(try await found("là", among: titles)) == ["la", "la-la", "la-plain"])
    }

    @Test(arguments: ["đường dây", "duong day", "ĐƯỜNG DÂY", "Duong Dây", "đường  dây!", "day duong", "duong d"])
    func `a title is found with and without diacritics, in any case and order, and while it is typed`(
        text: String
    ) async throws {
        let titles = [("line", "Đường dây nóng"), ("other", "Trường học tử tế")]
        #expect(try await found(text, among: titles) == ["line"])
    }

    @Test func `a text in decomposed form is found by one in composed form, and the other way round`() async throws {
        let title = "Kể với người lớn"
        for (written, asked) in [
            (title.decomposedStringWithCanonicalMapping, title.precomposedStringWithCanonicalMapping),
            (title.precomposedStringWithCanonicalMapping, title.decomposedStringWithCanonicalMapping),
        ] {
            #expect(try await found(asked, among: [("a", written), ("b", "Khác")]) == ["a"])
        }
    }

    @Test func `the words in their order come before the words in any order`() async throws {
        let titles = [("scattered", "Em bé và trẻ nhỏ"), ("phrase", "Trẻ em hôm nay"), ("reversed", "Em của trẻ")]
        #expect(try await found("trẻ em", among: titles).first == "phrase")
    }

    @Test func `a title counts before a text`() async throws {
        let database = try await MaterialFixture.library([
            MaterialFixture.content("in-body", title: "Khác", body: "Phòng tránh đuối nước"),
            MaterialFixture.content("in-title", title: "Phòng tránh đuối nước"),
            MaterialFixture.content("in-variant", title: "Khác nữa", text: "Phòng tránh đuối nước"),
        ])
        let found = try await database.found(LibraryQuery(text: "đuối nước"))
        #expect(found.first == "in-title")
        #expect(Set(found) == ["in-body", "in-title", "in-variant"])
    }

    @Test func `every word has to be there, and the last may be a beginning`() async throws {
        let titles = [("a", "An toàn trên mạng"), ("b", "An toàn khi bơi")]
        #expect(try await found("an toàn mạng", among: titles) == ["a"])
        #expect(try await found("an toan bo", among: titles) == ["b"])
        #expect(try await found("toà mạng", among: titles).isEmpty)
    }

    @Test func `what was reworded is found by its new words only`() async throws {
        let database = try await MaterialFixture.library([
            MaterialFixture.content("a", title: "Tên cũ"), MaterialFixture.content("a", title: "Tên mới"),
        ])
        #expect(try await database.found(LibraryQuery(text: "cũ")).isEmpty)
        #expect(try await database.found(LibraryQuery(text: "mới")) == ["a"])
    }

    @Test func `nothing is found twice, and never more than was asked for`() async throws {
        let titles = (1...30).map { ("m-\($0)", "Trẻ em \($0)") }
        let found = try await found("trẻ em", among: titles)
        #expect(found.count == 30 && Set(found).count == 30)
        for limit in [1, 7, 29] {
            #expect(try await self.found("trẻ em", among: titles, limit: limit).count == limit)
        }
    }

    @Test func `asking nothing lists the newest change first, and asking for no word finds nothing`() async throws {
        let titles = [("b", "B"), ("c", "C"), ("a", "A"), ("b", "B mới"), ("c", "C mới"), ("b", "B mới")]
        #expect(try await found("", among: titles) == ["c", "b", "a"])
        #expect(try await found("  \n", among: titles) == ["c", "b", "a"])
        #expect(try await found("!?", among: titles).isEmpty)
    }

    @Test(arguments: [
        "\"", "\"\"", "*", "trẻ*", "^trẻ", "NEAR(", "NEAR(trẻ em, 2)", "trẻ AND", "OR trẻ", "NOT", "trẻ NOT em", "(",
        ")",
        "title:trẻ", "-trẻ", "+trẻ", "trẻ\"em", "'; DROP TABLE revisions; --", "\u{0}trẻ", "{title}: trẻ", "trẻ\\", "%",
        "_",
        "🙂", "🙂 trẻ", "٣", "①", "²", "ª", "\u{0301}", "trẻ\u{0301}\u{0302}\u{0303}", "ﬁ", "字", "\u{200B}", "a\u{200D}b",
        String(repeating: "trẻ ", count: 500), String(repeating: "x", count: 10_000),
    ])
    func `no input breaks the search`(text: String) async throws {
        let database = try await MaterialFixture.library([MaterialFixture.content("a", title: "Trẻ em")])
        for query in [text, "\(text) em", "em \(text)"] {
            let found = try await database.found(LibraryQuery(text: query))
            #expect(found.isEmpty || found == ["a"])
        }
        #expect(try await database.count("revisions") == 1)
    }
}
