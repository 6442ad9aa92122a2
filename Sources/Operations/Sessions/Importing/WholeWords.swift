/// The words of a folded text, to look for phrases in: byte by byte, for every place of a list is asked about dozens.
struct WholeWords {
    /// With a blank at either end.
    private let bytes: [UInt8]

    init(_ folded: String) {
        bytes = [UInt8(ascii: " ")] + folded.utf8 + [UInt8(ascii: " ")]
    }

    /// Whether the words of a phrase stand in the text one after the other, none of them a part of a longer one.
    func has(_ phrase: String) -> Bool {
        let length = phrase.utf8.count
        guard length + 2 <= bytes.count else { return false }
        return (0...bytes.count - length - 2).contains { start in
            bytes[start] == UInt8(ascii: " ") && bytes[start + length + 1] == UInt8(ascii: " ")
                && bytes[start + 1..<start + 1 + length].elementsEqual(phrase.utf8)
        }
    }

    func has(anyOf phrases: [String]) -> Bool { phrases.contains(where: has) }
}
