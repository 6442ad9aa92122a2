import Outreach
import Testing

/// What a reader sees between two texts.
struct TextDifferenceTests {
    private func pieces(_ old: String, _ new: String) -> [TextDifference.Piece] {
        TextDifference(from: old, to: new).pieces
    }

    private func old(_ pieces: [TextDifference.Piece]) -> String {
        pieces.map { piece in
            switch piece {
            case .same(let text), .removed(let text): text
            case .added: ""
            }
        }.joined()
    }

    private func new(_ pieces: [TextDifference.Piece]) -> String {
        pieces.map { piece in
            switch piece {
            case .same(let text), .added(let text): text
            case .removed: ""
            }
        }.joined()
    }

    @Test func `the same text is one kept piece, and no text is none`() {
        #expect(pieces("Gọi 111", "Gọi 111") == [.same("Gọi 111")])
        #expect(pieces("", "").isEmpty)
        #expect(TextDifference(from: "a b", to: "a b").isEmpty)
    }

    @Test func `a changed word is shown whole, between what stays`() {
        #expect(
            pieces("Hãy gọi 112 ngay.", "Hãy gọi 111 ngay.")
                == [.same("Hãy gọi "), .removed("112"), .added("111"), .same(" ngay.")])
    }

    @Test func `neighbouring changed words are one phrase`() {
        #expect(
            pieces("một hai ba bốn", "một năm sáu bốn")
                == [.same("một "), .removed("hai ba"), .added("năm sáu"), .same(" bốn")])
    }

    @Test func `a changed line end is seen, and lines are not run together`() {
        #expect(pieces("a\nb", "a b") == [.same("a"), .removed("\n"), .added(" "), .same("b")])
        #expect(
            pieces("a\nx\nb", "a\ny\nb") == [.same("a\n"), .removed("x"), .added("y"), .same("\nb")])
    }

    @Test func `two spellings of one character differ, as they do for a receiver`() {
        let (composed, decomposed) = ("\u{1ECD}", "o\u{0323}")
        #expect(composed == decomposed)
        #expect(pieces(composed, decomposed) == [.removed(composed), .added(decomposed)])
    }

    @Test(arguments: [
        ("", "Gọi 111"), ("Gọi 111", ""), ("Khi trẻ em cần giúp đỡ", "Khi con cần được giúp"),
        ("a\r\nb", "a\nb"), ("🙂 vui", "vui 🙂🙂"), ("  x  ", " x"), ("a. b, c!", "a, b. c?"),
    ])
    func `the pieces put together are both texts`(before: String, after: String) {
        let pieces = pieces(before, after)
        #expect(Array(old(pieces).unicodeScalars) == Array(before.unicodeScalars))
        #expect(Array(new(pieces).unicodeScalars) == Array(after.unicodeScalars))
    }

    @Test func `two long texts without a common word are compared in no time`() {
        let (before, after) = (
            String(repeating: "một hai ", count: 20_000), String(repeating: "ba bốn ", count: 20_000)
        )
        let pieces = pieces(before, after)
        #expect(old(pieces) == before && new(pieces) == after)
    }
}
