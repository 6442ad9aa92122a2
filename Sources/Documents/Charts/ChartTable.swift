public import Outreach

/// The numbers of a chart as a table: shown beside it, for those who cannot see it and those who want the figures.
public struct ChartTable: Sendable, Hashable {
    public let caption: String
    public let header: [String]
    /// Every number of the chart, also those thinned out of the drawing. What is missing is an empty cell.
    public let rows: [[Cell]]
    public let language: Language

    public init(caption: String, header: [String], rows: [[Cell]], language: Language) {
        self.caption = caption
        self.header = header
        self.rows = rows
        self.language = language
    }

    /// A `table` element to put into a page: `caption`, column headings, row headings, numbers of class `number`, a
    /// dash of class `missing` where nobody measured.
    public var html: String {
        let heads = header.enumerated().map { column, text in
            let classes = isNumeric(column) ? " class=\"number\"" : ""
            return "<th scope=\"col\"\(classes)>\(HTMLEscaping.text(text))</th>"
        }
        let lines = rows.map { row in
            "<tr>" + row.enumerated().map { html($0.element, column: $0.offset) }.joined() + "</tr>\n"
        }
        return """
            <table class="chart-table">
            <caption>\(HTMLEscaping.text(caption))</caption>
            <thead><tr>\(heads.joined())</tr></thead>
            <tbody>
            \(lines.joined())</tbody>
            </table>

            """
    }

    /// For Excel in Vietnam: UTF-8 with BOM, semicolons.
    public var csv: [UInt8] {
        DelimitedTextWriter().file(header: header, rows: rows)
    }

    private func html(_ cell: Cell, column: Int) -> String {
        let text = HTMLEscaping.text(TextTable.text(of: cell, language))
        if column == 0 { return "<th scope=\"row\">\(text)</th>" }
        if cell == .empty { return "<td class=\"number missing\">—</td>" }
        return cell.isNumber ? "<td class=\"number\">\(text)</td>" : "<td>\(text)</td>"
    }

    private func isNumeric(_ column: Int) -> Bool {
        column > 0 && rows.contains { $0.indices.contains(column) && $0[column].isNumber }
    }
}
