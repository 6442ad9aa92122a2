public import Outreach

/// A report as a page of its own, to be opened or printed, and the same as Markdown: numbers, charts with their tables
/// beside them, narrative.
public struct ReportPage: Sendable {
    private let content: ReportContent
    private let version: ReportVersion?
    private let language: Language
    private let words: ReportWords

    /// - Parameter version: nil for what was not submitted yet.
    public init(_ content: ReportContent, version: ReportVersion?, language: Language) {
        self.content = content
        self.version = version
        self.language = language
        words = ReportWords(language: language)
    }

    private var report: Report { content.report }

    public var html: String {
        let table = ReportTable(report, language: language)
        return """
            <!doctype html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>\(HTMLEscaping.text(table.title))</title>
            <style>
            body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
            .wide { overflow-x: auto; }
            table { border-collapse: collapse; width: 100%; }
            th, td { border: 1px solid #888; padding: .3rem .6rem; text-align: left; vertical-align: top; }
            td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
            figure { margin: 1.5rem 0; }
            @media print { body { margin: 0; max-width: none; } }
            \(ChartStyle.sheet)
            </style>
            </head>
            <body>
            <h1>\(HTMLEscaping.text(table.title))</h1>
            <p>\(HTMLEscaping.text(table.period))</p>
            \(stamp.map { "<p>\(HTMLEscaping.text($0))</p>" } ?? "")
            \(table.html)
            \(table.notes.map { "<p>\(HTMLEscaping.text($0))</p>" }.joined(separator: "\n"))
            \(charts.enumerated().map { figure($0.element, id: "chart-\($0.offset)") }.joined(separator: "\n"))
            \(sections.map(html).joined(separator: "\n"))
            </body>
            </html>

            """
    }

    public var markdown: String {
        let table = ReportTable(report, language: language).markdown
        let stamp = stamp.map { "\n\(MarkdownText.escaped($0))\n" } ?? ""
        return table + stamp
            + sections.map { title, text in "\n## \(MarkdownText.escaped(title))\n\n\(MarkdownText.escaped(text))\n" }
            .joined()
    }

    /// Which version it is, and its hash.
    private var stamp: String? {
        version.map { version in
            words("Bản \(version.number), mã băm \(version.hash)", "Version \(version.number), hash \(version.hash)")
                + (version.reason.map { words("; lý do đính chính: ", "; corrected because: ") + $0 } ?? "")
        }
    }

    private var sections: [(title: String, text: String)] {
        let narrative = content.narrative
        return [
            (words("Kết quả", "Results"), narrative.results),
            (words("Khó khăn, vướng mắc", "Difficulties"), narrative.difficulties),
            (words("Đề xuất, kiến nghị", "Proposals"), narrative.proposals),
        ].filter { !$0.text.isEmpty }
    }

    private func html(_ section: (title: String, text: String)) -> String {
        let paragraphs = section.text.split(separator: "\n").map { "<p>\(HTMLEscaping.text(String($0)))</p>" }
        return "<h2>\(HTMLEscaping.text(section.title))</h2>\n" + paragraphs.joined(separator: "\n")
    }

    private func figure(_ chart: any Chart, id: String) -> String {
        "<figure>\(chart.svg(id: id))\(chart.table.html)</figure>"
    }

    private var charts: [any Chart] {
        ReportCharts(report, language: language).all
    }
}

/// What of a report is drawn: pace, this period beside the one before, members.
public struct ReportCharts: Sendable {
    private let report: Report
    private let language: Language
    private let words: ReportWords

    public init(_ report: Report, language: Language) {
        self.report = report
        self.language = language
        words = ReportWords(language: language)
    }

    var all: [any Chart] {
        paces.map(\.chart) + [comparison].compactMap(\.self) + [members(of: nil)].compactMap(\.self)
    }

    /// A bar for every number with a target that can be measured.
    public var paces: [(indicator: Slug, chart: PaceBar)] {
        report.lines.compactMap { line in
            guard let pace = line.pace, pace.target > 0 else { return nil }
            let isPercent = line.target.map { $0.description.hasSuffix("%") } ?? false
            let caption = ChartCaption(
                title: line.indicator.name(language), unit: isPercent ? "%" : line.indicator.unit(language),
                fractionDigits: isPercent ? 1 : 0, language: language)
            return (
                line.indicator.id,
                PaceBar(
                    caption, done: pace.done, expected: pace.expected, forecast: pace.forecast?.rounded(),
                    target: pace.target)
            )
        }
    }

    /// Numbers of one unit of count side by side, for scales of different things do not belong on one axis.
    public var comparison: ColumnChart? {
        let lines = report.lines.filter { ($0.value ?? 0) > 0 || ($0.before ?? 0) > 0 }
        let groups = Dictionary(grouping: lines) { $0.indicator.unit(language) }
        guard report.lines.contains(where: { $0.before != nil }),
            let group = groups.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) })
        else { return nil }
        let shown = lines.filter { $0.indicator.unit(language) == group.key }.prefix(8)
        return ColumnChart(
            ChartCaption(
                title: words("Kỳ này và cùng kỳ năm trước", "This period and the one before"), unit: group.key,
                language: language),
            subject: words.indicator, groups: shown.map { $0.indicator.name(language) },
            series: [
                ChartSeries(name: words.value, values: shown.map { $0.value.map(Double.init) }),
                ChartSeries(name: words.before, values: shown.map { $0.before.map(Double.init) }),
            ])
    }

    /// The members side by side for one indicator: the one asked for, else the first that has any value.
    public func members(of indicator: Slug?) -> BarChart? {
        guard report.members.count > 1,
            let line = report.lines.first(where: { $0.indicator.id == indicator })
                ?? report.lines.first(where: { $0.members.contains { ($0.value ?? 0) > 0 } })
        else { return nil }
        return BarChart(
            ChartCaption(
                title: line.indicator.name(language), unit: line.indicator.unit(language), language: language),
            subject: words.member,
            bars: line.members.map { ChartBar(name: $0.name(language), value: $0.value.map(Double.init)) })
    }
}
