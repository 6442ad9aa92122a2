import Foundation

/// How wide text set in Times New Roman comes out: rules under lines have lengths that depend on it.
///
/// Widths are those of the font's own metrics in thousandths of its size; letters with marks are as wide as their base,
/// but for the horned ones.
enum TimesWidth {
    /// The width in points of a text on one line.
    static func of(_ text: String, size: Double, isBold: Bool) -> Double {
        let table = isBold ? bold : regular
        return text.reduce(0) { $0 + width($1, table) } * size / 1_000
    }

    /// The lines into which the text falls in a column so many points wide.
    static func lines(_ text: String, size: Double, isBold: Bool, width: Double) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            let longer = lines.last.map { "\($0) \(word)" } ?? String(word)
            if !lines.isEmpty, of(longer, size: size, isBold: isBold) <= width {
                lines[lines.count - 1] = longer
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }

    /// The narrowest column in which the text falls into as few lines as in one so many points wide: its lines are then
    /// of like length.
    static func balanced(_ text: String, size: Double, isBold: Bool, within width: Double) -> Double {
        let count = lines(text, size: size, isBold: isBold, width: width).count
        guard count > 1 else { return width }
        let widest = { (column: Double) in
            lines(text, size: size, isBold: isBold, width: column).map { of($0, size: size, isBold: isBold) }.max() ?? 0
        }
        var narrowest = widest(width)
        while narrowest > 1, lines(text, size: size, isBold: isBold, width: narrowest - 0.5).count == count {
            narrowest = widest(narrowest - 0.5)
        }
        // Room for how other programs round.
        return min(width, narrowest + 3)
    }

    private static func width(_ character: Character, _ table: Table) -> Double {
        if let special = table.special[character] { return special }
        let scalars = String(character).decomposedStringWithCanonicalMapping.unicodeScalars
        guard let base = scalars.first else { return 0 }
        if scalars.contains("\u{031B}"), let horned = table.horned[Character(base)] { return horned }
        if let special = table.special[Character(base)] { return special }
        let index = Int(base.value) - 32
        return table.printable.indices.contains(index) ? table.printable[index] : 722
    }

    private struct Table {
        /// U+0020 to U+007E.
        let printable: [Double]
        let horned: [Character: Double]
        let special: [Character: Double]
    }

    private static let regular = Table(
        printable: [
            250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500,
            500,
            500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389,
            722,
            611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333,
            444,
            500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500,
            722,
            500, 500, 444, 480, 200, 480, 541,
        ],
        horned: ["O": 722, "o": 528, "U": 775, "u": 541],
        special: [
            "Đ": 722, "đ": 500, "–": 500, "—": 1_000, "…": 1_000, "“": 443, "”": 443, "‘": 333, "’": 333, "•": 350,
        ])

    private static let bold = Table(
        printable: [
            250, 333, 555, 500, 500, 1_000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500,
            500, 500, 500, 500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667, 611, 778, 778, 389,
            500,
            778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1_000, 722, 722, 667, 333, 278, 333, 581, 500,
            333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333,
            556,
            500, 722, 500, 500, 444, 394, 220, 394, 520,
        ],
        horned: ["O": 777, "o": 553, "U": 795, "u": 600],
        special: [
            "Đ": 722, "đ": 556, "–": 500, "—": 1_000, "…": 1_000, "“": 500, "”": 500, "‘": 333, "’": 333, "•": 350,
        ])
}
