import Documents
import Testing

@Suite("Finding columns by their headings")
struct TableColumnTests {
    private let day = TableColumn.required("Ngày", "Ngày tổ chức", "Date")
    private let unit = TableColumn.required("Đơn vị", "Cơ quan")
    private let note = TableColumn.optional("Ghi chú")

    private func table(_ headings: String...) -> Table {
        Table(
            format: nil, preamble: [], header: TableRow(line: 1, cells: headings),
            rows: [TableRow(line: 2, cells: headings.map { "ô \($0)" })])
    }

    @Test(
        "headings count whatever their case, diacritics and punctuation",
        arguments: ["Đơn vị", "ĐƠN VỊ", "don vi", "Đơn_vị:", "  Cơ   quan ", "ĐƠN VI\u{0323}"])
    func folded(_ heading: String) throws {
        #expect(try table("Ngày tổ chức", heading).places(of: [day, unit]) == [day: 0, unit: 1])
    }

    @Test("missing columns are all named, with the columns there are")
    func missing() {
        #expect(throws: TableError.missingColumns(["Ngày", "Đơn vị"], seen: ["STT", "Nơi"])) {
            try table("STT", "", "Nơi").places(of: [day, unit, note])
        }
    }

    @Test("an optional column may be absent and reads as empty")
    func optional() throws {
        let table = table("Ngày", "Đơn vị")
        let places = try table.places(of: [day, unit, note])
        #expect(table.rows[0][places[note]] == "")
        #expect(table.rows[0][places[unit]] == "ô Đơn vị")
    }

    @Test("two headings for one column are ambiguous")
    func ambiguous() {
        #expect(throws: TableError.ambiguousColumn("Ngày", headings: ["Ngày", "Date"])) {
            try table("Ngày", "Date").places(of: [day])
        }
    }

    @Test("the heading as accepted goes before one that only looks alike")
    func exactFirst() throws {
        #expect(try table("Ngậy", "ngày").places(of: [day]) == [day: 1])
    }
}
