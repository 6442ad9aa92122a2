import Documents
import Outreach

/// A whole list of sessions as it was read, before anybody looked at what is there already.
struct SessionListReading {
    var report = SessionImportReport()
    var rows: [ReadRow] = []
    /// The columns of amounts, in the order of the amounts of a row.
    var amountColumns: [ImportedColumn] = []

    init(
        _ file: [UInt8], sheet: String? = nil, for unit: Slug, _ vocabulary: SessionVocabulary, mapping: SessionMapping,
        zone: Zone, today: Day, makeID: @escaping @Sendable () -> Identifier<Session>
    ) {
        let headings = SessionHeadings(audiences: vocabulary.audiencesByName, mapping: mapping)
        do {
            let lines = try TableFile.lines(file, sheet: sheet) { HeadingLines.named(in: $0, headings) }
            report.format = lines.format
            read(lines, headings, for: unit, vocabulary, zone: zone, today: today, makeID: makeID)
        } catch {
            report.errors = [ImportMistake(row: nil, column: nil, reason: error.message)]
        }
    }

    private mutating func read(
        _ lines: TableLines, _ headings: SessionHeadings, for unit: Slug, _ vocabulary: SessionVocabulary,
        zone: Zone, today: Day, makeID: @escaping @Sendable () -> Identifier<Session>
    ) {
        guard let sheet = SessionSheet(lines, headings: headings) else {
            report.refused =
                RosterSearch.found(in: lines.rows, columns: [], data: [], today: today)
                ?? RosterSearch.withoutHeading(lines.rows)
            if report.refused == nil { report.errors = [SessionListReading.noHeading(lines)] }
            return
        }
        let read = SessionColumns(sheet, headings: headings)
        let columns = read.columns
        report.columns = columns
        report.titles = sheet.titles.map { row in
            row.cells.filter { !$0.isEmpty }.map(CellQuote.shown).joined(separator: " · ")
        }
        report.skipped = sheet.skipped.map { TableRow(line: $0.line, cells: $0.cells.map(CellQuote.shown)) }
        report.refused =
            RosterSearch.found(
                in: lines.rows, columns: SessionListReading.open(columns), data: sheet.rows, today: today)
            ?? RosterSearch.ofSinglePeople(
                in: sheet.rows, columns: SessionListReading.ofWords(columns),
                amounts: columns.filter { $0.field?.isOfPeople ?? false }.map(\.index))
            ?? RosterSearch.ofNames(in: sheet.rows, columns: columns) ?? RosterSearch.ofLines(sheet.skipped)
        guard report.refused == nil else { return }
        report.errors = read.unclear + MissingColumns(columns, sheet).mistakes
        guard report.errors.isEmpty else { return }
        let isText = lines.format.workbook == nil
        let reader = SessionRowReader(
            unit: unit, zone: zone, vocabulary: vocabulary, columns: columns, sheet: sheet,
            days: ImportedDayReader(
                year: SessionListReading.year(in: sheet.titles),
                countsFrom1904: lines.format.workbook?.countsFrom1904 ?? false),
            commaIsThousands: isText)
        amountColumns = reader.amountColumns
        let portions = RowPortions(sheet.rows, reader: reader, isText: isText, today: today, makeID: makeID).read()
        rows = portions.flatMap(\.rows)
        report.errors = portions.flatMap(\.mistakes)
        report.remarks = portions.map(\.assumptions).reduce(ImportAssumptions(), +).remarks
        report.statedTotals = SessionListReading.stated(
            sheet.totals, amountColumns, rows: rows, commaIsThousands: isText)
        if sheet.rows.isEmpty {
            report.errors.append(
                ImportMistake(
                    row: sheet.line, column: nil,
                    reason: Message(vi: "Dưới dòng tiêu đề không có buổi nào.", en: "No session below the heading.")))
        }
    }
}

extension SessionListReading {
    private static func noHeading(_ lines: TableLines) -> ImportMistake {
        let cells = lines.rows.prefix(5).flatMap(\.cells).filter { !$0.isEmpty }.prefix(12)
        let seen = cells.map(CellQuote.shown).joined(separator: ", ")
        return ImportMistake(
            row: nil, column: nil,
            reason: Message(
                vi: "Không tìm thấy dòng tiêu đề với các cột Ngày, Địa điểm, Số lượt. Đầu tệp có: \(seen).",
                en: "No heading with columns such as Date, Place, Turns was found. The file begins: \(seen)."))
    }

    /// Columns that may hold names of people.
    private static func open(_ columns: [ImportedColumn]) -> [(index: Int, heading: String)] {
        columns.compactMap { column in
            switch column.field {
            case .place, .organiser, .coHosts, .form, .topics, .day, .time, .speakers, .material, .notes: nil
            default: (column.index, column.path.last ?? column.heading)
            }
        }
    }

    /// Columns of words, in which a list of people may be hidden.
    private static func ofWords(_ columns: [ImportedColumn]) -> [(index: Int, heading: String)] {
        columns.filter { column in
            switch column.field {
            case .place, .speakers, .notes, .classes, .topics, .organiser, .ignored, nil: true
            default: false
            }
        }.map { ($0.index, $0.path.last ?? $0.heading) }
    }

    /// The one year that the titles name.
    private static func year(in titles: [TableRow]) -> Int? {
        let years = titles.flatMap(\.cells).flatMap { cell in
            cell.matches(of: /(?:^|[^0-9])(20[0-9]{2})(?![0-9])/).compactMap { Int($0.1) }
        }
        let distinct = Set(years)
        return distinct.count == 1 ? distinct.first : nil
    }

    /// A number in a line of totals, in the unit its column is counted in.
    private static func amount(_ cell: String, of column: ImportedColumn, _ commaIsThousands: Bool) -> Int? {
        switch column.field {
        case .cost(let each): return ImportedMoney.dong(cell, each: each)
        case .minutes(let each): return ImportedLength.minutes(cell, each: each)
        default:
            let count = ImportedCountReader.read(cell, commaIsThousands: commaIsThousands)
            return if case .success(let count) = count { count.value } else { nil }
        }
    }

    /// What lines of totals say, beside the sums of all rows, or of those since the line of totals before.
    private static func stated(
        _ totals: [TableRow], _ columns: [ImportedColumn], rows: [ReadRow], commaIsThousands: Bool
    ) -> [StatedTotal] {
        guard !totals.isEmpty else { return [] }
        let lines = rows.map(\.line)
        let amounts = columns.indices.map { place in rows.map { $0.amounts[place] ?? 0 } }
        var found: [StatedTotal] = []
        for (number, total) in totals.enumerated() {
            let above = number == 0 ? 0 : totals[number - 1].line
            let below = number + 1 < totals.count ? totals[number + 1].line : Int.max
            for (place, column) in columns.enumerated() {
                guard let stated = amount(total[column.index], of: column, commaIsThousands) else { continue }
                func sum(from first: Int, to last: Int) -> Int {
                    lines.indices.reduce(0) { lines[$1] > first && lines[$1] < last ? $0 + amounts[place][$1] : $0 }
                }
                // A line may stand for its group above or below, for all so far, or for the whole list.
                let (group, all) = (sum(from: above, to: total.line), sum(from: 0, to: .max))
                let meant = [group, sum(from: total.line, to: below), sum(from: 0, to: total.line), all]
                let isMiddle = group > 0 && lines.contains { $0 > total.line }
                found.append(
                    StatedTotal(
                        row: total.line, column: column.heading, stated: stated,
                        sum: meant.first { $0 == stated } ?? (isMiddle ? group : all)))
            }
        }
        return found
    }
}
