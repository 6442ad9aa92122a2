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

    /// Every lower-case letter that has a mark; plain letters and letters of other languages are not there.
    private static let parts: [Unicode.Scalar: Parts] = {
        var parts: [Unicode.Scalar: Parts] = ["đ": Parts(toneless: "đ", bare: "d", tone: 0)]
        for vowel in "aăâeêioôơuưy".unicodeScalars {
            let bare = String(vowel).decomposedStringWithCanonicalMapping.unicodeScalars.first ?? vowel
            if vowel != bare { parts[vowel] = Parts(toneless: vowel, bare: bare, tone: 0) }
            for (mark, tone) in toneMarks {
                let composed = String(String.UnicodeScalarView([vowel, mark])).precomposedStringWithCanonicalMapping
                guard let scalar = composed.unicodeScalars.first else { continue }
                parts[scalar] = Parts(toneless: vowel, bare: bare, tone: tone)
            }
        }
        return parts
    }()

    /// Letters carry marks only above ASCII; the check keeps plain text fast.
    static func parts(of scalar: Unicode.Scalar) -> Parts? {
        scalar.value < 0x80 ? nil : parts[scalar]
    }

    static func isVowel(_ bare: Unicode.Scalar) -> Bool {
        switch bare {
        case "a", "e", "i", "o", "u", "y": true
        default: false
        }
    }
}
