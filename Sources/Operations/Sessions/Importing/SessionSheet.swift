import Documents
import Outreach

/// A list of sessions as it lies in a file: titles, headings of one or several lines, rows, totals, and what else
/// people write around them.
struct SessionSheet {
    struct Column: Hashable {
        let index: Int
        /// The headings above the column, the widest first.
        let path: [String]
    }

    let titles: [TableRow]
    /// The first line of the heading.
    let line: Int
    let columns: [Column]
    let rows: [TableRow]
    let totals: [TableRow]
    let skipped: [TableRow]
    /// Cells merged over several of the rows, by their column and line; text is filled down, numbers are not.
    let mergedCells: [Place: MergedCells]

    struct Place: Hashable {
        let column: Int
        let line: Int
    }
}

extension SessionSheet {
    /// Nil where no line looks like a heading.
    init?(_ lines: TableLines, headings: SessionHeadings) {
        let heads = HeadingLines(lines, headings)
        guard let block = heads.block else { return nil }
        titles = Array(lines.rows[..<block.lowerBound])
        line = lines.rows[block.lowerBound].line
        columns = heads.columns(of: block)
        let headingRows = lines.rows[block]
        var parts = SheetRows(columns: columns, headings: headings, headingRows: Array(headingRows))
        for row in lines.rows[block.upperBound...] { parts.take(row) }
        parts.close()
        let filled = MergedRows(lines.merged, lines: parts.rows.map(\.line))
        rows = filled.filled(parts.rows)
        mergedCells = filled.places
        totals = parts.totals
        skipped = parts.skipped
    }
}

/// Finds the heading: the line that names the most columns, with the lines above and below that belong to it.
struct HeadingLines {
    private let lines: TableLines
    private let headings: SessionHeadings

    init(_ lines: TableLines, _ headings: SessionHeadings) {
        self.lines = lines
        self.headings = headings
    }

    private static let searched = 40

    /// How many different fields a line names; lines with days or numbers are data.
    static func named(in row: TableRow, _ headings: SessionHeadings) -> Int {
        guard !row.cells.contains(where: CellLooks.isData) || CellLooks.numbersColumns(row) else { return 0 }
        return Set(row.cells.compactMap { $0.isEmpty ? nil : headings.field(of: [$0]) }).count
    }

    var block: Range<Int>? {
        let candidates = lines.rows.prefix(HeadingLines.searched).map { HeadingLines.named(in: $0, headings) }
        guard let most = candidates.max(), most >= 2, let best = candidates.firstIndex(of: most) else { return nil }
        var (first, last) = (best, best)
        while first > 0, belongsAbove(first - 1, candidates[first - 1], below: first) { first -= 1 }
        while last + 1 < lines.rows.count, belongsBelow(last + 1) { last += 1 }
        return first..<last + 1
    }

    /// A line of groups over the line of columns.
    private func belongsAbove(_ index: Int, _ named: Int, below: Int) -> Bool {
        let (row, next) = (lines.rows[index], lines.rows[below])
        if lines.merged.contains(where: { $0.rows.contains(row.line) && $0.rows.contains(next.line) }) {
            return row.cells.count { !$0.isEmpty } > 1
        }
        return named >= 2 && next.line == row.line + 1
    }

    /// A line of columns under the line of groups.
    private func belongsBelow(_ index: Int) -> Bool {
        let row = lines.rows[index]
        guard !row.cells.contains(where: CellLooks.isData), !CellLooks.numbersColumns(row) else { return false }
        let above = lines.rows[index - 1]
        if lines.merged.contains(where: { $0.rows.contains(row.line) && $0.rows.contains(above.line) }) { return true }
        guard row.line == above.line + 1 else { return false }
        let cells = row.cells.enumerated().filter { !$0.element.isEmpty }
        let known = cells.filter { headings.field(of: group(of: $0.offset, at: index) + [$0.element]) != nil }
        // Data without a day and a number is no heading, whatever words it has.
        return !cells.isEmpty && known.count * 2 > cells.count
            && cells.contains { above[$0.offset].isEmpty }
    }

    /// The heading over a cell in the line above, looked for to the left where it spans.
    private func group(of column: Int, at index: Int) -> [String] {
        guard index > 0 else { return [] }
        let above = lines.rows[index - 1]
        if let merged = lines.merged.first(where: { $0.rows.contains(above.line) && $0.columns.contains(column) }) {
            let text = above[merged.columns.lowerBound]
            return text.isEmpty ? [] : [text]
        }
        let own = above[column]
        if !own.isEmpty { return [own] }
        let left = above.cells.prefix(column).lastIndex { !$0.isEmpty }
        return left.map { [above[$0]] } ?? []
    }

    /// The columns with all headings above each.
    func columns(of block: Range<Int>) -> [SessionSheet.Column] {
        let rows = lines.rows[block]
        let width = rows.map(\.cells.count).max() ?? 0
        let columns = (0..<width).compactMap { column -> SessionSheet.Column? in
            var path: [String] = []
            for (offset, row) in rows.enumerated() {
                let isLast = offset == rows.count - 1
                guard let text = text(of: column, in: row, isLast: isLast, below: rows.dropFirst(offset + 1)),
                    !text.isEmpty, path.last != text
                else { continue }
                path.append(text)
            }
            return path.isEmpty ? nil : SessionSheet.Column(index: column, path: path)
        }
        // Of two columns of one name each can be spoken of: the second is "Ngày (cột D)".
        var seen: Set<[String]> = []
        return columns.map { column in
            guard !seen.insert(column.path.map(SearchText.folded)).inserted, let own = column.path.last else {
                return column
            }
            let path = column.path.dropLast() + ["\(own) (cột \(ColumnName.letters(column.index)))"]
            return SessionSheet.Column(index: column.index, path: Array(path))
        }
    }

    private func text(
        of column: Int, in row: TableRow, isLast: Bool, below: ArraySlice<TableRow>
    ) -> String? {
        if !row[column].isEmpty { return row[column].replacing("\n", with: " ") }
        if let merged = lines.merged.first(where: { $0.rows.contains(row.line) && $0.columns.contains(column) }) {
            return merged.rows.lowerBound == row.line ? row[merged.columns.lowerBound] : nil
        }
        // Without merged cells a group spans to the right as long as columns below it have headings of their own.
        guard !isLast, lines.merged.isEmpty, below.contains(where: { !$0[column].isEmpty }),
            let left = row.cells.prefix(column).lastIndex(where: { !$0.isEmpty }),
            below.contains(where: { !$0[left].isEmpty })
        else { return nil }
        return row[left]
    }
}

/// What the look of a cell says by itself.
enum CellLooks {
    /// A day or a number: no heading has one alone in a cell.
    static func isData(_ cell: String) -> Bool {
        guard let first = cell.utf8.first, cell.utf8.count <= 40 else { return false }
        if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) {
            return cell.wholeMatch(of: /[0-9][0-9.,\/\-: ]*/) != nil
        }
        return cell.contains(/\b[0-9]{1,2}\/[0-9]{1,2}\/[0-9]{2,4}/)
    }

    /// The line many forms have below the heading: (1), (2), (3) …, perhaps with A and B in front.
    static func numbersColumns(_ row: TableRow) -> Bool {
        let marks = row.cells.filter { !$0.isEmpty }.map { $0.trimmingPrefix("(").prefix { $0 != ")" } }
        let numbers = marks.drop { $0.count == 1 && $0.first?.isUppercase == true }.map { Int($0) }
        guard numbers.count >= 3, let first = numbers[0], first == 1 else { return false }
        return numbers.enumerated().allSatisfy { $0.element == first + $0.offset }
    }
}

/// Text of cells merged downwards belongs to every row they span.
struct MergedRows {
    let places: [SessionSheet.Place: MergedCells]
    private let columns: [Int: [Int]]

    init(_ merged: [MergedCells], lines: [Int]) {
        let known = Set(lines)
        var places: [SessionSheet.Place: MergedCells] = [:]
        var columns: [Int: [Int]] = [:]
        for range in merged where (2...10_000).contains(range.rows.count) {
            let spanned = range.rows.filter(known.contains)
            guard spanned.count > 1 else { continue }
            for line in spanned {
                places[SessionSheet.Place(column: range.columns.lowerBound, line: line)] = range
                columns[line, default: []].append(range.columns.lowerBound)
            }
        }
        self.places = places
        self.columns = columns
    }

    func filled(_ rows: [TableRow]) -> [TableRow] {
        guard !places.isEmpty else { return rows }
        var texts: [MergedCells: String] = [:]
        return rows.map { row in
            guard let columns = columns[row.line] else { return row }
            var cells = row.cells
            for column in columns {
                guard let range = places[SessionSheet.Place(column: column, line: row.line)] else { continue }
                while cells.count <= column { cells.append("") }
                if cells[column].isEmpty { cells[column] = texts[range] ?? "" } else { texts[range] = cells[column] }
            }
            return TableRow(line: row.line, cells: cells)
        }
    }
}
