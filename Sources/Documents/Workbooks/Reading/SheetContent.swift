/// The lines of a sheet and the cells merged on it.
struct SheetContent {
    let rows: [TableRow]
    let merged: [MergedCells]
    let hiddenRows: Int
    /// Hidden columns that have cells, counted from 0.
    let hiddenColumns: [Int]
    let legacyFonts: Set<LegacyFont>

    static func read(
        _ sheet: WorkbookSheet, of book: WorkbookParts, limits: TableLimits, firstRows: Int? = nil,
        marksUncomputed: Bool = false
    ) throws(TableError) -> SheetContent {
        let visitor = SheetVisitor(
            book, limits: limits, firstRows: firstRows, marksUncomputed: marksUncomputed)
        try book.package.read(sheet.part, visitor)
        // Lines of a sheet come in order; a file in which they do not would give its errors wrong numbers.
        let rows = visitor.rows.sorted { $0.line < $1.line }
        let width = rows.map(\.cells.count).max() ?? 0
        let hidden = (0..<width).filter { column in visitor.hiddenColumns.contains { $0.contains(column) } }
        return SheetContent(
            rows: rows, merged: visitor.merged, hiddenRows: visitor.hiddenRows, hiddenColumns: hidden,
            legacyFonts: visitor.legacyFonts)
    }

    func table(format: TableFormat, expecting columns: [TableColumn]) throws(TableError) -> Table {
        let width = rows.map(\.cells.count).max() ?? 0
        let even = rows.map { row in
            TableRow(line: row.line, cells: row.cells + Array(repeating: "", count: width - row.cells.count))
        }
        let bands = Set(merged.filter { $0.columns.count * 2 > width && $0.rows.count == 1 }.map(\.rows.lowerBound))
        var assembly = TableAssembly(rows: even, columns: columns)
        assembly.bands = bands
        assembly.headingLines = { line in
            merged.filter { $0.rows.contains(line) }.map { $0.rows.upperBound - line + 1 }.max() ?? 1
        }
        let table = try assembly.table(format: format)
        try refuseMerged(in: table)
        return table
    }

    /// A value merged over several rows belongs to all of them or to one: a count would be taken once or several times,
    /// and nobody can say which is right.
    private func refuseMerged(in table: Table) throws(TableError) {
        let lines = Set(table.rows.map(\.line))
        let spanning = merged.filter { range in
            range.rows.count > 1 && range.columns.lowerBound < table.header.cells.count
                && range.rows.contains { lines.contains($0) }
        }
        guard spanning.isEmpty else { throw .mergedRows(spanning.map(\.text)) }
    }
}
