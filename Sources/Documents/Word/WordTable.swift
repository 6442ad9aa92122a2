import Outreach

/// Two columns without rules, for the head and the end of a paper.
enum WordColumns {
    /// - Parameter widths: in twentieths of a point.
    static func element(_ columns: [[WordParagraph]], widths: [Int]) -> Element {
        let cells = zip(columns, widths).map { column, width in
            // A cell without a paragraph is not allowed.
            WordTable.cell(column.isEmpty ? [WordParagraph()] : column, width: width)
        }
        return Element(
            "w:tbl", [:],
            [
                Element(
                    "w:tblPr", [:],
                    [
                        Element("w:tblW", ["w:w": String(widths.reduce(0, +)), "w:type": "dxa"]),
                        Element("w:tblLayout", ["w:type": "fixed"]),
                        WordTable.margins(0),
                    ]),
                WordTable.grid(widths),
                Element("w:tr", [:], [Element("w:trPr", [:], [Element("w:cantSplit")])] + cells),
            ])
    }
}

/// A table with rules around every cell and a heading that is repeated on every page.
struct WordTable {
    let table: DocumentTable
    let language: Language
    /// In twentieths of a point.
    let width: Int

    var element: Element {
        let widths = WordColumnWidths.of(table, language, size: size, total: width)
        let heading = row(
            table.header.map { WordText($0, size: size, bold: true) }.map { [$0] }, widths: widths,
            alignments: table.header.map { _ in .center }, isHeading: true)
        let rows = table.rows.map { row in
            self.row(
                table.header.indices.map { [text(of: row, $0)] }, widths: widths,
                alignments: table.header.indices.map { alignment(of: row, $0) }, isHeading: false)
        }
        return Element("w:tbl", [:], [properties, WordTable.grid(widths), heading] + rows)
    }

    /// The size of body text where the columns leave room, smaller in wide tables.
    private var size: Double {
        if table.isCompact { return 11 }
        let column = Double(width) / 20 / Double(max(1, table.header.count))
        return column >= 60 ? 13 : column >= 50 ? 12 : 11
    }

    /// Above and below a cell's text, in twentieths of a point.
    private var space: Int { table.isCompact ? 10 : 40 }

    private func text(of row: DocumentTableRow, _ column: Int) -> WordText {
        let cell = row.cells.indices.contains(column) ? row.cells[column] : .empty
        return WordText(TextTable.text(of: cell, language), size: size, bold: row.isStrong)
    }

    private func alignment(of row: DocumentTableRow, _ column: Int) -> WordParagraph.Alignment {
        switch row.cells.indices.contains(column) ? row.cells[column] : .empty {
        case .integer, .decimal, .percent: .right
        case .day: .center
        case .text, .empty: .left
        }
    }

    private func row(
        _ texts: [[WordText]], widths: [Int], alignments: [WordParagraph.Alignment], isHeading: Bool
    ) -> Element {
        let cells = widths.indices.map { column in
            WordTable.cell(
                [
                    WordParagraph(
                        alignment: alignments[column], texts: texts[column], spaceBefore: space, spaceAfter: space,
                        keepsWithNext: isHeading)
                ], width: widths[column], isCentred: true)
        }
        let properties = [Element("w:cantSplit")] + (isHeading ? [Element("w:tblHeader")] : [])
        return Element("w:tr", [:], [Element("w:trPr", [:], properties)] + cells)
    }

    private var properties: Element {
        let sides = ["top", "left", "bottom", "right", "insideH", "insideV"]
        return Element(
            "w:tblPr", [:],
            [
                Element("w:tblW", ["w:w": String(width), "w:type": "dxa"]),
                Element("w:jc", ["w:val": "center"]),
                Element(
                    "w:tblBorders", [:],
                    sides.map {
                        Element("w:\($0)", ["w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "000000"])
                    }),
                Element("w:tblLayout", ["w:type": "fixed"]),
                WordTable.margins(WordColumnWidths.cellMargin),
            ])
    }

    static func margins(_ width: Int) -> Element {
        Element(
            "w:tblCellMar", [:],
            ["left", "right"].map { Element("w:\($0)", ["w:w": String(width), "w:type": "dxa"]) })
    }

    static func grid(_ widths: [Int]) -> Element {
        Element("w:tblGrid", [:], widths.map { Element("w:gridCol", ["w:w": String($0)]) })
    }

    static func cell(_ paragraphs: [WordParagraph], width: Int, isCentred: Bool = false) -> Element {
        let properties =
            [Element("w:tcW", ["w:w": String(width), "w:type": "dxa"])]
            + (isCentred ? [Element("w:vAlign", ["w:val": "center"])] : [])
        return Element("w:tc", [:], [Element("w:tcPr", [:], properties)] + paragraphs.map(\.element))
    }
}
