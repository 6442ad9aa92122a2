import Foundation
import Testing

/// `loa content check --jsonl`: many texts, one a line.
struct CheckedLinesTests {
    private struct Line: Decodable {
        let id: String?
        let line: Int?
        let error: String?
        let findings: [Found]?
    }

    private struct Found: Decodable {
        let rule: String
        let level: String
        let start: Int
        let end: Int
        let text: String
        let suggest: String
    }

    private static func check(_ lines: [String], refused: Bool = false) async throws -> [Line] {
        let office = try await Office.new()
        try office.write(Data(lines.joined(separator: "\n").utf8), to: "texts.jsonl")
        let file = office.folder.appending(path: "texts.jsonl").path
        let answer = try await office.loa("content", "check", "--jsonl", file)
        _ = refused ? answer.refused(65) : answer.succeeded()
        return try answer.output.split(separator: "\n").map {
            try JSONDecoder().decode(Line.self, from: Data($0.utf8))
        }
    }

    @Test func `every text is answered in its place, with where the words stand`() async throws {
        let answers = try await Self.check([
            #"{"id": "a", "text": "Họ rao bán phim khiêu dâm trẻ em. Gọi 111.", "kind": "post", "lang": "vi"}"#,
            #"{"id": 7, "text": "", "kind": "post"}"#,
            "",
            #"{"id": "c", "text": "Tell your mother or call 111.", "kind": "post", "audience": "children", "lang": "en"}"#,
        ])
        #expect(answers.map(\.id) == ["a", "7", "c"])
        let found = try #require(answers[0].findings?.first)
        #expect(found.rule == "S10")
        #expect(found.level == "block")
        #expect((found.start, found.end) == (11, 32))
        #expect(found.text == "phim khiêu dâm trẻ em")
        #expect(!found.suggest.isEmpty)
        #expect(answers[1].findings?.isEmpty == true)
        #expect(answers[2].findings?.isEmpty == true)
    }

    @Test func `lines that cannot be read are named by their number and lose no other`() async throws {
        let answers = try await Self.check(
            [
                #"{"id": "a", "text": "Gọi 111."}"#,
                "{not json",
                #"["a list"]"#,
                #"{"id": "d"}"#,
                #"{"text": "no id"}"#,
                #"{"id": "f", "text": 5}"#,
                #"{"id": "g", "text": "Gọi 111."}"#,
            ], refused: true)
        #expect(answers.count == 7)
        #expect(answers.map(\.line) == [nil, 2, 3, 4, 5, 6, nil])
        #expect(answers.allSatisfy { ($0.error == nil) == ($0.line == nil) })
        #expect(answers[6].id == "g")
    }

    @Test func `a text of a quarter of a megabyte is checked to its end`() async throws {
        let filler = String(repeating: "Trường tổ chức hội thi kể chuyện. ", count: 6_000)
        let answers = try await Self.check([
            #"{"id": "long", "text": "\#(filler)Họ rao bán phim khiêu dâm trẻ em. Gọi 111."}"#
        ])
        #expect(answers.first?.findings?.contains { $0.rule == "S10" && $0.start > 200_000 } == true)
    }
}
