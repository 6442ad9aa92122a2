public import Outreach

extension Workbook {
    /// Excel itself opens a million rows; a clerk's machine is slow long before.
    public static let mostReportRows = 200_000

    /// A report as an Excel file: the indicators, their parts, the members, the rows behind the numbers, and charts.
    ///
    /// - Parameters:
    ///   - rows: behind the numbers, by indicator.
    ///   - units: the names of the units in the rows.
    ///   - day: when the rows were taken.
    ///   - isOfVersion: whether the numbers are those of a submitted version and the rows are not, which may have left
    ///     them behind.
    public init(
        _ content: ReportContent, rows: [(indicator: Indicator, rows: [IndicatorRow])], units: [Slug: LocalizedText],
        issuer: String, takenOn day: Day, isOfVersion: Bool, language: Language
    ) {
        let sheets = ReportSheets(content: content, language: language, day: day, isOfVersion: isOfVersion)
        let members = sheets.members
        self.init(
            title: sheets.words.title(content.report), creator: issuer, day: day,
            sheets: [sheets.indicators] + [members].compactMap(\.self) + [sheets.parts, sheets.rows(rows, units)],
            charts: sheets.charts(membersSheet: members == nil ? nil : 1), language: language)
    }
}

/// The sheets of a report.
private struct ReportSheets {
    let content: ReportContent
    let language: Language
    let words: ReportWords
    let day: Day
    let isOfVersion: Bool

    init(content: ReportContent, language: Language, day: Day, isOfVersion: Bool) {
        self.content = content
        self.language = language
        self.day = day
        self.isOfVersion = isOfVersion
        words = ReportWords(language: language)
    }

    private var report: Report { content.report }
    private var titles: [String] { [words.title(report), words.period(report)] }

    /// An indicator has the same name here as beside its rows, so that one is found by the other.
    var indicators: Sheet {
        Sheet(
            name: words("Chỉ tiêu", "Indicators"), titles: titles,
            header: [
                words.indicator, words.unit, words.value, words.before, words.change, words.relativeChange,
                words.cumulative, words.target, words.expected, words.forecast, words.reached, words.whole,
            ],
            rows: report.lines.map { line in
                [
                    .text(line.indicator.name(language)), .text(line.indicator.unit(language)), Cell(line.value),
                    Cell(line.before), Cell(line.change), Cell(percent: line.relativeChange), Cell(line.cumulative),
                    line.targetCell,
                    line.pace.map { .decimal($0.expected, fractionDigits: 1) } ?? .empty,
                    line.pace?.forecast.map { .decimal($0, fractionDigits: 1) } ?? .empty, Cell(percent: line.reached),
                    Cell(line.whole),
                ]
            },
            notes: words.notes(report), frozenColumns: 1, isLandscape: true)
    }

    /// A member a row, so that a chart can be drawn of a column; nil where there is but one or none.
    var members: Sheet? {
        guard report.members.count > 1 else { return nil }
        let lines = memberLines
        return Sheet(
            name: words("Theo đơn vị", "By unit"), titles: titles,
            header: [words.member] + lines.map { $0.indicator.name(language) },
            rows: report.members.indices.map { member in
                [.text(report.members[member].name(language))] + lines.map { Cell($0.members[member].value) }
            },
            totals: [.text(words("Toàn ban, toàn đơn vị", "Together"))] + lines.map { Cell($0.value) },
            notes: [
                words(
                    "Điểm đến và đơn vị thuộc nhiều thành viên chỉ tính một lần ở dòng cuối.",
                    "Places, and units under several members, count once in the last row.")
            ] + words.notesOfMembers(report),
            frozenColumns: 1, isLandscape: true)
    }

    private var memberLines: [ReportLine] {
        let saying = report.lines.filter { line in line.members.contains { ($0.value ?? 0) > 0 } }
        return saying.isEmpty ? Array(report.lines.prefix(1)) : saying
    }

    var parts: Sheet {
        let rows: [[Cell]] = report.lines.flatMap { line in
            ReportDimension.allCases.flatMap { dimension in
                (line.parts[dimension] ?? []).map { part in
                    [
                        .text(line.indicator.name(language)), .text(dimension.words(language)),
                        .text(part.name(language)), Cell(part.value), .text(line.indicator.unit(language)),
                    ]
                }
            }
        }
        return Sheet(
            name: words("Phân tổ", "Parts"), titles: titles,
            header: [
                words.indicator, words("Phân theo", "By"), words("Mục", "Item"), words.value, words.unit,
            ], rows: rows, frozenColumns: 1, hasFilter: true)
    }

    func rows(_ all: [(indicator: Indicator, rows: [IndicatorRow])], _ units: [Slug: LocalizedText]) -> Sheet {
        let lines = all.lazy.flatMap { indicator, rows in rows.lazy.map { (indicator, $0) } }
        let count = all.reduce(0) { $0 + $1.rows.count }
        let most = Workbook.mostReportRows
        let cut = words(
            "Chỉ hiện \(most) dòng đầu; tệp CSV của từng chỉ tiêu có đủ.",
            "The first \(most) rows; the CSV file of each indicator has them all.")
        let taken = words(
            "Dòng số liệu lấy ngày \(day.written); có thể đã được đính chính sau khi nộp bản báo cáo này.",
            "Rows of \(day.written); some may have been corrected after this version was submitted.")
        return Sheet(
            name: words("Dòng số liệu", "Rows"), titles: titles,
            header: [
                words.indicator, words("Ngày", "Day"), words.member, words("Nội dung", "What"), words("Số", "Number"),
                words.unit, words("Cách có số", "How found"), words("Mã", "Id"),
            ],
            rows: Array(lines.prefix(most)).map { indicator, row in
                [
                    .text(indicator.name(language)), .day(row.day),
                    .text(units[row.unit]?(language) ?? row.unit.description), .text(row.words(language)),
                    .integer(row.value),
                    .text(indicator.unit(language)),
                    .text(CountingQuality.words(row.quality)?(language) ?? row.quality), .text(row.id),
                ]
            },
            notes: (count > most ? [cut] : []) + (isOfVersion ? [taken] : []), frozenColumns: 1, isLandscape: true,
            hasFilter: true)
    }

    func charts(membersSheet: Int?) -> [SheetChart] {
        var charts: [SheetChart] = []
        if let run = longestRunOfOneUnit, report.lines.contains(where: { $0.before != nil }) {
            charts.append(
                SheetChart(
                    .columns, title: words("Kỳ này và cùng kỳ năm trước", "This period and the one before"),
                    unit: report.lines[run.lowerBound].indicator.unit(language), sheet: 0, names: 0, values: [2, 3],
                    rows: run))
        }
        if let membersSheet, let line = memberLines.first {
            charts.append(
                SheetChart(
                    .bars, title: line.indicator.name(language), unit: line.indicator.unit(language),
                    sheet: membersSheet, names: 0, values: [1]))
        }
        return charts
    }

    /// Neighbouring indicators that count the same unit and of which something can be drawn: they share an axis.
    private var longestRunOfOneUnit: Range<Int>? {
        var best: Range<Int>?
        var start = 0
        let lines = report.lines
        for index in 1...max(1, lines.count) {
            let goesOn = index < lines.count && lines[index].indicator.unit == lines[start].indicator.unit
            if goesOn { continue }
            let run = start..<min(index, start + 10)
            let drawn = lines[run].count { ($0.value ?? 0) > 0 || ($0.before ?? 0) > 0 }
            let drawnBest = best.map { lines[$0].count { ($0.value ?? 0) > 0 || ($0.before ?? 0) > 0 } } ?? 0
            if drawn > drawnBest { best = run }
            start = index
        }
        return best
    }
}
