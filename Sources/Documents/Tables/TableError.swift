public import Outreach

/// Why a file could not be read as a table. Nothing of it is kept in any of these cases.
public enum TableError: ReadableError, Hashable {
    case tooLarge(bytes: Int, limit: Int)
    case tooManyRows(limit: Int)
    case tooManyColumns(line: Int, limit: Int)
    /// A cell of more bytes than allowed.
    case cellTooLong(line: Int, limit: Int)
    case notText(ForeignFile)
    /// A byte that no known encoding explains; the offset counts from 0, the line from 1.
    case unreadableByte(UInt8, offset: Int, line: Int)
    case empty
    /// A cell that begins with a quotation mark and never ends.
    case unclosedQuote(line: Int)
    /// Text between a closing quotation mark and the next delimiter.
    case textAfterQuote(line: Int)
    /// Rows with more or fewer cells than the heading has.
    case unevenRows([UnevenRow], columns: Int)
    case missingColumns([String], seen: [String])
    case ambiguousColumn(String, headings: [String])
    /// An Excel file that is damaged, locked or grows beyond all measure.
    case damagedWorkbook(ArchiveError)
    case malformedWorkbook(part: String, line: Int)
    /// Markup no office program writes, such as a document type with entities.
    case forbiddenMarkup(part: String)
    case noVisibleSheet
    case noSuchSheet(String, seen: [String])
    /// Cells merged over several rows of data.
    case mergedRows([String])
    /// A formula without its value; the column is counted from 0.
    case uncomputedFormula(line: Int, column: Int)
}

/// A row whose number of cells differs from the heading's.
public struct UnevenRow: Sendable, Hashable {
    public let line: Int
    public let cells: Int

    public init(line: Int, cells: Int) {
        self.line = line
        self.cells = cells
    }
}
