import Outreach

/// A table with a caption; on a narrow screen each row becomes a card whose lines carry their column's name.
struct TableView: Sendable {
    struct Column: Sendable {
        let name: String
        var isNumber = false
        /// Left out on narrow screens.
        var isMinor = false
    }

    let caption: String
    var isCaptionShown = false
    let columns: [Column]
    let rows: [[HTML]]

    init(_ caption: String, _ columns: [Column], isCaptionShown: Bool = false, rows: [[HTML]]) {
        self.caption = caption
        self.columns = columns
        self.isCaptionShown = isCaptionShown
        self.rows = rows
    }

    var html: HTML {
        """
        <div class="table-wrap" tabindex="0" role="region" aria-label="\(caption)"><table class="table">\
        <caption class="\(isCaptionShown ? "" : "unseen")">\(caption)</caption>\
        <thead><tr>\(columns.html(head))</tr></thead>\
        <tbody>\(rows.html(row))</tbody></table></div>
        """
    }

    /// A column of buttons has no name, and so no heading.
    private func head(_ column: Column) -> HTML {
        column.name.isEmpty ? "<td></td>" : "<th scope=\"col\" class=\"\(css(column))\">\(column.name)</th>"
    }

    private func row(_ cells: [HTML]) -> HTML {
        "<tr>\(zip(columns, cells).html { column, cell in "<td class=\"\(css(column))\" data-column=\"\(column.name)\">\(whole(cell))</td>" })</tr>"
    }

    /// One element, so that it stands beside its column's name on a narrow screen whatever it is made of.
    private func whole(_ cell: HTML) -> HTML { cell.isEmpty ? .empty : "<div>\(cell)</div>" }

    private func css(_ column: Column) -> String {
        [column.isNumber ? "number" : nil, column.isMinor ? "minor" : nil].compactMap(\.self).joined(separator: " ")
    }
}
