import Outreach

/// How wide columns are to be for their content, in the unit of Excel: digits of its standard font.
enum SheetColumnWidths {
    static func of(_ sheet: Sheet, _ language: Language) -> [Double] {
        sheet.header.indices.map { column in
            // A sample is enough: a cell that needs more wraps or is widened by hand.
            let cells = (sheet.rows.prefix(500) + [sheet.totals ?? []]).map { row in
                width(TextTable.text(of: row.indices.contains(column) ? row[column] : .empty, language), isBold: false)
            }
            let words = sheet.header[column].split(separator: " ").map { width(String($0), isBold: true) }
            // Short headings stay on one line, long ones fall into two.
            let whole = width(sheet.header[column], isBold: true)
            let heading = min(whole, max(whole / 2, 14))
            let widest = max((cells + words).max() ?? 0, heading, narrowest)
            return min(widest, isNumeric(sheet, column) ? widestNumber : widestText)
        }
    }

    private static func isNumeric(_ sheet: Sheet, _ column: Int) -> Bool {
        sheet.rows.contains { $0.indices.contains(column) && ($0[column].isNumber) }
    }

    /// Twelve points of Times New Roman against seven pixels a digit, and some room at both sides.
    private static func width(_ text: String, isBold: Bool) -> Double {
        TimesWidth.of(text, size: 12, isBold: isBold) * 96 / 72 / 7 + 1.8
    }

    /// The lines a text takes in a column.
    static func lines(of text: String, in width: Double, isBold: Bool) -> Int {
        let points = (width - 0.5) * 7 * 72 / 96
        return text.lines.reduce(0) { count, line in
            // Short lines need no measuring.
            let isShort = Double(line.utf8.count) * 12 < points
            let wrapped = isShort ? 1 : TimesWidth.lines(String(line), size: 12, isBold: isBold, width: points).count
            return count + max(1, wrapped)
        }
    }

    private static let narrowest = 6.0
    private static let widestText = 48.0
    /// A number that does not fit shows as hashes.
    private static let widestNumber = 60.0
}
