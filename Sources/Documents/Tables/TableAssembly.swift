import Outreach

/// Sorts the lines of a file into titles, heading, rows, totals and remarks.
struct TableAssembly {
    /// Lines that are not blank, in their order.
    let rows: [TableRow]
    /// What the import looks for.
    let columns: [TableColumn]
    /// Lines that are one merged cell across most of the table: headings of groups.
    var bands: Set<Int> = []
    /// The lines of the heading where it has several; told by cells merged downwards.
    var headingLines: (Int) -> Int = { _ in 1 }

    func table(format: TableFormat) throws(TableError) -> Table {
        guard let heading = TableAssembly.headingIndex(in: rows, expecting: columns) else { throw .empty }
        let last = rows[heading].line + max(1, headingLines(rows[heading].line)) - 1
        let headingRows = rows[heading...].prefix { $0.line <= last }
        let header = TableAssembly.joined(Array(headingRows)).withoutTrailingBlanks(beyond: 0)
        var parts = Parts(columns: header.cells.count, isImport: !columns.isEmpty)
        for row in rows[headingRows.endIndex...] { parts.take(row, isBand: bands.contains(row.line)) }
        return Table(
            format: format, preamble: Array(rows[..<heading]), header: header,
            rows: try TableAssembly.even(parts.data, columns: header.cells.count), totals: parts.totals,
            remarks: parts.remarks)
    }

    /// Offices write titles above the heading, so the heading is the line among the first twenty that names most of the
    /// columns; without any it is the first line.
    static func headingIndex(in rows: [TableRow], expecting columns: [TableColumn]) -> Int? {
        let named = rows.prefix(searchedForHeading).map { $0.named(of: columns) }
        guard let most = named.max() else { return nil }
        return named.firstIndex(of: most)
    }

    /// A heading of several lines names each column by its lowest line.
    private static func joined(_ rows: [TableRow]) -> TableRow {
        let width = rows.map(\.cells.count).max() ?? 0
        let cells = (0..<width).map { column in rows.last { !$0[column].isEmpty }?[column] ?? "" }
        return TableRow(line: rows.first?.line ?? 1, cells: cells)
    }

    private static func even(_ rows: [TableRow], columns: Int) throws(TableError) -> [TableRow] {
        let rows = rows.map { $0.withoutTrailingBlanks(beyond: columns) }
        let uneven = rows.filter { $0.cells.count != columns }
        guard uneven.isEmpty else {
            throw .unevenRows(uneven.map { UnevenRow(line: $0.line, cells: $0.cells.count) }, columns: columns)
        }
        return rows
    }

    static let searchedForHeading = 20
}

/// What stands below a heading.
private struct Parts {
    let columns: Int
    /// Columns are looked for, so that a line of bare numbers below them can only number them.
    let isImport: Bool
    var data: [TableRow] = []
    var totals: [TableRow] = []
    var remarks: [TableRow] = []

    init(columns: Int, isImport: Bool) {
        self.columns = columns
        self.isImport = isImport
    }

    mutating func take(_ row: TableRow, isBand: Bool) {
        if row.isTotal {
            totals.append(row)
        } else if isBand || data.isEmpty && row.numbersColumns(isImport: isImport)
            || !totals.isEmpty && isSignature(row)
        {
            remarks.append(row)
        } else {
            data.append(row)
        }
    }

    /// Below the totals people sign: a line with one or two cells in a table of more.
    private func isSignature(_ row: TableRow) -> Bool {
        columns >= 4 && row.cells.count { !$0.isEmpty } <= 2
    }
}

extension TableRow {
    /// How many of the columns the line names.
    func named(of columns: [TableColumn]) -> Int { columns.count { !places(of: $0).isEmpty } }

    /// Spreadsheets fill every line up to the widest; blanks beyond a column say nothing.
    func withoutTrailingBlanks(beyond columns: Int) -> TableRow {
        guard cells.count > columns, let last = cells.last, last.isEmpty else { return self }
        let used = (cells.lastIndex { !$0.isEmpty } ?? -1) + 1
        return TableRow(line: line, cells: Array(cells.prefix(max(used, columns))))
    }

    /// Whether the line adds others up: its first words say nothing else.
    fileprivate var isTotal: Bool {
        guard let first = cells.first(where: { !$0.isEmpty }), first.utf8.count <= 40 else { return false }
        return TableRow.totalWords.contains(SearchText.folded(first)) && cells.count { !$0.isEmpty } > 1
    }

    /// The line many forms have below the heading: (1), (2), (3) …, perhaps with A and B in front.
    fileprivate func numbersColumns(isImport: Bool) -> Bool {
        guard isImport || cells.contains(where: { $0.hasPrefix("(") }) else { return false }
        let marks = cells.filter { !$0.isEmpty }.map { $0.trimmingPrefix("(").prefix { $0 != ")" } }
        let numbers = marks.drop { $0.count == 1 && $0.first?.isUppercase == true }.map { Int($0) }
        guard numbers.count >= 3, let first = numbers[0] else { return false }
        return numbers.enumerated().allSatisfy { $0.element == first + $0.offset } && first == 1
    }

    private static let totalWords: Set<String> = [
        "cong", "tong", "tong cong", "tong so", "cong chung", "tong chung", "cong don", "total",
        "grand total", "sum",
    ]
}
