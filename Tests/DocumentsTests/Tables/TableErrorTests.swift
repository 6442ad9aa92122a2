import Documents
import Outreach
import Testing

@Suite("What people are told about a file that cannot be read")
struct TableErrorTests {
    static let errors: [TableError] = [
        .tooLarge(bytes: 70_000_000, limit: 33_554_432), .tooManyRows(limit: 200_000),
        .tooManyColumns(line: 7, limit: 256), .cellTooLong(line: 7, limit: 131_068), .notText(.officePackage),
        .notText(.oldOffice), .notText(.pdf), .unreadableByte(0x0B, offset: 1234, line: 7), .empty,
        .unclosedQuote(line: 7), .textAfterQuote(line: 7), .unevenRows([UnevenRow(line: 7, cells: 2)], columns: 3),
        .missingColumns(["Ngày"], seen: ["STT"]), .ambiguousColumn("Ngày", headings: ["Ngày", "Date"]),
        .damagedWorkbook(.damaged("xl/workbook.xml")), .damagedWorkbook(.entryTooLarge("a", limit: 9)),
        .malformedWorkbook(part: "xl/styles.xml", line: 3), .forbiddenMarkup(part: "xl/workbook.xml"), .noVisibleSheet,
        .noSuchSheet("a", seen: ["b"]), .mergedRows(["A2:A4"]), .uncomputedFormula(line: 3, column: 27),
    ]

    @Test("every error says that nothing was imported and what to do", arguments: errors)
    func complete(_ error: TableError) {
        let parts = error.message.vietnamese.split(separator: " Chưa có dòng nào được nhập. ")
        #expect(parts.count == 2 && parts.allSatisfy { $0.count > 15 && $0.hasSuffix(".") })
        let english = error.message.english.split(separator: " Nothing was imported. ")
        #expect(english.count == 2 && english.allSatisfy { $0.count > 15 && $0.hasSuffix(".") })
    }

    @Test("a byte is named with its place and the way to UTF-8")
    func unreadableByte() {
        let message = TableError.unreadableByte(0x0B, offset: 1234, line: 7).message
        #expect(message.vietnamese.contains("byte 0x0B ở vị trí 1.234 (dòng 7)"))
        #expect(message.vietnamese.contains("“CSV UTF-8”"))
        #expect(message.english.contains("byte 0x0B at offset 1,234 (line 7)"))
    }

    @Test("a cell is named as Excel names it")
    func cellName() {
        #expect(TableError.uncomputedFormula(line: 3, column: 27).message.vietnamese.contains("Ô AB3 "))
        #expect(TableError.uncomputedFormula(line: 3, column: 25).message.english.contains("cell Z3 "))
    }

    @Test("of many uneven rows the first ten are named and the others counted")
    func manyRows() {
        let rows = (2...1500).map { UnevenRow(line: $0, cells: 2) }
        let message = TableError.unevenRows(rows, columns: 3).message
        #expect(message.vietnamese.contains("dòng 11 có 2 ô; và 1.489 dòng nữa."))
        #expect(!message.english.contains("line 12 "))
    }
}
