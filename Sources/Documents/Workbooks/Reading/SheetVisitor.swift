import Outreach

/// Reads the cells of one sheet.
final class SheetVisitor: MarkupVisitor {
    private(set) var rows: [TableRow] = []
    private(set) var merged: [MergedCells] = []
    private(set) var hiddenRows = 0
    /// Counted from 0; a sheet may hide thousands beyond its data.
    private(set) var hiddenColumns: [ClosedRange<Int>] = []
    private(set) var legacyFonts: Set<LegacyFont> = []

    private let book: WorkbookParts
    private let limits: TableLimits
    private let firstRows: Int?
    private let marksUncomputed: Bool
    private var line = 0
    private var isHidden = false
    private var cells: [String] = []
    private var cell = OpenCell()

    /// The cell being read.
    private struct OpenCell {
        var column = -1
        var type = "n"
        var look = CellLook()
        var value: [UInt8] = []
        var isValue = false
        var hasValue = false
        var hasFormula = false
        var inline = CellStringBuilder()
        var isInline = false
    }

    /// - Parameters:
    ///   - firstRows: stops after so many lines that are not blank; nil reads them all.
    ///   - marksUncomputed: a formula without its value is marked in its cell and left to whoever needs the cell.
    init(_ book: WorkbookParts, limits: TableLimits, firstRows: Int?, marksUncomputed: Bool = false) {
        self.book = book
        self.limits = limits
        self.firstRows = firstRows
        self.marksUncomputed = marksUncomputed
    }

    func start(_ name: String, _ attributes: MarkupAttributes) throws(MarkupError) {
        switch name {
        case "row":
            line = attributes["r"].flatMap { Int($0) }.flatMap { (1...1_048_576).contains($0) ? $0 : nil } ?? line + 1
            isHidden = ["1", "true"].contains(attributes["hidden"] ?? "")
            cells = []
        case "col":
            guard ["1", "true"].contains(attributes["hidden"] ?? ""),
                let first = attributes["min"].flatMap({ Int($0) }),
                let last = attributes["max"].flatMap({ Int($0) }), first >= 1, last >= first,
                hiddenColumns.count < SheetVisitor.mostHidden
            else { return }
            hiddenColumns.append(first - 1...last - 1)
        case "c": open(attributes)
        case "v": cell.isValue = true
        case "f": cell.hasFormula = true
        case "is": cell.isInline = true
        case "mergeCell":
            guard merged.count < SheetVisitor.mostMerged else { return }
            if let range = attributes["ref"].flatMap(MergedCells.init) { merged.append(range) }
        default: if cell.isInline { cell.inline.start(name, attributes) }
        }
    }

    func end(_ name: String) throws(MarkupError) {
        switch name {
        case "row": try closeRow()
        case "c": try closeCell()
        case "v":
            cell.isValue = false
            cell.hasValue = true
        case "is": cell.isInline = false
        default: if cell.isInline { cell.inline.end(name) }
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(MarkupError) {
        if cell.isValue {
            cell.value += bytes
            guard cell.value.count <= limits.cellBytes else { throw tooLong }
        } else if cell.isInline {
            cell.inline.text(bytes)
        }
    }

    private func open(_ attributes: MarkupAttributes) {
        let reference = attributes["r"].flatMap { CellReference(Substring($0)) }
        let column = reference?.column ?? cells.count
        let style = attributes["s"].flatMap { Int($0) } ?? 0
        cell = OpenCell()
        cell.column = column
        cell.type = attributes["t"] ?? "n"
        cell.look = book.looks.indices.contains(style) ? book.looks[style] : CellLook()
    }

    private func closeCell() throws(MarkupError) {
        let text = try content().normalized.trimmed
        guard !text.isEmpty else { return }
        guard text.utf8.count <= limits.cellBytes else { throw tooLong }
        guard cell.column < limits.columns else {
            throw .refused(.tooManyColumns(line: line, limit: limits.columns))
        }
        while cells.count <= cell.column { cells.append("") }
        cells[cell.column] = text
    }

    private func content() throws(MarkupError) -> String {
        if cell.type == "inlineStr" { return shown(cell.inline.take()) }
        guard cell.hasValue, !cell.value.isEmpty else {
            // A program wrote the formula and left it to Excel to compute.
            guard cell.hasFormula, cell.type != "str" else { return "" }
            if marksUncomputed { return TableLines.uncomputed }
            throw .refused(.uncomputedFormula(line: line, column: cell.column))
        }
        let value = String(decoding: cell.value, as: UTF8.self)
        switch cell.type {
        case "s":
            guard let index = Int(value), book.strings.indices.contains(index) else {
                throw .refused(.malformedWorkbook(part: "sharedStrings", line: line))
            }
            return shown(book.strings[index])
        case "str": return shown(CellString(OfficeEscapes.decoded(cell.value)))
        case "b": return value == "1" ? "TRUE" : "FALSE"
        case "d": return Day(String(value.prefix(10)))?.written ?? value
        case "e": return value
        default: return number(value)
        }
    }

    private func shown(_ string: CellString) -> String {
        let (text, fonts) = string.text(in: cell.look.font)
        legacyFonts.formUnion(fonts)
        return text
    }

    private func number(_ value: String) -> String {
        guard let number = Double(value), number.isFinite else { return value }
        switch cell.look.number {
        case .plain: return CellNumber.text(number)
        case .percent: return CellNumber.text((number * 1e10).rounded() / 1e8) + "%"
        case .time where (0..<1).contains(number): return SerialDay.time(of: number) ?? CellNumber.text(number)
        case .time, .day, .dayAndTime:
            return SerialDay.text(number, from1904: book.countsFrom1904) ?? CellNumber.text(number)
        }
    }

    private func closeRow() throws(MarkupError) {
        guard !cells.isEmpty else { return }
        guard rows.count < limits.rows else { throw .refused(.tooManyRows(limit: limits.rows)) }
        if isHidden { hiddenRows += 1 }
        rows.append(TableRow(line: line, cells: cells))
        if let firstRows, rows.count >= firstRows { throw .enough }
    }

    private var tooLong: MarkupError { .refused(.cellTooLong(line: line, limit: limits.cellBytes)) }

    private static let mostMerged = 100_000
    private static let mostHidden = 1000
}
