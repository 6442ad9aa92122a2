import Documents
import Testing

@Suite("Reading delimited text")
struct DelimitedTextTests {
    private func read(_ text: String, expecting columns: [TableColumn] = []) throws -> Table {
        try DelimitedText.read(Array(text.utf8), expecting: columns)
    }

    private func cells(_ text: String) throws -> [[String]] {
        try read(text).rows.map(\.cells)
    }

    @Test("the first line is the heading and every row knows its line")
    func lines() throws {
        let table = try read("Ngày;Số lượt\n01/06/2026;120\n\n02/06/2026;80\n")
        #expect(table.header == TableRow(line: 1, cells: ["Ngày", "Số lượt"]))
        #expect(
            table.rows == [
                TableRow(line: 2, cells: ["01/06/2026", "120"]), TableRow(line: 4, cells: ["02/06/2026", "80"]),
            ])
    }

    @Test("CR LF, LF and CR all end a line", arguments: ["\r\n", "\n", "\r"])
    func lineEnds(_ end: String) throws {
        let table = try read("a;b\(end)1;2\(end)3;4")
        #expect(table.rows.map(\.cells) == [["1", "2"], ["3", "4"]])
        #expect(table.rows.map(\.line) == [2, 3])
    }

    @Test("a quoted cell keeps delimiters, doubled quotation marks and line breaks")
    func quotes() throws {
        #expect(try cells("a;b\n\"x; \"\"y\"\"\";\"một\r\nhai\"\n") == [["x; \"y\"", "một\r\nhai"]])
        #expect(try cells("a;b\n\"\";\"\"\"\"\n") == [["", "\""]])
    }

    @Test("line breaks inside cells count as lines of the file")
    func linesInsideQuotes() throws {
        let table = try read("a;b\n\"1\r\n2\r3\n4\";x\n5;6\n")
        #expect(table.rows.map(\.line) == [2, 6])
    }

    @Test("a quotation mark inside an unquoted cell is an ordinary character")
    func strayQuote() throws {
        #expect(try cells("a;b\nloa 5\";x\n") == [["loa 5\"", "x"]])
    }

    @Test("blanks after a closing quotation mark are let go, other text is an error with its line")
    func afterQuote() throws {
        #expect(try cells("a;b\n\"1\" ;2\n") == [["1", "2"]])
        #expect(throws: TableError.textAfterQuote(line: 3)) { try read("a;b\n1;2\n\"3\"x;4\n") }
    }

    @Test("a quotation mark that never closes is reported where it opens")
    func unclosed() {
        #expect(throws: TableError.unclosedQuote(line: 3)) { try read("a;b\n1;2\n\"3;4\n5;6\n7;8\n") }
    }

    @Test("cells are trimmed and brought to NFC")
    func clean() throws {
        let decomposed = "Tru\u{031B}o\u{031B}\u{0300}ng"
        let row = try read("a;b;c\n  \(decomposed)\t;\u{A0}x\u{3000};\u{2009}y\u{202F}\n").rows[0]
        #expect(row.cells.map { Array($0.utf8) } == ["Trường", "x", "y"].map { Array($0.utf8) })
        #expect(Array(row.cells[0].unicodeScalars).count == 6)
    }

    @Test("rows that are too short or too long are all reported with their lines")
    func uneven() {
        let rows = [UnevenRow(line: 3, cells: 2), UnevenRow(line: 4, cells: 4)]
        #expect(throws: TableError.unevenRows(rows, columns: 3)) { try read("a;b;c\n1;2;3\n1;2\n1;2;3;4\n") }
    }

    @Test("a run of empty cells at the end of a line is no fault")
    func trailingBlanks() throws {
        let table = try read("a;b;;\n1;2\n1;2;;;;\n1;;;\n;;;\n")
        #expect(table.header.cells == ["a", "b"])
        #expect(table.rows.map(\.cells) == [["1", "2"], ["1", "2"], ["1", ""]])
    }

    @Test("a file without anything in it is an error", arguments: ["", "\u{FEFF}", "\r\n\r\n", ";;\n;;\n"])
    func empty(_ text: String) {
        #expect(throws: TableError.empty) { try read(text) }
    }

    @Test("titles above the heading are set aside when the import says what it looks for")
    func titles() throws {
        let text = "PHÒNG VĂN HÓA;;\nDANH SÁCH BUỔI TUYÊN TRUYỀN;;\n;;\nNgày;Đơn vị;Số lượt\n01/06/2026;Xã A;20\n"
        let table = try read(text, expecting: [.required("Ngay"), .required("Số người", "Số lượt"), .optional("Nơi")])
        #expect(table.header == TableRow(line: 4, cells: ["Ngày", "Đơn vị", "Số lượt"]))
        #expect(table.preamble.map(\.line) == [1, 2])
        #expect(table.rows.map(\.line) == [5])
    }

    @Test("limits on bytes, rows, columns and the size of a cell hold")
    func limits() throws {
        let file = Array("a;b\n1;2\n3;4\n".utf8)
        #expect(throws: TableError.tooLarge(bytes: 12, limit: 11)) {
            try DelimitedText.read(file, limits: TableLimits(bytes: 11))
        }
        #expect(throws: TableError.tooManyRows(limit: 2)) {
            try DelimitedText.read(file, limits: TableLimits(rows: 2))
        }
        #expect(throws: TableError.tooManyColumns(line: 1, limit: 1)) {
            try DelimitedText.read(file, limits: TableLimits(columns: 1))
        }
        #expect(throws: TableError.cellTooLong(line: 2, limit: 3)) {
            try DelimitedText.read(Array("a;b\n1;2345\n".utf8), limits: TableLimits(cellBytes: 3))
        }
        #expect(try DelimitedText.read(file, limits: TableLimits(bytes: 12, rows: 3, columns: 2)).rows.count == 2)
    }
}
