public import Outreach

/// A table for a terminal: columns aligned, two blanks between them, the heading underlined, numbers to the right.
public struct TextTable: Sendable {
    private let header: [String]
    private let rows: [[String]]
    private let isNumeric: [Bool]

    /// - Parameters:
    ///   - header: one heading a column; cells beyond the last heading are not shown.
    ///   - language: how numbers are written.
    public init(header: [String], rows: [[Cell]], language: Language) {
        self.header = header.map(TextTable.printable)
        self.rows = rows.map { row in
            header.indices.map { $0 < row.count ? TextTable.text(of: row[$0], language) : "" }
        }
        isNumeric = header.indices.map { column in
            let values = rows.compactMap { column < $0.count ? $0[column] : nil }.filter { $0 != .empty }
            return !values.isEmpty && values.allSatisfy(\.isNumber)
        }
    }

    /// The table as lines of text, each ending in a line feed.
    /// - Parameter maximumWidth: columns of the terminal. The widest columns of text are cut with an ellipsis to fit;
    ///   numbers never are, for a number cut short is another number, so a table of many columns can still be wider.
    public func text(maximumWidth: Int? = nil) -> String {
        let widths = widths(within: maximumWidth)
        let underline = widths.map { String(repeating: "-", count: $0) }
        return ([header, underline] + rows).map { line($0, widths: widths) }.joined()
    }

    private func line(_ cells: [String], widths: [Int]) -> String {
        let padded = cells.indices.map { column in
            let cell = DisplayWidth.truncated(cells[column], to: widths[column])
            let blanks = String(repeating: " ", count: widths[column] - DisplayWidth.of(cell))
            return isNumeric[column] ? blanks + cell : cell + blanks
        }
        let line = padded.joined(separator: TextTable.gap)
        let end = line.lastIndex { $0 != " " }
        return (end.map { line[...$0] } ?? "") + "\n"
    }

    private func widths(within maximum: Int?) -> [Int] {
        var widths = header.indices.map { column in
            ([header[column]] + rows.map { $0[column] }).map { DisplayWidth.of($0) }.max() ?? 0
        }
        guard let maximum else { return widths }
        var excess = widths.reduce(0, +) + TextTable.gap.count * max(0, widths.count - 1) - maximum
        while excess > 0 {
            let shrinkable = widths.indices.filter { !isNumeric[$0] && widths[$0] > TextTable.narrowest }
            guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }

    /// A cell as people read it, on one line; empty where there is no value.
    static func text(of cell: Cell, _ language: Language) -> String {
        switch cell {
        case .text(let text): printable(text)
        case .integer(let number): NumberFormatting.integer(number, language)
        case .decimal(let number, let digits):
            NumberFormatting.decimal(number, fractionDigits: digits, language)
        case .percent(let share, let digits):
            NumberFormatting.percent(share, fractionDigits: digits, language)
        case .day(let day): day.written
        case .empty: ""
        }
    }

    /// On one line, and without control characters, which could move the cursor or recolour the terminal.
    private static func printable(_ text: String) -> String {
        let scalars = text.normalized.unicodeScalars.map { scalar in
            scalar.properties.generalCategory == .control || scalar.properties.isWhitespace ? " " : scalar
        }
        return String(String.UnicodeScalarView(scalars)).split(separator: " ").joined(separator: " ")
    }

    private static let gap = "  "
    private static let narrowest = 6
}
