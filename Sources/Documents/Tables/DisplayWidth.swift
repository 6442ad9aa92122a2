import Outreach

/// How many columns of a terminal text takes.
enum DisplayWidth {
    static func of(_ text: String) -> Int {
        text.utf8.allSatisfy { (0x20..<0x7F).contains($0) } ? text.utf8.count : text.reduce(0) { $0 + of($1) }
    }

    /// 0 for what only modifies, 2 for emoji and East Asian wide characters (UAX #11), else 1.
    static func of(_ character: Character) -> Int {
        guard let base = character.unicodeScalars.first else { return 0 }
        if isInvisible(base) { return 0 }
        let isEmoji =
            base.properties.isEmojiPresentation || character.unicodeScalars.contains("\u{FE0F}")
        return isEmoji || wide.contains { $0.contains(base.value) } ? 2 : 1
    }

    /// The longest beginning that fits, with an ellipsis in the last column where something is cut off.
    static func truncated(_ text: String, to width: Int) -> String {
        guard of(text) > width else { return text }
        guard width > 0 else { return "" }
        var result = ""
        var used = 0
        for character in text {
            let next = used + of(character)
            guard next < width else { break }
            result.append(character)
            used = next
        }
        return result + "…"
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: true
        default: false
        }
    }

    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF,
        0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x17000...0x18CFF, 0x1B000...0x1B2FF, 0x20000...0x3FFFD,
    ]
}
