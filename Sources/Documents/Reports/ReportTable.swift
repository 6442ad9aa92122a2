public import Outreach

/// A report as one table: an indicator a row, then its value, the target, and a column for every member.
public struct ReportTable: Sendable {
    let title: String
    let period: String
    let note: String
    let header: [String]
    let rows: [[Cell]]
    private let language: Language

    public init(_ report: Report, language: Language) {
        let words = ReportWords(language: language)
        self.language = language
        title = words.title(report)
        period = words.period(report)
        note = words.note
        header =
            [words.indicator, words.unit, words.value, words.target] + report.members.map { $0.name(language) }
        rows = report.lines.map { line in
            [
                .text(line.indicator.name(language)), .text(line.indicator.unit(language)), Cell(line.value),
                line.target.map { .text($0.description) } ?? .empty,
            ] + line.members.map { Cell($0.value) }
        }
    }

    /// For a terminal.
    public func text(maximumWidth: Int?) -> String {
        "\(title)\n\(period)\n\n"
            + TextTable(header: header, rows: rows, language: language).text(maximumWidth: maximumWidth)
            + "\n\(note)\n"
    }

    /// GitHub-flavoured Markdown.
    public var markdown: String {
        let cells = rows.map { row in row.map { markdown($0) } }
        let rule = header.indices.map { $0 == 2 || $0 > 3 ? "---:" : "---" }
        let lines = ([header.map(escaped), rule] + cells).map { "| " + $0.joined(separator: " | ") + " |" }
        return "# \(escaped(title))\n\n\(escaped(period))\n\n\(lines.joined(separator: "\n"))\n\n\(escaped(note))\n"
    }

    /// A page of its own, to be opened or printed.
    public var html: String {
        let body = rows.map { row in
            "<tr>" + row.enumerated().map { index, cell in html(cell, isHeading: index == 0) }.joined() + "</tr>"
        }
        let heads = header.map { "<th scope=\"col\">\(HTMLEscaping.text($0))</th>" }.joined()
        return """
            <!doctype html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>\(HTMLEscaping.text(title))</title>
            <style>
            body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
            table { border-collapse: collapse; width: 100%; }
            th, td { border: 1px solid #888; padding: .3rem .6rem; text-align: left; vertical-align: top; }
            td.number { text-align: right; font-variant-numeric: tabular-nums; }
            @media print { body { margin: 0; max-width: none; } }
            </style>
            </head>
            <body>
            <h1>\(HTMLEscaping.text(title))</h1>
            <p>\(HTMLEscaping.text(period))</p>
            <table>
            <thead><tr>\(heads)</tr></thead>
            <tbody>
            \(body.joined(separator: "\n"))
            </tbody>
            </table>
            <p>\(HTMLEscaping.text(note))</p>
            </body>
            </html>

            """
    }

    /// For Excel in Vietnam: UTF-8 with BOM, semicolons.
    public var csv: [UInt8] {
        DelimitedTextWriter().file(header: header, rows: rows)
    }

    private func markdown(_ cell: Cell) -> String {
        escaped(TextTable.text(of: cell, language))
    }

    private func html(_ cell: Cell, isHeading: Bool) -> String {
        let text = HTMLEscaping.text(TextTable.text(of: cell, language))
        if isHeading { return "<th scope=\"row\">\(text)</th>" }
        return cell.isNumber ? "<td class=\"number\">\(text)</td>" : "<td>\(text)</td>"
    }

    /// A bar would end the cell; the other characters would start markup.
    private func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            if "\\|`*_<>[]#".contains(character) { result.append("\\") }
            result.append(character)
        }
    }
}

extension Cell {
    /// What was not measured stays empty.
    fileprivate init(_ count: Int?) {
        self = count.map { .integer($0) } ?? .empty
    }
}
