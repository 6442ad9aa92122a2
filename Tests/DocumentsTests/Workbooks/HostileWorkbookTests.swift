import Documents
import Foundation
import Testing

@Suite("Excel files that are damaged or mean harm")
struct HostileWorkbookTests {
    private static let sheet = #"<sheetData><row r="1"><c t="str"><v>Ngày</v></c></row></sheetData>"#

    private func error(_ file: [UInt8], limits: TableLimits = TableLimits()) -> TableError? {
        do {
            _ = try TableFile.read(file, limits: limits)
            return nil
        } catch { return error }
    }

    private func error(sheet: String, limits: TableLimits = TableLimits()) throws -> TableError? {
        error(try OfficeWorkbook.package(sheet: sheet), limits: limits)
    }

    @Test("a small file that unpacks to gigabytes is refused before it is unpacked")
    func bomb() async throws {
        let bomb = try await TemporaryFolder.with { folder in
            let file = folder.appending(path: "bomb.xlsx")
            let script = """
                import sys, zipfile
                with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as archive:
                    with archive.open("xl/worksheets/sheet1.xml", "w") as part:
                        for _ in range(310): part.write(b"\\0" * (1 << 20))
                """
            _ = try await ForeignProgram.output(of: "python3", ["-c", script, file.path])
            return Array(try Data(contentsOf: file))
        }
        #expect(bomb.count < 1 << 20)
        let limit = 300 << 20
        #expect(error(bomb) == .damagedWorkbook(.entryTooLarge("xl/worksheets/sheet1.xml", limit: limit)))
    }

    @Test("a document type, and with it every entity, is refused", arguments: ["workbook", "sheet", "strings"])
    func documentType(_ part: String) throws {
        let entities = """
            <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]><x>&b;&c;</x>
            """
        let name =
            ["workbook": "xl/workbook.xml", "sheet": "xl/worksheets/sheet1.xml", "strings": "xl/sharedStrings.xml"][
                part] ?? ""
        let file = try OfficeWorkbook.package(sheet: Self.sheet, more: [(name, Array(entities.utf8))])
        #expect(error(file) == .forbiddenMarkup(part: name))
    }

    @Test("markup nested without end is refused")
    func depth() throws {
        let deep = String(repeating: "<a>", count: 100_000)
        #expect(try error(sheet: deep) == .forbiddenMarkup(part: "xl/worksheets/sheet1.xml"))
    }

    @Test("a file cut off anywhere, or with a byte changed, is refused or read right, and nothing crashes")
    func damaged() throws {
        let file = try SampleWorkbooks.report.excel()
        for length in stride(from: 4, to: file.count, by: 499) {
            #expect(error(Array(file.prefix(length))) == .damagedWorkbook(.damaged(nil)), "\(length) bytes")
        }
        let columns = [TableColumn.required("Chỉ tiêu")]
        let whole = try TableFile.read(file, expecting: columns)
        for index in stride(from: 0, to: file.count, by: 397) {
            var changed = file
            changed[index] ^= 0x5A
            if let table = try? TableFile.read(changed, expecting: columns) {
                #expect(table.rows == whole.rows, "byte \(index)")
            }
        }
    }

    @Test("broken markup is named by part and line")
    func malformed() throws {
        #expect(
            try error(sheet: "<sheetData>\n<row>\n</sheetData>")
                == .malformedWorkbook(part: "xl/worksheets/sheet1.xml", line: 3))
        #expect(
            try error(sheet: #"<sheetData><row><c t="s"><v>7</v></c></row></sheetData>"#)
                == .malformedWorkbook(part: "sharedStrings", line: 1))
    }

    @Test("limits on bytes, rows, columns and cells hold for Excel files too")
    func limits() throws {
        let rows = (1...5).map { #"<row r="\#($0)"><c t="str"><v>\#($0)</v></c></row>"# }.joined()
        #expect(
            try error(sheet: "<sheetData>\(rows)</sheetData>", limits: TableLimits(rows: 4)) == .tooManyRows(limit: 4))
        let far = #"<sheetData><row r="3"><c r="XFD3" t="str"><v>x</v></c></row></sheetData>"#
        #expect(try error(sheet: far) == .tooManyColumns(line: 3, limit: 256))
        let long = "<sheetData><row><c t=\"str\"><v>\(String(repeating: "x", count: 200_000))</v></c></row></sheetData>"
        #expect(try error(sheet: long) == .cellTooLong(line: 1, limit: 131_068))
        let file = try OfficeWorkbook.package(sheet: Self.sheet)
        #expect(error(file, limits: TableLimits(bytes: 10)) == .tooLarge(bytes: file.count, limit: 10))
    }

    @Test("a row or cell that names an impossible place does no harm")
    func places() throws {
        let sheet =
            #"<sheetData><row r="99999999999999999999"><c r="ZZZZZZZZ1" t="str"><v>a</v></c><c r="-1" t="str"><v>b</v></c></row></sheetData>"#
        let table = try TableFile.read(try OfficeWorkbook.package(sheet: sheet))
        #expect(table.header == TableRow(line: 1, cells: ["a", "b"]))
    }

    @Test("other files are told apart: Word, an empty archive, no sheet, an old or locked workbook")
    func otherFiles() throws {
        #expect(error(try SampleDocuments.report.word()) == .notText(.officePackage))
        #expect(error(try ArchiveWriter.bytes(of: [("a.txt", [1])])) == .notText(.officePackage))
        let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        #expect(error(compound) == .notText(.oldOffice))
        #expect(error(try OfficeWorkbook.package(sheet: Self.sheet, book: "<sheets/>")) == .noVisibleSheet)
        #expect(try error(sheet: "<sheetData/>") == .empty)
    }

    @Test("a relation that leaves the file is not followed")
    func outside() throws {
        let relations = """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
            Type="x/worksheet" TargetMode="External" Target="file:///etc/passwd"/><Relationship Id="rId2" Type="x/worksheet" \
            Target="../../../etc/passwd"/></Relationships>
            """
        let more = [(name: "xl/_rels/workbook.xml.rels", content: Array(relations.utf8))]
        #expect(error(try OfficeWorkbook.package(sheet: Self.sheet, more: more)) == .noVisibleSheet)
        let second = #"<sheets><sheet name="A" sheetId="1" r:id="rId2"/></sheets>"#
        #expect(
            error(try OfficeWorkbook.package(sheet: Self.sheet, more: more, book: second))
                == .damagedWorkbook(.missing("xl/../../../etc/passwd")))
    }
}
