import Documents
import Foundation
import Testing

/// Excel files as other programs write them.
enum OfficeWorkbook {
    /// What openpyxl saves after a script has filled `book` and its first sheet `s`.
    static func made(by script: String) async throws -> [UInt8] {
        try await TemporaryFolder.with { folder in
            let file = folder.appending(path: "office.xlsx")
            let whole = """
                import datetime, openpyxl, sys
                from openpyxl.styles import Font
                book = openpyxl.Workbook()
                s = book.active
                \(script)
                book.save(sys.argv[1])
                """
            _ = try await ForeignProgram.output(of: "python3", ["-c", whole, file.path])
            return Array(try Data(contentsOf: file))
        }
    }

    /// A file put together by hand, with one sheet.
    static func package(
        sheet: String, strings: String? = nil, styles: String? = nil, more: [(name: String, content: [UInt8])] = [],
        book: String = #"<sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets>"#
    ) throws -> [UInt8] {
        let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let relation = { (id: Int, type: String, target: String) in
            #"<Relationship Id="rId\#(id)" Type="\#(relations)/\#(type)" Target="\#(target)"/>"#
        }
        let list = { (items: String) in
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(items)</Relationships>"
        }
        var parts: [(name: String, content: String)] = [
            ("_rels/.rels", list(relation(1, "officeDocument", "xl/workbook.xml"))),
            (
                "xl/_rels/workbook.xml.rels",
                list(
                    relation(1, "worksheet", "worksheets/sheet1.xml")
                        + relation(2, "sharedStrings", "sharedStrings.xml")
                        + relation(3, "styles", "styles.xml"))
            ),
            ("xl/workbook.xml", "<workbook xmlns=\"\(main)\" xmlns:r=\"\(relations)\">\(book)</workbook>"),
            (
                "xl/worksheets/sheet1.xml",
                sheet.hasPrefix("<?") || sheet.hasPrefix("<!")
                    ? sheet : "<worksheet xmlns=\"\(main)\">\(sheet)</worksheet>"
            ),
            ("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(strings ?? "")</sst>"),
            ("xl/styles.xml", "<styleSheet xmlns=\"\(main)\">\(styles ?? "")</styleSheet>"),
        ]
        parts.removeAll { part in more.contains { $0.name == part.name } }
        return try ArchiveWriter.bytes(of: parts.map { ($0.name, Array($0.content.utf8)) } + more)
    }
}
