import Outreach

/// Shares the width of a page among the columns of a table: none narrower than its longest word, where that can be.
enum WordColumnWidths {
    /// Left and right of a cell's text, in twentieths of a point.
    static let cellMargin = 85

    /// - Parameters:
    ///   - size: of the text in points.
    ///   - total: in twentieths of a point, as are the widths.
    static func of(_ table: DocumentTable, _ language: Language, size: Double, total: Int) -> [Int] {
        guard !table.header.isEmpty else { return [] }
        let columns = table.header.indices.map { column in
            Column(
                header: table.header[column],
                // A sample is enough to tell wide columns from narrow ones.
                texts: table.rows.prefix(200).map { row in
                    TextTable.text(of: row.cells.indices.contains(column) ? row.cells[column] : .empty, language)
                }, size: size)
        }
        let available = Double(total)
        let least = columns.reduce(0) { $0 + $1.least }
        guard least < available else { return scaled(columns.map(\.least), to: total) }
        // What the longest words leave is shared by how much more each column would like.
        let wishes = columns.map { $0.wish - $0.least }
        let wished = wishes.reduce(0, +)
        let rest = available - least
        let widths = zip(columns, wishes).map { column, wish in
            column.least + (wished > 0 ? rest * wish / wished : rest / Double(columns.count))
        }
        return scaled(widths, to: total)
    }

    private static func scaled(_ widths: [Double], to total: Int) -> [Int] {
        let sum = widths.reduce(0, +)
        var result = widths.map { Int(($0 / sum * Double(total)).rounded(.down)) }
        result[result.count - 1] += total - result.reduce(0, +)
        return result
    }

    private struct Column {
        /// The longest word.
        let least: Double
        /// The longest text on one line, up to a third of a page.
        let wish: Double

        init(header: String, texts: [String], size: Double) {
            let margins = 2.0 * Double(cellMargin) + 20
            let width = { (text: String, isBold: Bool) in TimesWidth.of(text, size: size, isBold: isBold) * 20 }
            let words = header.split(separator: " ").map { width(String($0), true) }
            let others = texts.flatMap { $0.split(separator: " ").map { width(String($0), false) } }
            least = min(2_400, (words + others).max() ?? 0) + margins
            let whole = texts.map { width($0, false) }.max() ?? 0
            wish = max(least, min(3_400, max(whole, width(header, true) / 2)) + margins)
        }
    }
}
