public import Outreach

/// A report as one table: an indicator a row, its value and what it is set against, and a column for every member.
public struct ReportTable: Sendable {
    let title: String
    let period: String
    let notes: [String]
    let header: [String]
    let rows: [[Cell]]
    private let report: Report
    private let language: Language

    public init(_ report: Report, language: Language) {
        let words = ReportWords(language: language)
        self.report = report
        self.language = language
        title = words.title(report)
        period = words.period(report)
        notes = words.notes(report)
        header =
            [
                words.indicator, words.unit, words.value, words.before, words.change, words.cumulative, words.target,
                words.reached,
            ] + report.members.map { $0.name(language) }
        rows = report.lines.map { line in
            [
                .text(words.name(line)), .text(line.indicator.unit(language)), Cell(line.value), Cell(line.before),
                Cell(line.change), Cell(line.cumulative), line.targetCell,
                Cell(percent: line.reached),
            ] + line.members.map { Cell($0.value) }
        }
    }

    /// For a terminal, with the columns that have anything in them.
    public func text(maximumWidth: Int?) -> String {
        let shown = header.indices.filter { column in
            column < 3 || rows.contains { $0[column] != .empty }
        }
        let table = TextTable(
            header: shown.map { header[$0] }, rows: rows.map { row in shown.map { row[$0] } }, language: language)
        return "\(title)\n\(period)\n\n" + table.text(maximumWidth: maximumWidth)
            + "\n\(notes.joined(separator: "\n"))\n"
    }

    /// GitHub-flavoured Markdown.
    public var markdown: String {
        let cells = rows.map { row in row.map { markdown($0) } }
        let rule = header.indices.map { $0 > 1 && $0 != 6 ? "---:" : "---" }
        let lines = ([header.map(MarkdownText.escaped), rule] + cells).map { "| " + $0.joined(separator: " | ") + " |" }
        return """
            # \(MarkdownText.escaped(title))

            \(MarkdownText.escaped(period))

            \(lines.joined(separator: "\n"))

            \(notes.map(MarkdownText.escaped).joined(separator: "\n\n"))

            """
    }

    /// The table alone, for a page.
    var html: String {
        let body = rows.map { row in
            "<tr>" + row.enumerated().map { index, cell in html(cell, isHeading: index == 0) }.joined() + "</tr>"
        }
        let heads = header.map { "<th scope=\"col\">\(HTMLEscaping.text($0))</th>" }.joined()
        return """
            <div class="wide"><table>
            <thead><tr>\(heads)</tr></thead>
            <tbody>
            \(body.joined(separator: "\n"))
            </tbody>
            </table></div>
            """
    }

    /// For Excel in Vietnam: UTF-8 with BOM, semicolons.
    public var csv: [UInt8] {
        DelimitedTextWriter().file(header: header, rows: rows)
    }

    private func markdown(_ cell: Cell) -> String {
        MarkdownText.escaped(TextTable.text(of: cell, language))
    }

    private func html(_ cell: Cell, isHeading: Bool) -> String {
        let text = HTMLEscaping.text(TextTable.text(of: cell, language))
        if isHeading { return "<th scope=\"row\">\(text)</th>" }
        return cell.isNumber ? "<td class=\"number\">\(text)</td>" : "<td>\(text)</td>"
    }
}

/// Text that stands in Markdown as it is.
enum MarkdownText {
    /// A bar would end a cell; the other characters would start markup.
    static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            if "\\|`*_<>[]#".contains(character) { result.append("\\") }
            result.append(character)
        }
    }
}
