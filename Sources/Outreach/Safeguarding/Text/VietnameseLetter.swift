import Foundation

/// What Vietnamese spelling puts above, below and through a letter, taken apart.
///
/// A syllable has one tone, and writers differ in which letter carries it (hoà, hòa); so words are compared by their
/// toneless letters and their tone.
enum VietnameseLetter {
    /// The five written tones; a syllable without a mark has the level tone, 0.
    private static let toneMarks: [Unicode.Scalar: UInt8] = [
        "\u{300}": 1, "\u{301}": 2, "\u{309}": 3, "\u{303}": 4, "\u{323}": 5,
    ]

    struct Parts: Sendable {
        /// The letter without its tone: ế is ê.
        let toneless: Unicode.Scalar
        /// The letter without any mark: ế is e, đ is d.
        let bare: Unicode.Scalar
        let tone: UInt8
    }

    /// Every lower-case letter that has a mark, at its place; nothing at those of letters of other languages.
    private static let parts: [Parts?] = {
        var parts = [Parts?](repeating: nil, count: places)
        func add(_ letter: Unicode.Scalar, _ part: Parts) {
            if let place = place(of: letter) { parts[place] = part }
        }
        add("đ", Parts(toneless: "đ", bare: "d", tone: 0))
        for vowel in "aăâeêioôơuưy".unicodeScalars {
            let bare = String(vowel).decomposedStringWithCanonicalMapping.unicodeScalars.first ?? vowel
            if vowel != bare { add(vowel, Parts(toneless: vowel, bare: bare, tone: 0)) }
            for (mark, tone) in toneMarks {
                let composed = String(String.UnicodeScalarView([vowel, mark])).precomposedStringWithCanonicalMapping
                guard let letter = composed.unicodeScalars.first else { continue }
                add(letter, Parts(toneless: vowel, bare: bare, tone: tone))
            }
        }
        return parts
    }()

    /// The blocks of Unicode in which they lie, one behind the other.
    private static let firstBlock: ClosedRange<UInt32> = 0xC0...0x1BF
    private static let secondBlock: ClosedRange<UInt32> = 0x1EA0...0x1EFF
    private static let places = firstBlock.count + secondBlock.count

    private static func place(of scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case firstBlock: Int(scalar.value - firstBlock.lowerBound)
        case secondBlock: firstBlock.count + Int(scalar.value - secondBlock.lowerBound)
        default: nil
        }
    }

    static func parts(of scalar: Unicode.Scalar) -> Parts? { place(of: scalar).flatMap { parts[$0] } }

    static func isVowel(_ bare: Unicode.Scalar) -> Bool {
        switch bare {
        case "a", "e", "i", "o", "u", "y": true
        default: false
        }
    }
}
