import Documents
import Outreach
import Testing

@Suite("Writing delimited text")
struct DelimitedTextWriterTests {
    private func line(_ cells: Cell..., by writer: DelimitedTextWriter = DelimitedTextWriter()) -> String {
        String(decoding: writer.line(cells), as: UTF8.self)
    }

    @Test("a file begins with the byte order mark, has semicolons and ends lines with CR LF")
    func file() {
        let file = DelimitedTextWriter().file(header: ["Ngày", "Số lượt"], rows: [[.text("một"), .integer(1)]])
        #expect(file == [0xEF, 0xBB, 0xBF] + Array("Ngày;Số lượt\r\nmột;1\r\n".utf8))
    }

    @Test("numbers stay numbers, days are written as offices write them, no value is an empty cell")
    func kinds() throws {
        let day = try #require(Day("2026-06-01"))
        #expect(
            line(.integer(-1_234_567), .decimal(-1234.5, fractionDigits: 2), .day(day), .empty, .text("x"))
                == "-1234567;-1234,50;01/06/2026;;x\r\n")
        #expect(line(.decimal(.infinity, fractionDigits: 1), .decimal(.nan, fractionDigits: 1)) == ";\r\n")
    }

    @Test("the decimal sign and the delimiter can be chosen; a sign that is the delimiter is quoted")
    func english() {
        let writer = DelimitedTextWriter(delimiter: .comma, decimalSeparator: .point, hasByteOrderMark: false)
        #expect(writer.opening.isEmpty)
        #expect(line(.decimal(2.5, fractionDigits: 1), .integer(1), by: writer) == "2.5,1\r\n")
        let mixed = DelimitedTextWriter(delimiter: .comma)
        #expect(line(.decimal(2.5, fractionDigits: 1), .integer(1), by: mixed) == "\"2,5\",1\r\n")
    }

    @Test("what would break a line apart is quoted")
    func quoting() {
        #expect(line(.text("a;b"), .text("c,d")) == "\"a;b\";c,d\r\n")
        #expect(line(.text("nói \"không\""), .text("x")) == "\"nói \"\"không\"\"\";x\r\n")
        #expect(line(.text("a\r\nb"), .text("a\rb"), .text("a\nb")) == "\"a\r\nb\";\"a\rb\";\"a\nb\"\r\n")
        #expect(line(.text(" a"), .text("a ")) == "\" a\";\"a \"\r\n")
    }

    @Test(
        "text that a spreadsheet could run gets an apostrophe",
        arguments: [
            "=1+1", "+84 123", "-5", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x", " =1", "\u{A0}=1",
            "\u{200B}=1", "\u{FEFF}-1", "=\u{0338}1",
        ])
    func formulas(_ text: String) {
        #expect(FormulaGuard.guarded(text) == "'" + text)
        #expect(line(.text(text)).utf8.drop { $0 == UInt8(ascii: "\"") }.first == UInt8(ascii: "'"))
    }

    @Test("other text is left as it is", arguments: ["", " ", "a=b", "111", "'x", "– gạch", "—", "1-2"])
    func harmless(_ text: String) {
        #expect(FormulaGuard.guarded(text) == text)
    }

    @Test("headings are guarded, too")
    func headings() {
        let file = DelimitedTextWriter(hasByteOrderMark: false).file(header: ["=A1"], rows: [])
        #expect(String(decoding: file, as: UTF8.self) == "'=A1\r\n")
    }

    @Test("what is written is read back")
    func roundTrip() throws {
        let cells = ["một; hai", "nói \"không\"", "dòng 1\ndòng 2", "", "Ỷ Lan, 5\"", "x"]
        for delimiter in Delimiter.allCases {
            let writer = DelimitedTextWriter(delimiter: delimiter)
            let file = writer.file(
                header: cells.indices.map { "c\($0)" }, rows: [cells.map(Cell.text), cells.map(Cell.text)])
            let table = try DelimitedText.read(file)
            #expect(table.format?.delimited?.delimiter == delimiter)
            #expect(table.rows.map(\.cells) == [cells, cells])
        }
    }
}
