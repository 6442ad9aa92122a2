/// A table as a person handed it in: a heading row and rows that each know their line in the file.
///
/// Cells are normalised to NFC and trimmed. Every row has exactly as many cells as the heading.
public struct Table: Sendable, Hashable {
    /// How the file was written; nil where the table did not come from delimited text.
    public let format: DelimitedFormat?
    /// Title lines above the heading.
    public let preamble: [TableRow]
    public let header: TableRow
    /// The rows below the heading; blank ones are left out.
    public let rows: [TableRow]

    public init(format: DelimitedFormat?, preamble: [TableRow], header: TableRow, rows: [TableRow]) {
        self.format = format
        self.preamble = preamble
        self.header = header
        self.rows = rows
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

/// Encoding and delimiter of a text table, as they were found.
public struct DelimitedFormat: Sendable, Hashable {
    public let encoding: TextEncoding
    public let delimiter: Delimiter
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
