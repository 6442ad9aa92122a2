import Foundation

/// A text as the rules see it: NFC, lower case, without hidden characters and look-alikes, each scalar with the place
/// it came from.
struct FoldedText {
    /// One scalar of the folded text.
    struct Element {
        var scalar: Unicode.Scalar
        /// The scalars of the original it stands for: `start..<end`.
        var start: Int32
        var end: Int32
        var isUpper: Bool
        /// It was another character that only looks like this one.
        var isDisguised: Bool
    }

    private(set) var elements: [Element] = []

    init(_ text: String) {
        elements.reserveCapacity(text.utf8.count)
        var position: Int32 = 0
        for scalar in text.unicodeScalars {
            append(scalar, at: position)
            position += 1
        }
    }

    private mutating func append(_ scalar: Unicode.Scalar, at position: Int32) {
        if scalar.value < 0x80 {
            let isUpper = (0x41...0x5A).contains(scalar.value)
            let lower = isUpper ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar
            add(scalar.value == 0x0D ? "\n" : lower, at: position, isUpper: isUpper)
        } else if LetterCase.isCommon(scalar) {
            addLetter(scalar, at: position, isDisguised: false)
        } else if HiddenCharacter.isHidden(scalar) {
            return
        } else if HiddenCharacter.isBlank(scalar) {
            add(" ", at: position)
        } else if scalar.value == 0x2028 || scalar.value == 0x2029 || scalar.value == 0x85 {
            add("\n", at: position)
        } else if scalar.properties.generalCategory == .nonspacingMark {
            compose(scalar, at: position)
        } else if let plain = LookAlike.plain(scalar) {
            for letter in plain.unicodeScalars { addLetter(letter, at: position, isDisguised: true) }
        } else {
            addLetter(scalar, at: position, isDisguised: false)
        }
    }

    private mutating func addLetter(_ scalar: Unicode.Scalar, at position: Int32, isDisguised: Bool) {
        let lower = LetterCase.lower(scalar)
        add(lower, at: position, isUpper: lower != scalar, isDisguised: isDisguised)
    }

    private mutating func add(
        _ scalar: Unicode.Scalar, at position: Int32, isUpper: Bool = false, isDisguised: Bool = false
    ) {
        elements.append(
            Element(
                scalar: scalar, start: position, end: position + 1, isUpper: isUpper, isDisguised: isDisguised))
    }

    /// Joins a mark to the letter before it; one that fits no letter is left out.
    private mutating func compose(_ mark: Unicode.Scalar, at position: Int32) {
        guard var last = elements.last else { return }
        let joined = String(String.UnicodeScalarView([last.scalar, mark])).precomposedStringWithCanonicalMapping
        if joined.unicodeScalars.count == 1, let scalar = joined.unicodeScalars.first { last.scalar = scalar }
        last.end = position + 1
        elements[elements.count - 1] = last
    }
}

/// Lower case, letter by letter: the letters of Vietnamese and English without asking Unicode's tables.
enum LetterCase {
    /// Letters of Vietnamese and its neighbours that nothing has to be asked about: they are no marks by themselves and
    /// look like no other letter.
    static func isCommon(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xD0, 0xF0, 0x189: false
        case 0xC0...0x24F, 0x1E00...0x1EFF: true
        default: false
        }
    }

    static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let value = scalar.value
        switch value {
        case ..<0x80: return (0x41...0x5A).contains(value) ? Unicode.Scalar(UInt8(value) + 32) : scalar
        case 0xC0...0xDE where value != 0xD7, 0x391...0x3A9, 0x410...0x42F: return shifted(scalar, by: 32)
        case 0x100...0x137, 0x14A...0x177, 0x1A0...0x1A5, 0x1E00...0x1EFF:
            return value.isMultiple(of: 2) ? shifted(scalar, by: 1) : scalar
        case 0x1AF: return "ư"
        case 0xDF...0xFF, 0x1B0: return scalar
        case 0xDF...0x24F: return single(scalar.properties.lowercaseMapping) ?? scalar
        default: return scalar
        }
    }

    private static func shifted(_ scalar: Unicode.Scalar, by distance: UInt32) -> Unicode.Scalar {
        Unicode.Scalar(scalar.value + distance) ?? scalar
    }

    private static func single(_ text: String) -> Unicode.Scalar? {
        text.unicodeScalars.count == 1 ? text.unicodeScalars.first : nil
    }
}
