import Documents
import Testing

@Suite("Cells of Excel files as text")
struct WorkbookCellTests {
    /// The cells of one row whose styles are the formats, in their order after the plain one.
    private func cells(_ row: String, formats: [String] = [], strings: String = "", book: String? = nil) throws
        -> [String]
    {
        let codes = formats.enumerated().map {
            "<numFmt numFmtId=\"\(200 + $0.offset)\" formatCode=\"\($0.element)\"/>"
        }
        let looks = [0] + formats.indices.map { 200 + $0 } + [14, 9, 20, 22]
        let styles =
            "<numFmts>\(codes.joined())</numFmts><fonts><font><name val=\"Arial\"/></font></fonts><cellXfs>"
            + looks.map { "<xf numFmtId=\"\($0)\" fontId=\"0\"/>" }.joined() + "</cellXfs>"
        let sheet =
            "<sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>x</t></is></c></row><row r=\"2\">\(row)</row></sheetData>"
        let list = #"<sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets>"#
        let file = try OfficeWorkbook.package(sheet: sheet, strings: strings, styles: styles, book: (book ?? "") + list)
        return try TableFile.read(file).rows.first?.cells ?? []
    }

    private func number(_ value: String, _ format: String, book: String? = nil) throws -> String {
        try cells("<c r=\"A2\" s=\"1\"><v>\(value)</v></c>", formats: [format], book: book).first ?? ""
    }

    @Test(
        "numbers keep every digit Excel shows, with a comma for decimals and nothing between thousands",
        arguments: [
            ("120", "120"), ("120.0", "120"), ("1234567", "1234567"), ("1.125", "1,125"), ("-0.5", "-0,5"),
            ("0.30000000000000004", "0,3"), ("1E3", "1000"), ("123456789012345678", "123456789012345680"),
            ("1.5E-7", "0,00000015"), ("0", "0"), ("-0", "0"), ("1e400", "1e400"),
        ])
    func numbers(_ stored: String, _ text: String) throws {
        #expect(try number(stored, "#,##0") == text)
    }

    @Test(
        "days are told by their format, whatever it looks like",
        arguments: [
            "dd/mm/yyyy", "d/m/yy", "[$-42A]dd mmmm yyyy;@", "yyyy\\-mm\\-dd", "\\n\\g\\à\\y dd", "&quot;ngày&quot; dd",
            "[Red]dd/mm", "[$-F800]dddd\\,\\ mmmm",
        ])
    func dayFormats(_ format: String) throws {
        #expect(try number("46188", format) == "15/06/2026")
    }

    @Test(
        "numbers whose formats only look like days stay numbers",
        arguments: [
            "#,##0\" d\"".replacing("\"", with: "&quot;"), "0.00", "General", "@", "[Red]0;[Blue]0", "0_d", "0;dd",
        ])
    func otherFormats(_ format: String) throws {
        #expect(try number("46188", format) == "46188")
    }

    @Test(
        "serial numbers are counted from 1900 as Excel counts, the leap day that never was being no day",
        arguments: [
            ("1", "01/01/1900"), ("59", "28/02/1900"), ("60", "60"), ("61", "01/03/1900"),
            ("25569", "01/01/1970"), ("45443", "31/05/2024"), ("2958465", "31/12/9999"),
            ("46188.3125", "15/06/2026 07:30"),
            ("46188.312499999", "15/06/2026 07:30"), ("46188.99999999", "16/06/2026"), ("2958467", "2958467"),
            ("-1", "-1"),
        ])
    func serials(_ stored: String, _ text: String) throws {
        #expect(try number(stored, "dd/mm/yyyy hh:mm") == text)
    }

    @Test("files that count from 1904 are read so")
    func from1904() throws {
        #expect(try number("0", "dd/mm/yyyy", book: #"<workbookPr date1904="1"/>"#) == "01/01/1904")
        #expect(try number("44726", "dd/mm/yyyy", book: #"<workbookPr date1904="1"/>"#) == "15/06/2026")
    }

    @Test("times and percentages read as people write them")
    func timesAndPercentages() throws {
        #expect(try number("0.3125", "hh:mm") == "07:30")
        #expect(try number("0.312511574", "[h]:mm:ss") == "07:30:01")
        #expect(try number("0.576", "0.0%") == "57,6%")
        #expect(try number("1.1", "0%") == "110%")
    }

    @Test("formats Excel knows by number")
    func builtIn() throws {
        let row = #"<c r="A2" s="1"><v>46188</v></c>"#
        #expect(try cells(row) == ["15/06/2026"])
        #expect(try cells(row.replacing("s=\"1\"", with: "s=\"2\"").replacing("46188", with: "0.5")) == ["50%"])
        #expect(try cells(row.replacing("s=\"1\"", with: "s=\"3\"").replacing("46188", with: "0.5")) == ["12:00"])
        #expect(
            try cells(row.replacing("s=\"1\"", with: "s=\"4\"").replacing("46188", with: "46188.5")) == [
                "15/06/2026 12:00"
            ])
    }

    @Test("shared strings, rich text, phonetic hints, escapes, truth values, dates and errors")
    func kinds() throws {
        let strings = """
            <si><t xml:space="preserve"> Xã A </t></si><si><r><rPr><b/></rPr><t>Trường </t></r><r><t>THCS</t></r>
            <rPh sb="0" eb="1"><t>hint</t></rPh></si><si><t>a_x000A_b_x005F_x</t></si>
            """
        let cell = { (type: String, value: String) in
            try cells("<c r=\"A2\" t=\"\(type)\"><v>\(value)</v></c>", strings: strings)
        }
        #expect(try cell("s", "0") == ["Xã A"])
        #expect(try cell("s", "1") == ["Trường THCS"])
        #expect(try cell("s", "2") == ["a\nb_x"])
        #expect(try cell("b", "1") == ["TRUE"])
        #expect(try cell("e", "#REF!") == ["#REF!"])
        #expect(try cell("d", "2026-06-15T00:00:00") == ["15/06/2026"])
        #expect(try cell("str", "=x") == ["=x"])
        #expect(try cells(#"<c r="A2" t="inlineStr"><is><r><t>mộ</t></r><r><t>t</t></r></is></c>"#) == ["một"])
    }

    @Test("cells without a place follow each other, text is trimmed and brought to NFC")
    func places() throws {
        let sheet = """
            <sheetData><row><c t="str"><v>a</v></c><c t="str"><v>b</v></c><c t="str"><v>c</v></c></row>
            <row r="5"><c r="C5" t="str"><v>  Tru\u{31B}o\u{31B}\u{300}ng </v></c></row></sheetData>
            """
        let table = try TableFile.read(try OfficeWorkbook.package(sheet: sheet))
        #expect(table.rows == [TableRow(line: 5, cells: ["", "", "Trường"])])
        #expect(table.rows[0].cells[2].unicodeScalars.count == 6)
    }
}
