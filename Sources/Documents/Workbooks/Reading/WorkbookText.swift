/// Reads a table out of an Excel file (.xlsx, ECMA-376).
///
/// Everything is bounded before it is unpacked. Cells become the text a person sees, so that one import reads Excel files
/// and text tables alike: days as `dd/MM/yyyy`, decimals with a comma and no points between thousands.
public enum WorkbookText {
    /// - Parameters:
    ///   - sheet: which sheet; nil for the visible one that names most of the columns, the first among equals.
    ///   - columns: what the import looks for.
    public static func read(
        _ file: [UInt8], sheet: String? = nil, expecting columns: [TableColumn] = [],
        limits: TableLimits = TableLimits()
    ) throws(TableError) -> Table {
        let (content, format) = try content(of: file, sheet: sheet, limits: limits) { $0.named(of: columns) }
        return try content.table(format: .workbook(format), expecting: columns)
    }

    /// The lines of a sheet as they stand, with the cells merged on it.
    /// - Parameter namedColumns: how many columns that are looked for a line names; the sheet with the best line is read.
    static func lines(
        _ file: [UInt8], sheet: String?, limits: TableLimits, namedColumns: (TableRow) -> Int
    ) throws(TableError) -> TableLines {
        let (content, format) = try content(
            of: file, sheet: sheet, limits: limits, marksUncomputed: true, namedColumns: namedColumns)
        return TableLines(format: .workbook(format), rows: content.rows, merged: content.merged)
    }

    private static func content(
        of file: [UInt8], sheet: String?, limits: TableLimits, marksUncomputed: Bool = false,
        namedColumns: (TableRow) -> Int
    ) throws(TableError) -> (SheetContent, WorkbookFormat) {
        guard file.count <= limits.bytes else { throw .tooLarge(bytes: file.count, limit: limits.bytes) }
        if let kind = ForeignFile.recognised(in: file), kind != .officePackage { throw .notText(kind) }
        let package = try WorkbookPackage(file)
        let book = try WorkbookParts(package)
        let visible = book.sheets.filter(\.isVisible)
        guard !visible.isEmpty else { throw .noVisibleSheet }
        let chosen = try choose(sheet, among: visible, of: book, limits, namedColumns)
        let content = try SheetContent.read(chosen, of: book, limits: limits, marksUncomputed: marksUncomputed)
        let format = WorkbookFormat(
            sheet: chosen.name, otherSheets: visible.filter { $0 != chosen }.map(\.name),
            hiddenSheets: book.sheets.filter { !$0.isVisible }.map(\.name), hiddenRows: content.hiddenRows,
            hiddenColumns: content.hiddenColumns.map(ColumnName.letters),
            countsFrom1904: book.countsFrom1904, legacyFonts: content.legacyFonts)
        return (content, format)
    }

    private static func choose(
        _ name: String?, among visible: [WorkbookSheet], of book: WorkbookParts, _ limits: TableLimits,
        _ namedColumns: (TableRow) -> Int
    ) throws(TableError) -> WorkbookSheet {
        if let name {
            guard let sheet = visible.first(where: { $0.name == name }) else {
                throw .noSuchSheet(name, seen: visible.map(\.name))
            }
            return sheet
        }
        guard visible.count > 1 else { return visible[0] }
        var best = (sheet: visible[0], named: -1)
        for sheet in visible {
            let content = try SheetContent.read(
                sheet, of: book, limits: limits, firstRows: TableAssembly.searchedForHeading, marksUncomputed: true)
            let named = content.rows.isEmpty ? -1 : content.rows.map(namedColumns).max() ?? 0
            if named > best.named { best = (sheet, named) }
        }
        return best.sheet
    }
}
