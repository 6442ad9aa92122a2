/// Fits words into a drawing, where nothing measures or wraps them.
///
/// Fonts differ from reader to reader, so widths are estimates on the wide side.
enum ChartText {
    /// The estimated width of a text at the font size of charts.
    static func width(_ text: String) -> Double {
        text.reduce(0) { $0 + width($1) }
    }

    private static func width(_ character: Character) -> Double {
        switch DisplayWidth.of(character) {
        case 0: 0
        case 2: 14
        default:
            switch character {
            case "i", "í", "ì", "ỉ", "ĩ", "ị", "l", "I", "f", "r", "j", "t", ".", ",", ":", ";", "'", "|", "(", ")",
                " ":
                5
            case "m", "w", "M", "W", "%", "—", "…": 13
            default: character.isUppercase ? 10 : 8.4
            }
        }
    }

    /// The longest beginning that fits, with an ellipsis where something is cut off.
    static func truncated(_ text: String, to limit: Double) -> String {
        guard width(text) > limit else { return text }
        var result = ""
        var used = width("…")
        for character in text {
            used += width(character)
            guard used <= limit else { break }
            result.append(character)
        }
        while result.last == " " { result.removeLast() }
        return result + "…"
    }

    /// The words in lines that fit; beyond `lines`, the last line ends in an ellipsis.
    static func wrapped(_ text: String, to limit: Double, lines maximum: Int) -> [String] {
        let words = text.split(separator: " ").map(String.init)
        var lines: [String] = []
        var index = 0
        while index < words.count, lines.count < maximum {
            var line = words[index]
            index += 1
            while index < words.count, width(line + " " + words[index]) <= limit {
                line += " " + words[index]
                index += 1
            }
            lines.append(line)
        }
        if index < words.count, let last = lines.popLast() {
            lines.append(last + " " + words[index...].joined(separator: " "))
        }
        return lines.map { truncated($0, to: limit) }
    }
}
