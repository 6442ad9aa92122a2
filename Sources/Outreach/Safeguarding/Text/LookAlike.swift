import Foundation

/// Characters of other alphabets and decorative letters that a reader takes for Latin ones.
enum LookAlike {
    /// The plain spelling of such a character; nil for every other.
    static func plain(_ scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0xD0, 0x189: "Đ"
        case 0xF0, 0x256: "đ"
        case 0x370...0x52F: letters[scalar]
        case 0x2460...0x24FF, 0x2070...0x209C, 0x2100...0x214F, 0xFF01...0xFF5E, 0x1D400...0x1D7FF: compatible(scalar)
        case 0x1F130...0x1F149: letter(scalar.value - 0x1F130)
        case 0x1F150...0x1F169: letter(scalar.value - 0x1F150)
        case 0x1F170...0x1F189: letter(scalar.value - 0x1F170)
        default: nil
        }
    }

    /// Greek and Cyrillic letters by the Latin ones they are mistaken for (Unicode TS #39, confusables).
    private static let letters: [Unicode.Scalar: String] = [
        "А": "A", "В": "B", "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C", "Т": "T", "У": "Y",
        "Х": "X", "І": "I", "Ј": "J", "Ѕ": "S", "а": "a", "в": "b", "е": "e", "к": "k", "м": "m", "н": "h", "о": "o",
        "р": "p", "с": "c", "т": "t", "у": "y", "х": "x", "і": "i", "ј": "j", "ѕ": "s", "һ": "h", "ԁ": "d", "ԛ": "q",
        "ԝ": "w", "Α": "A", "Β": "B", "Ε": "E", "Ζ": "Z", "Η": "H", "Ι": "I", "Κ": "K", "Μ": "M", "Ν": "N", "Ο": "O",
        "Ρ": "P", "Τ": "T", "Υ": "Y", "Χ": "X", "α": "a", "ι": "i", "κ": "k", "ν": "v", "ο": "o", "ρ": "p", "τ": "t",
        "υ": "u", "χ": "x",
    ]

    private static func compatible(_ scalar: Unicode.Scalar) -> String? {
        let plain = String(scalar).precomposedStringWithCompatibilityMapping
        return plain.unicodeScalars.first == scalar ? nil : plain
    }

    private static func letter(_ index: UInt32) -> String? {
        Unicode.Scalar(0x41 + index).map(String.init)
    }
}
