import Documents
import Outreach
import Testing

@Suite("Reading Excel files")
struct WorkbookTextTests {
    private static let columns: [TableColumn] = [
        .required("ngày"), .required("địa điểm", "nơi tổ chức"), .required("số lượt"), .optional("nữ"),
    ]

    private func read(_ script: String, sheet: String? = nil) async throws -> Table {
        try TableFile.read(try await OfficeWorkbook.made(by: script), sheet: sheet, expecting: Self.columns)
    }

    private func error(_ script: String) async throws -> TableError? {
        let file = try await OfficeWorkbook.made(by: script)
        do {
            _ = try TableFile.read(file, expecting: Self.columns)
            return nil
        } catch { return error }
    }

    @Test("titles in merged cells, blank lines, totals and signatures stand around the data as in offices")
    func office() async throws {
        let table = try await read(
            """
            s.title = "Tháng 6"
            s["A1"] = "ỦY BAN NHÂN DÂN XÃ THÁP MƯỜI"; s.merge_cells("A1:E1")
            s["A2"] = "THỐNG KÊ BUỔI TUYÊN TRUYỀN"; s.merge_cells("A2:E2")
            for column, name in enumerate(["TT", "Ngày", "Nơi tổ chức", "Số lượt", "Nữ"], 1): s.cell(5, column, name)
            for column in range(1, 6): s.cell(6, column, f"({column})")
            s.append([1, datetime.date(2026, 6, 1), "Trường THCS  Nguyễn Văn Khải ", 120, 60])
            s.append(["I. Khối ấp"]); s.merge_cells("A8:E8")
            s.append([2, datetime.datetime(2026, 6, 2, 7, 30), "Nhà văn hóa ấp 3", 45.0, None])
            s.append(["Tổng cộng", None, None, 165, 60]); s.merge_cells("A10:C10")
            s.append([None, "Người lập biểu", None, "Thủ trưởng"])
            for row in s["B7:B9"]: row[0].number_format = "dd/mm/yyyy"
            """)
        #expect(table.preamble.map(\.line) == [1, 2])
        #expect(table.header == TableRow(line: 5, cells: ["TT", "Ngày", "Nơi tổ chức", "Số lượt", "Nữ"]))
        #expect(
            table.rows == [
                TableRow(line: 7, cells: ["1", "01/06/2026", "Trường THCS  Nguyễn Văn Khải", "120", "60"]),
                TableRow(line: 9, cells: ["2", "02/06/2026 07:30", "Nhà văn hóa ấp 3", "45", ""]),
            ])
        #expect(table.totals == [TableRow(line: 10, cells: ["Tổng cộng", "", "", "165", "60"])])
        #expect(table.remarks.map(\.line) == [6, 8, 11])
        #expect(table.format?.description.vietnamese == "Tệp Excel, trang “Tháng 6”.")
    }

    @Test("a heading of two lines names each column by its lower line")
    func twoLines() async throws {
        let table = try await read(
            """
            for cells in (["Ngày", "Nơi tổ chức", "Người dự", None], [None, None, "Số lượt", "Nữ"], ["01/06/2026", "A", 5, 2]):
                s.append(cells)
            for area in ("A1:A2", "B1:B2", "C1:D1"): s.merge_cells(area)
            """)
        #expect(table.header.cells == ["Ngày", "Nơi tổ chức", "Số lượt", "Nữ"])
        #expect(table.rows == [TableRow(line: 3, cells: ["01/06/2026", "A", "5", "2"])])
    }

    @Test("of several visible sheets the one with the columns is read; hidden ones never are")
    func sheets() async throws {
        let script = """
            s.title = "Bìa"; s.append(["Báo cáo"])
            for name, hidden in (("Cũ", "hidden"), ("Số liệu", "visible"), ("Rất kín", "veryHidden")):
                sheet = book.create_sheet(name); sheet.sheet_state = hidden
                sheet.append(["Ngày", "Địa điểm", "Số lượt"]); sheet.append(["01/06/2026", name, 5])
            """
        let table = try await read(script)
        #expect(table.rows.map(\.cells) == [["01/06/2026", "Số liệu", "5"]])
        let format = try #require(table.format?.workbook)
        #expect(format.sheet == "Số liệu" && format.otherSheets == ["Bìa"] && format.hiddenSheets == ["Cũ", "Rất kín"])
        #expect(
            table.format?.description.english
                == "Excel file, sheet “Số liệu”; not read: “Bìa”; hidden and not read: “Cũ”, “Rất kín”.")
        await #expect(throws: TableError.noSuchSheet("Cũ", seen: ["Bìa", "Số liệu"])) {
            try await read(script, sheet: "Cũ")
        }
        #expect(try await read(script, sheet: "Bìa").header.cells == ["Báo cáo"])
    }

    @Test("rows a filter hides are read and counted")
    func hiddenRows() async throws {
        let table = try await read(
            """
            s.append(["Ngày", "Địa điểm", "Số lượt"])
            for number in range(3): s.append(["01/06/2026", "A", number])
            s.row_dimensions[3].hidden = True
            """)
        #expect(table.rows.count == 3)
        #expect(table.format?.description.vietnamese.contains("có đọc 1 dòng đang ẩn") == true)
    }

    @Test("columns that are hidden are read and named")
    func hiddenColumns() async throws {
        let table = try await read(
            """
            s.append(["Ngày", "Địa điểm", "Số lượt", "Ghi chú"])
            s.append(["01/06/2026", "A", 120, "x"])
            s.column_dimensions["C"].hidden = True
            s.column_dimensions["Z"].hidden = True
            """)
        #expect(table.rows.first?.cells == ["01/06/2026", "A", "120", "x"])
        #expect(table.format?.workbook?.hiddenColumns == ["C"])
        #expect(table.format?.description.vietnamese.contains("cột đang ẩn C.") == true)
    }

    @Test("text in fonts from before Unicode is read by the font of its cell")
    func fonts() async throws {
        let table = try await read(
            """
            s.append(["Ngày", "Địa điểm", "Số lượt"])
            s.append(["01/06/2026", "Tr\u{AD}êng TiÓu häc", 5]); s["B2"].font = Font(name=".VnTime")
            s.append(["01/06/2026", "Tröôøng Tieåu hoïc", 5]); s["B3"].font = Font(name="VNI-Times")
            s.append(["01/06/2026", "§oµn x·", 5]); s["B4"].font = Font(name=".VnTimeH")
            s.append(["01/06/2026", "Trường Tiểu học", 5])
            s.append(["01/06/2026", "Café Ñôn", 5]); s["B6"].font = Font(name="Times New Roman")
            """)
        #expect(
            table.rows.map { $0.cells[1] } == [
                "Trường Tiểu học", "Trường Tiểu học", "ĐOÀN XÃ", "Trường Tiểu học", "Café Ñôn",
            ])
        #expect(table.format?.workbook?.legacyFonts == [.tcvn3, .vni])
    }

    @Test("a value merged over several rows is refused, for nobody knows how often it counts")
    func mergedRows() async throws {
        let script = """
            s.append(["Ngày", "Địa điểm", "Số lượt"])
            for number in range(3): s.append(["01/06/2026", "A", 5])
            s.merge_cells("C2:C4")
            """
        #expect(try await error(script) == .mergedRows(["C2:C4"]))
    }

    @Test("a formula is read by its value; one that was never computed is refused")
    func formulas() async throws {
        let script = "s.append(['Ngày', 'Địa điểm', 'Số lượt']); s.append(['01/06/2026', 'A', '=1+1'])"
        #expect(try await error(script) == .uncomputedFormula(line: 2, column: 2))
        let sheet =
            #"<sheetData><row><c t="str"><f>A</f><v>Ngày</v></c></row><row r="7"><c r="A7"><f>1+1</f><v>2</v></c></row></sheetData>"#
        let table = try TableFile.read(try OfficeWorkbook.package(sheet: sheet))
        #expect(table.header.cells == ["Ngày"] && table.rows == [TableRow(line: 7, cells: ["2"])])
    }

    @Test("what Loa writes, Loa reads")
    func roundTrip() throws {
        let workbook = Workbook(
            title: "t", creator: "c", day: SampleWorkbooks.day,
            sheets: [
                Sheet(
                    name: "Các buổi", titles: ["DANH SÁCH"], header: ["Ngày", "Địa điểm", "Số lượt", "Nữ"],
                    rows: [
                        [.day(SampleWorkbooks.day), .text("=A1"), .integer(1_234_567), .empty],
                        [
                            .day(SampleWorkbooks.day), .text("một\nhai"), .decimal(1.125, fractionDigits: 3),
                            .percent(0.576, fractionDigits: 1),
                        ],
                    ], totals: [.text("Cộng"), .empty, .integer(1_234_568)])
            ])
        let table = try TableFile.read(try workbook.excel(), expecting: Self.columns)
        #expect(
            table.rows.map(\.cells) == [
                ["15/06/2026", "=A1", "1234567", ""], ["15/06/2026", "một\nhai", "1,125", "57,6%"],
            ])
        #expect(table.totals.count == 1)
    }
}
