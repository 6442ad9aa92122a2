import Documents
import Outreach
import Testing

@Suite("Excel files")
struct WorkbookTests {
    private func cells(_ rows: [[Cell]]) async throws -> [[WorkbookFile.Cell]] {
        let file = try await WorkbookFile.read(SampleWorkbooks.single(rows).excel())
        return Array(file.sheets[0].cells.dropFirst())
    }

    @Test("numbers, percentages and days are stored as what they are; what was not measured is blank")
    func kinds() async throws {
        let sheets = try await WorkbookFile.read(SampleWorkbooks.report.excel()).sheets
        #expect(sheets.map(\.name) == ["Chỉ tiêu", "Các buổi", "Biểu đồ"])
        let rows = sheets[0].cells.dropFirst(3).prefix(4).map { $0.map(\.value) }
        #expect(
            rows == [
                ["'Chỉ tiêu'", "'Đơn vị tính'", "'Thực hiện'", "'Cùng kỳ'", "'Tỷ lệ'"],
                ["'Số buổi tuyên truyền'", "'cuộc'", "244", "198", "1.232323232323232"],
                ["'Số lượt người dự'", "'lượt'", "17270", "None", "None"],
                ["'Thời lượng phát thanh'", "'giờ'", "12.5", "0", "None"],
            ])
        #expect(sheets[0].cells[4].map(\.format) == ["General", "General", "#,##0", "#,##0", "0.0%"])
        #expect(sheets[0].cells[6][2].format == "#,##0.00")
        #expect(sheets[1].cells[1][0].value == "datetime.datetime(2026, 6, 15, 0, 0)")
        #expect(sheets[1].cells[1][0].format.lowercased() == "dd/mm/yyyy")
    }

    @Test("titles stand above the table, the total below it in bold, remarks at the end")
    func layout() async throws {
        let sheets = try await WorkbookFile.read(SampleWorkbooks.report.excel()).sheets
        let first = sheets[0].cells.map { $0[0] }
        #expect(
            first.map(\.value) == [
                "'KẾT QUẢ TUYÊN TRUYỀN'", "'Từ 15/12/2025 đến 14/06/2026'", "None", "'Chỉ tiêu'",
                "'Số buổi tuyên truyền'",
                "'Số lượt người dự'", "'Thời lượng phát thanh'", "None",
                "'“Lượt” là lượt người dự, không phải số người.'",
            ])
        #expect(first.map(\.isBold) == [true, false, false, true, false, false, false, false, false])
        let totals = try #require(sheets[1].cells.last)
        #expect(totals.map(\.value) == ["'Cộng'", "None", "None", "12390"])
        #expect(totals[0].isBold && totals[3].isBold)
        #expect(totals[3].font == "Times New Roman")
    }

    @Test("the heading stays when the sheet is scrolled and comes on every printed page of A4")
    func page() async throws {
        let sheets = try await WorkbookFile.read(SampleWorkbooks.report.excel()).sheets
        #expect(sheets.map(\.frozen) == ["A5", "B2", nil])
        #expect(sheets.map(\.repeatedRows) == ["$4:$4", "$1:$1", nil])
        #expect(sheets.map(\.filter) == [nil, "A1:D61", nil])
        #expect(sheets.map(\.paper) == ["9", "9", "9"])
        #expect(sheets.map(\.orientation) == ["portrait", "landscape", "portrait"])
        #expect(sheets.map(\.fittedPages) == [[1, 0], [1, 0], []])
        for sheet in sheets {
            let millimetres = sheet.margins.map { $0 * 25.4 }
            #expect(abs(millimetres[0] - 30) < 0.1 && (15...20).contains(millimetres[1]))
            #expect(abs(millimetres[2] - 20) < 0.1 && abs(millimetres[3] - 20) < 0.1)
        }
        #expect(sheets[0].widths[0] > 18 && sheets[0].widths[1] < sheets[0].widths[0])
    }

    @Test("charts are Excel's own and draw the cells of the sheets")
    func charts() async throws {
        let charts = try await WorkbookFile.read(SampleWorkbooks.report.excel()).sheets[2].charts
        #expect(charts.map(\.kind) == ["BarChart", "BarChart", "LineChart", "BarChart"])
        #expect(charts[0].series == ["'Chỉ tiêu'!$C$5:$C$7", "'Chỉ tiêu'!$D$5:$D$7"])
        #expect(charts[1].series == ["'Các buổi'!$D$2:$D$4"])
        #expect(charts[2].series == ["'Các buổi'!$D$2:$D$61"])
    }

    @Test(
        "text that looks like a formula is text",
        arguments: ["=1+1", "+84 123", "-5", "@SUM(A1)", "\tx", "\r=1", "=HYPERLINK(\"http://x\")", "＝1"])
    func formulas(_ text: String) async throws {
        let cell = try await cells([[.text(text)]])[0][0]
        #expect(cell.type == "s")
        #expect(cell.format == "@")
        // Line ends are stored as XML normalises them.
        #expect(cell.value.contains(text.contains("\r") ? "=1" : String(text.dropFirst())))
    }

    @Test("what a cell cannot hold is left out or cut with an ellipsis, never a broken file")
    func limits() async throws {
        let long = String(repeating: "ế", count: 40_000)
        let rows = try await cells([
            [.text(long), .text("a\u{0}\u{1}b\u{FFFE}<&>\"")],
            [.decimal(.nan, fractionDigits: 1), .percent(.infinity, fractionDigits: 0)],
            [.integer(-1_234_567), .integer(1)], [.empty],
        ])
        #expect(rows[0][0].value == "'" + String(repeating: "ế", count: 32_766) + "…'")
        #expect(rows[0][1].value == "'ab<&>\"'")
        #expect(rows[1].map(\.value) == ["None", "None"])
        #expect(rows[2].map(\.value) == ["-1234567", "1"])
    }

    @Test("a day Excel does not know is written as text")
    func oldDays() async throws {
        let days = [
            Day(year: 1900, month: 2, day: 28), Day(year: 1900, month: 3, day: 1), Day(year: 9999, month: 12, day: 31),
        ]
        let rows = try await cells(days.map { [$0.map { .day($0) } ?? .empty] })
        #expect(
            rows.map { $0[0].value } == [
                "'28/02/1900'", "datetime.datetime(1900, 3, 1, 0, 0)", "datetime.datetime(9999, 12, 31, 0, 0)",
            ])
    }

    @Test("sheets get names Excel accepts, each its own")
    func names() async throws {
        let long = "Trung tâm Văn hóa, Thể thao và Truyền thanh"
        let names = ["a/b:c", "A b c", "", "History", long, long, "'x'", "[1]"]
        let workbook = Workbook(
            title: "t", creator: "c", day: SampleWorkbooks.day,
            sheets: names.map { Sheet(name: $0, header: ["x"], rows: [[.integer(1)]]) },
            charts: [SheetChart(.line, title: "Biểu đồ", unit: "", sheet: 4, names: 0, values: [0])])
        let written = try await WorkbookFile.read(workbook.excel()).sheets
        #expect(
            written.map(\.name) == [
                "a b c", "A b c (2)", "Sheet", "Sheet History", "Trung tâm Văn hóa, Thể thao và…",
                "Trung tâm Văn hóa, Thể tha… (2)", "x", "1", "Biểu đồ",
            ])
        #expect(written[8].charts[0].series == ["'Trung tâm Văn hóa, Thể thao và…'!$A$2"])
    }

    @Test("properties name title and issuer, and the same workbook always gives the same bytes")
    func properties() async throws {
        let bytes = try SampleWorkbooks.report.excel()
        #expect(try SampleWorkbooks.report.excel() == bytes)
        let file = try await WorkbookFile.read(bytes)
        #expect(file.title == "Kết quả tuyên truyền 6 tháng đầu năm 2026")
        #expect(file.creator == "Ban Chỉ đạo 138 xã Tháp Mười")
        #expect(file.created.hasPrefix("2026-06-15"))
    }

    @Test("a workbook without sheets and a sheet too long for Excel are refused")
    func refused() {
        let empty = Workbook(title: "t", creator: "c", day: SampleWorkbooks.day, sheets: [])
        #expect(throws: WorkbookError.noSheets) { try empty.excel() }
        let rows = [[Cell]](repeating: [.integer(1)], count: 1_048_576)
        #expect(throws: WorkbookError.tooManyRows(sheet: "a", rows: 1_048_576)) {
            try SampleWorkbooks.single(rows).excel()
        }
    }
}
