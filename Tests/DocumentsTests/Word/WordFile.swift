import Foundation

/// A Word file as python-docx sees it, lengths in millimetres and points.
struct WordFile: Decodable {
    let title: String
    let language: String
    let sections: [Section]
    let head: [[Paragraph]]
    let body: [Paragraph]
    let closing: [[Paragraph]]
    let tables: [Table]

    struct Section: Decodable {
        let width: Double
        let height: Double
        let isLandscape: Bool
        let top: Double
        let bottom: Double
        let left: Double
        let right: Double
        let hasOwnFirstPage: Bool
        let firstPageNumber: String
        let header: String
        let headerSize: Double
        let headerAlignment: String
    }

    struct Paragraph: Decodable, Equatable {
        let text: String
        let style: String
        let alignment: String
        let sizes: [Double]
        let fonts: [String]
        let colours: [String]
        let isBold: Bool
        let isItalic: Bool
        let firstLineIndent: Double
        let spaceAfter: Double
        let lineSpacing: Double
        /// The length of a rule above, where there is one: what the indents leave of the column.
        let rule: Double?
    }

    struct Table: Decodable {
        let rows: [[String]]
        let repeatedRows: Int
        let alignments: [String]
        let boldRows: [Int]
    }

    static func read(_ bytes: [UInt8]) async throws -> WordFile {
        try await ForeignProgram.json(from: script, reading: bytes, named: "paper.docx")
    }

    private static let script = """
        import docx, json, sys
        from docx.oxml.ns import qn
        paper = docx.Document(sys.argv[1])

        def paragraph(p, column):
            runs = [r for r in p.runs if r.text]
            form, bottom = p.paragraph_format, p._p.find(".//" + qn("w:top"))
            indent = lambda value: value.mm if value is not None else 0
            return {
                "text": p.text, "style": p.style.name, "alignment": str(p.alignment).split(" ")[0],
                "sizes": sorted({r.font.size.pt for r in runs}), "fonts": sorted({r.font.name for r in runs}),
                "colours": sorted({str(r.font.color.rgb) for r in runs}),
                "isBold": bool(runs) and all(r.bold for r in runs),
                "isItalic": bool(runs) and all(r.italic for r in runs),
                "firstLineIndent": round(indent(form.first_line_indent), 1), "spaceAfter": form.space_after.pt,
                "lineSpacing": form.line_spacing if isinstance(form.line_spacing, float) else 0,
                "rule": None if bottom is None else column - indent(form.left_indent) - indent(form.right_indent)}

        def columns(table):
            return [[paragraph(p, c.width.mm) for p in c.paragraphs] for c in table.rows[0].cells]

        def grid(table):
            rows = [[c.text for c in row.cells] for row in table.rows]
            heading = [r for r in table.rows if r._tr.find(".//" + qn("w:tblHeader")) is not None]
            last = table.rows[-1].cells
            bold = [i for i, row in enumerate(table.rows) if any(r.bold for c in row.cells for p in c.paragraphs for r in p.runs)]
            return {"rows": rows, "repeatedRows": len(heading), "boldRows": bold,
                    "alignments": [str(c.paragraphs[0].alignment).split(" ")[0] for c in last]}

        def section(s):
            number, field = s._sectPr.find(qn("w:pgNumType")), s.header._element
            return {
                "width": s.page_width.mm, "height": s.page_height.mm, "isLandscape": s.orientation == 1,
                "top": s.top_margin.mm, "bottom": s.bottom_margin.mm, "left": s.left_margin.mm, "right": s.right_margin.mm,
                "hasOwnFirstPage": s.different_first_page_header_footer,
                "firstPageNumber": number.get(qn("w:start")),
                "header": field.find(".//" + qn("w:fldSimple")).get(qn("w:instr")).strip(),
                "headerSize": int(field.find(".//" + qn("w:sz")).get(qn("w:val"))) / 2,
                "headerAlignment": str(s.header.paragraphs[0].alignment).split(" ")[0]}

        has_rules = lambda table: table._tbl.find(".//" + qn("w:tblBorders")) is not None
        bordered, plain = [[t for t in paper.tables if has_rules(t) == ruled] for ruled in (True, False)]
        print(json.dumps({
            "title": paper.core_properties.title, "language": paper.core_properties.language,
            "sections": [section(s) for s in paper.sections], "head": columns(plain[0]),
            "closing": columns(plain[1]) if len(plain) > 1 else [],
            "body": [paragraph(p, 165) for p in paper.paragraphs], "tables": [grid(t) for t in bordered]}))
        """
}
