/// The lines of a file before anything is said about what they are: titles, headings, data.
///
/// For imports that know the headings of their offices better than a list of names could say.
public struct TableLines: Sendable, Hashable {
    public let format: TableFormat
    /// Lines that are not blank, in their order; they may have different numbers of cells.
    public let rows: [TableRow]
    /// Cells merged on a sheet; none in text.
    public let merged: [MergedCells]

    public init(format: TableFormat, rows: [TableRow], merged: [MergedCells] = []) {
        self.format = format
        self.rows = rows
        self.merged = merged
    }

    /// What stands in a cell whose formula was never computed.
    public static let uncomputed = "=…"
}

extension TableFile {
    /// Reads an Excel file or a text table line by line.
    /// - Parameters:
    ///   - sheet: which sheet of an Excel file; nil for the visible one with the line that names most.
    ///   - namedColumns: how many of the columns looked for a line names.
    public static func lines(
        _ file: [UInt8], sheet: String? = nil, limits: TableLimits = TableLimits(), namedColumns: (TableRow) -> Int
    ) throws(TableError) -> TableLines {
        ForeignFile.recognised(in: file) == .officePackage
            ? try WorkbookText.lines(file, sheet: sheet, limits: limits, namedColumns: namedColumns)
            : try DelimitedText.lines(file, limits: limits)
    }
}
