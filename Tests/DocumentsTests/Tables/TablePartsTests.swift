import Documents
import Outreach
import Testing

@Suite("What belongs to a table and what does not")
struct TablePartsTests {
    private func read(_ text: String, expecting columns: [TableColumn] = []) throws -> Table {
        try DelimitedText.read(Array(text.utf8), expecting: columns)
    }

    @Test(
        "rows that add others up are set aside, wherever they stand",
        arguments: ["Cộng", "TỔNG CỘNG", "Tổng số:", "Tổng", "Total", "cộng chung"])
    func totals(_ word: String) throws {
        let table = try read("TT;Nơi;Số lượt\n1;Xã A;20\n;\(word);20\n2;Cộng Hòa;5\n\(word);;25\n")
        #expect(table.rows.map(\.line) == [2, 4])
        #expect(table.totals.map(\.line) == [3, 5])
        #expect(table.totals[1].cells == [word, "", "25"])
    }

    @Test("a place named after a sum is data, and so is the word alone without figures")
    func notTotals() throws {
        let table = try read("Nơi;Số lượt\nCộng đồng ấp 3;20\nTổng kho;5\nCộng;\n")
        #expect(table.rows.map(\.line) == [2, 3, 4])
        #expect(table.totals.isEmpty)
    }

    @Test(
        "the line that numbers the columns is no data",
        arguments: ["(1);(2);(3);(4)", "1;2;3;4", "A;B;1;2;3", "A;1;2;3"])
    func columnNumbers(_ line: String) throws {
        let table = try read(
            "Ngày;Nơi;Số lượt;Nữ;Nam\n\(line)\n01/06/2026;A;20;10;10\n", expecting: [.required("Ngày")])
        #expect(table.remarks.map(\.line) == [2])
        #expect(table.rows.map(\.line) == [3])
    }

    @Test("only the first line can number the columns")
    func numbersAsData() throws {
        #expect(try read("Ngày;b;c\n4;5;6\n1;2;3\n", expecting: [.required("Ngày")]).rows.count == 2)
        #expect(try read("a;b;c\n1;2;3\n").rows.count == 1)
    }

    @Test("names of those who sign below the totals are no data; further rows of data are")
    func signatures() throws {
        let text =
            "Ngày;Nơi;Số lượt;Nữ\n01/06/2026;A;20;5\nTổng cộng;;20;5\n;Người lập biểu;;Thủ trưởng đơn vị\n;Lê A;;\n"
        let table = try read(text + "02/06/2026;B;7;1\n")
        #expect(table.remarks.map(\.line) == [4, 5])
        #expect(table.rows.map(\.line) == [2, 6])
        #expect(try read("a;b;c;d\n5;2;3;4\n;x;;\n").rows.count == 2)
    }

    @Test("the format is told to the person in both languages")
    func format() throws {
        let format = try read("a,b\n1,2\n").format?.description
        #expect(format?.vietnamese == "Tệp văn bản, bảng mã UTF-8, các cột cách nhau bằng dấu phẩy.")
        #expect(format?.english == "Text in UTF-8, columns parted by commas.")
    }
}
