import Documents
import Testing

@Suite("Finding the delimiter")
struct DelimiterTests {
    private func delimiter(_ text: String) throws -> Delimiter? {
        try DelimitedText.read(Array(text.utf8)).format?.delimited?.delimiter
    }

    @Test("each delimiter is found", arguments: Delimiter.allCases)
    func each(_ delimiter: Delimiter) throws {
        let text = "a;b;c\n1;2;3\n4;5;6\n".replacing(";", with: delimiter.rawValue)
        let table = try DelimitedText.read(Array(text.utf8))
        #expect(table.format?.delimited?.delimiter == delimiter)
        #expect(table.rows.map(\.cells) == [["1", "2", "3"], ["4", "5", "6"]])
    }

    @Test("commas in addresses and decimal numbers do not win over the delimiter")
    func commasInside() throws {
        #expect(try delimiter("Nơi;Tỉ lệ\nấp 1, xã A, huyện B;2,5\nấp 2, xã A;3\nấp 3;4,25\n") == .semicolon)
        #expect(try delimiter("Nơi\tTỉ lệ, %\nấp 1, xã A; tổ 2\t2,5\nấp 2, xã A\t3\n") == .tab)
    }

    @Test("delimiters inside quotation marks do not count")
    func quoted() throws {
        let text = "a,b\n\"x;y;z\",\"1;2;3\"\n\"x;y;z\",\"1;2;3\"\n"
        #expect(try delimiter(text) == .comma)
    }

    @Test("one column needs no delimiter")
    func oneColumn() throws {
        let table = try DelimitedText.read(Array("Tên\nmột\nhai\n".utf8))
        #expect(table.rows.map(\.cells) == [["một"], ["hai"]])
    }

    @Test("Excel's own first line settles it and is no row", arguments: ["\r\n", "\n"])
    func declared(_ end: String) throws {
        let table = try DelimitedText.read(Array("sep=,\(end)a;x,b\(end)1;y,2\(end)".utf8))
        #expect(table.header == TableRow(line: 2, cells: ["a;x", "b"]))
        #expect(table.rows == [TableRow(line: 3, cells: ["1;y", "2"])])
    }
}
