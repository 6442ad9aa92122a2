/// Reads tables in whatever form offices hand them in.
public enum TableFile {
    /// Reads an Excel file or a text table, told apart by their first bytes.
    /// - Parameters:
    ///   - columns: what the import looks for.
    ///   - sheet: which sheet of an Excel file; nil for the visible one that names most of the columns.
    public static func read(
        _ file: [UInt8], sheet: String? = nil, expecting columns: [TableColumn] = [],
        limits: TableLimits = TableLimits()
    ) throws(TableError) -> Table {
        ForeignFile.recognised(in: file) == .officePackage
            ? try WorkbookText.read(file, sheet: sheet, expecting: columns, limits: limits)
            : try DelimitedText.read(file, expecting: columns, limits: limits)
    }
}
