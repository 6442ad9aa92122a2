/// A table as a person handed it in: a heading row and rows that each know their line in the file.
///
/// Cells are normalised to NFC and trimmed. Every row has exactly as many cells as the heading. Lines that are no data
/// are set aside, never lost: a preview shows them.
public struct Table: Sendable, Hashable {
    /// Nil where the table did not come from a file.
    public let format: TableFormat?
    /// Title lines above the heading.
    public let preamble: [TableRow]
    public let header: TableRow
    /// The rows below the heading; blank ones are left out.
    public let rows: [TableRow]
    /// Rows that add others up, "Tổng cộng": counting them would count everything twice.
    public let totals: [TableRow]
    /// Other lines below the heading that are no data: numbers of columns, headings of groups, names of those who sign.
    public let remarks: [TableRow]

    public init(
        format: TableFormat?, preamble: [TableRow] = [], header: TableRow, rows: [TableRow], totals: [TableRow] = [],
        remarks: [TableRow] = []
    ) {
        self.format = format
        self.preamble = preamble
        self.header = header
        self.rows = rows
        self.totals = totals
        self.remarks = remarks
    }
}

/// One row of a table.
public struct TableRow: Sendable, Hashable {
    /// The line of the file on which the row begins, counted from 1 as a text editor counts.
    public let line: Int
    public let cells: [String]

    public init(line: Int, cells: [String]) {
        self.line = line
        self.cells = cells
    }

    /// The cell in a column; empty where the table has no such column.
    public subscript(column: Int?) -> String {
        guard let column, cells.indices.contains(column) else { return "" }
        return cells[column]
    }

    var isBlank: Bool { cells.allSatisfy(\.isEmpty) }
}

/// How much of a table is read before it is refused.
public struct TableLimits: Sendable, Hashable {
    /// Size of the file in bytes.
    public let bytes: Int
    /// Lines that are not blank, titles and heading included.
    public let rows: Int
    public let columns: Int
    /// Size of one cell in bytes of UTF-8. The default is what Excel can hold, 32,767 characters of up to four bytes;
    /// normalising takes time that grows with the square of a text's length.
    public let cellBytes: Int

    public init(bytes: Int = 32 << 20, rows: Int = 200_000, columns: Int = 256, cellBytes: Int = 4 * 32_767) {
        self.bytes = bytes
        self.rows = rows
        self.columns = columns
        self.cellBytes = cellBytes
    }
}
