import Foundation

/// Tells Vietnamese from letters that only look like it.
///
/// Old encodings give meaningless but valid letters when they are read as another; a syllable of Vietnamese, though, has
/// at most one tone, marks on vowels alone, and one of few beginnings and ends.
enum VietnameseSyllable {
    /// How many of the words with letters beyond ASCII can be Vietnamese.
    struct Evidence: Hashable {
        var likely = 0
        var unlikely = 0

        /// Enough to believe it, a foreign name here and there allowed for.
        var isConvincing: Bool { likely > 0 && likely >= 4 * unlikely }
        var balance: Int { likely - 4 * unlikely }
    }

    /// Looks at the beginning of a text.
    static func evidence(in text: String) -> Evidence {
        var evidence = Evidence()
        for word in text.prefix(sampled).split(whereSeparator: isBetweenWords)
        where !word.utf8.allSatisfy({ $0 < 0x80 }) {
            if isSyllable(word) { evidence.likely += 1 } else { evidence.unlikely += 1 }
        }
        return evidence
    }

    static func isSyllable(_ word: Substring) -> Bool {
        guard word.count <= 7 else { return false }
        var letters = ""
        var tones = 0
        for character in word {
            let scalars = Array(String(character).decomposedStringWithCanonicalMapping.lowercased().unicodeScalars)
            guard let first = scalars.first else { return false }
            let base = first == "đ" ? "d" : first
            guard (UInt32(ascii: "a")...UInt32(ascii: "z")).contains(base.value) else { return false }
            for mark in scalars.dropFirst() {
                if toneMarks.contains(mark), vowels.contains(Character(base)) {
                    tones += 1
                } else if !(shapeMarks[mark]?.contains(Character(base)) ?? false) {
                    return false
                }
            }
            letters.unicodeScalars.append(base)
        }
        return tones <= 1 && hasShape(letters)
    }

    /// A beginning, one to three vowels, an end; the first and the last may be missing.
    private static func hasShape(_ letters: String) -> Bool {
        beginnings.contains { beginning in
            guard letters.hasPrefix(beginning) else { return false }
            let rest = letters.dropFirst(beginning.count)
            let nucleus = rest.prefix { vowels.contains($0) }
            return (1...3).contains(nucleus.count) && ends.contains(String(rest.dropFirst(nucleus.count)))
        }
    }

    /// Signs of office texts part words; every other sign, left over by a wrong reading, counts as part of one.
    private static func isBetweenWords(_ character: Character) -> Bool {
        character.isASCII ? !character.isLetter : signs.contains(character)
    }

    private static let sampled = 65_536
    private static let signs = Set("\u{A0}“”‘’„‚–—…•€₫°²³«»×÷½¼¾·−≥≤")
    private static let vowels = Set("aeiouy")
    private static let toneMarks: Set<Unicode.Scalar> = ["\u{0300}", "\u{0301}", "\u{0303}", "\u{0309}", "\u{0323}"]
    /// Circumflex, breve, horn, and the letters that bear them.
    private static let shapeMarks: [Unicode.Scalar: Set<Character>] = [
        "\u{0302}": ["a", "e", "o"], "\u{0306}": ["a"], "\u{031B}": ["o", "u"],
    ]
    private static let beginnings = [
        "", "b", "c", "ch", "d", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "q",
        "qu",
        "r", "s", "t", "th", "tr", "v", "x",
    ]
    private static let ends: Set<String> = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"]
}

extension UInt32 {
    fileprivate init(ascii: Unicode.Scalar) { self = ascii.value }
}
