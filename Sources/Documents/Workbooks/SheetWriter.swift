import CXLSXWriter
import Outreach

/// Writes one sheet into a workbook that is being made.
struct SheetWriter {
    let sheet: Sheet
    let worksheet: UnsafeMutablePointer<lxw_worksheet>
    let formats: WorkbookFormats
    let language: Language

    func write() {
        for (line, title) in sheet.titles.enumerated() {
            write(title, row: line, column: 0, formats(line == 0 ? .heading : .subheading))
        }
        for (column, text) in sheet.header.enumerated() {
            write(text, row: sheet.headerRow, column: column, formats(.columnHead))
        }
        for (index, row) in sheet.rows.enumerated() { write(row, at: sheet.headerRow + 1 + index, isStrong: false) }
        var next = sheet.headerRow + 1 + sheet.rows.count
        if let totals = sheet.totals {
            write(totals, at: next, isStrong: true)
            next += 1
        }
        for (line, note) in sheet.notes.enumerated() { write(note, row: next + 1 + line, column: 0, formats(.note)) }
        setUpColumns()
        setUpPage()
    }

    private func write(_ row: [Cell], at index: Int, isStrong: Bool) {
        for column in sheet.header.indices {
            write(row.indices.contains(column) ? row[column] : .empty, index, column, isStrong: isStrong)
        }
    }

    private func write(_ cell: Cell, _ row: Int, _ column: Int, isStrong: Bool) {
        switch cell {
        case .text(let text):
            let look = FormulaGuard.guarded(text) == text ? WorkbookFormats.Look.text : .guardedText
            write(text, row: row, column: column, formats(look, isStrong: isStrong))
        case .integer(let number):
            write(Double(number), row, column, formats(.number(fractionDigits: 0), isStrong: isStrong))
        case .decimal(let number, let digits):
            write(number, row, column, formats(.number(fractionDigits: digits), isStrong: isStrong))
        case .percent(let share, let digits):
            write(share, row, column, formats(.percent(fractionDigits: digits), isStrong: isStrong))
        case .day(let day): write(day, row, column, isStrong: isStrong)
        case .empty: blank(row, column, isStrong: isStrong)
        }
    }

    /// Always as a string, whatever it begins with: Excel computes only what is stored as a formula.
    private func write(_ text: String, row: Int, column: Int, _ format: UnsafeMutablePointer<lxw_format>?) {
        worksheet_write_string(worksheet, UInt32(row), UInt16(column), SheetText.fitting(text), format)
    }

    private func write(_ number: Double, _ row: Int, _ column: Int, _ format: UnsafeMutablePointer<lxw_format>?) {
        guard number.isFinite else {
            worksheet_write_blank(worksheet, UInt32(row), UInt16(column), format)
            return
        }
        worksheet_write_number(worksheet, UInt32(row), UInt16(column), number, format)
    }

    private func write(_ day: Day, _ row: Int, _ column: Int, isStrong: Bool) {
        let (year, month, date) = day.components
        // Excel knows no days before 1900, and one too many in its February.
        guard day >= SheetWriter.firstSureDay else {
            write(day.written, row: row, column: column, formats(.text, isStrong: isStrong))
            return
        }
        var moment = lxw_datetime(year: Int32(year), month: Int32(month), day: Int32(date), hour: 0, min: 0, sec: 0)
        worksheet_write_datetime(
            worksheet, UInt32(row), UInt16(column), &moment, formats(.day, isStrong: isStrong))
    }

    private func blank(_ row: Int, _ column: Int, isStrong: Bool) {
        worksheet_write_blank(worksheet, UInt32(row), UInt16(column), formats(.text, isStrong: isStrong))
    }

    private func setUpColumns() {
        let widths = SheetColumnWidths.of(sheet, language)
        for (column, width) in widths.enumerated() {
            worksheet_set_column(worksheet, UInt16(column), UInt16(column), width, nil)
        }
        setHeight(of: sheet.header.map(Cell.text), at: sheet.headerRow, widths, isBold: true)
        for (index, row) in (sheet.rows + [sheet.totals ?? []]).enumerated() {
            setHeight(of: row, at: sheet.headerRow + 1 + index, widths, isBold: false)
        }
        let firstRow = UInt32(sheet.headerRow + 1)
        worksheet_freeze_panes(worksheet, firstRow, UInt16(min(sheet.frozenColumns, sheet.header.count)))
        guard sheet.hasFilter, !sheet.rows.isEmpty, !sheet.header.isEmpty else { return }
        worksheet_autofilter(
            worksheet, firstRow - 1, 0, firstRow - 1 + UInt32(sheet.rows.count), UInt16(sheet.header.count - 1))
    }

    /// Rows with text of several lines are made high enough; not every program does so by itself.
    private func setHeight(of row: [Cell], at index: Int, _ widths: [Double], isBold: Bool) {
        let lines = zip(row, widths).map { cell, width in
            guard case .text(let text) = cell else { return 1 }
            return SheetColumnWidths.lines(of: text, in: width, isBold: isBold)
        }
        guard let most = lines.max(), most > 1 else { return }
        worksheet_set_row(worksheet, UInt32(index), min(409, Double(most) * 15.75), nil)
    }

    /// A4 with the margins of office papers, as wide as one page, the heading on every page, pages numbered.
    private func setUpPage() {
        worksheet_set_paper(worksheet, 9)
        if sheet.isLandscape { worksheet_set_landscape(worksheet) } else { worksheet_set_portrait(worksheet) }
        worksheet_set_margins(worksheet, 30 / 25.4, 15.1 / 25.4, 20 / 25.4, 20 / 25.4)
        worksheet_fit_to_pages(worksheet, 1, 0)
        worksheet_repeat_rows(worksheet, UInt32(sheet.headerRow), UInt32(sheet.headerRow))
        worksheet_set_footer(worksheet, "&C&\"Times New Roman\"&P/&N")
    }

    /// 1 March 1900.
    private static let firstSureDay = Day(julianDay: 2_415_080)
}

/// What a cell can hold.
enum SheetText {
    static let longest = 32_767

    /// The text without what XML cannot hold, cut with an ellipsis where it is longer than a cell.
    static func fitting(_ text: String) -> String {
        let text = XMLText.allowed(text)
        guard text.utf16.count > longest else { return text }
        var result = ""
        var used = 1
        for character in text {
            used += character.utf16.count
            guard used <= longest else { break }
            result.append(character)
        }
        return result + "…"
    }
}
