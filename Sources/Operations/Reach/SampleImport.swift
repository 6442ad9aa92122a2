import Documents
public import Outreach
import Storage

extension Workspace {
    /// Records the rows of a CSV or Excel file as samples: all of them, or none where any row is wrong.
    ///
    /// Columns: post (its id or the end of it), metric by identifier or name, value; optional date and time of measuring,
    /// and whether it is an estimate. Other columns are left out and named; one that holds days refuses the file, for
    /// without its day an old figure would become the newest.
    public func importSamples(
        _ bytes: [UInt8], file: String, as caller: Caller, mode: ChangeMode
    ) async throws -> ImportReport<Sample> {
        let columns = SampleColumns()
        let table = try readImport(bytes, expecting: columns.all)
        let places = try table.places(of: columns.all)
        let others = table.columns(besides: places)
        if let column = others.first(where: { table.holdsDays(inColumn: $0) }) {
            throw ImportError.dayNotUnderstood(heading: table.header.cells[column])
        }
        let now = now
        var report = try await importRows(table, file: file, mode: mode) { row, tx in
            let entry = try columns.entry(of: RowReader(row: row, places: places), zone: zone, now: now)
            return try tx.record(entry, id: makeID(), source: .imported, as: caller, at: now)
        }
        report.leftOut = others.map { table.header.cells[$0] }
        return report
    }
}

/// The headings under which offices write the columns of a list of figures.
private struct SampleColumns: Sendable {
    let post = TableColumn.required("bài đăng", "post", "mã bài", "bài", "mã bài đăng")
    let metric = TableColumn.required("số đo", "metric", "loại số đo", "chỉ số")
    let value = TableColumn.required("giá trị", "value", "số lượng", "số lượt", "sl")
    let day = TableColumn.optional(
        "ngày", "date", "ngày đo", "ngày đọc số", "thời điểm", "thời điểm đo", "thời gian", "lúc", "ngày giờ", "at",
        "captured at", "day")
    let time = TableColumn.optional("giờ", "time", "giờ đo")
    let estimated = TableColumn.optional("ước lượng", "estimated", "ước tính")

    var all: [TableColumn] { [post, metric, value, day, time, estimated] }

    func entry(of row: RowReader, zone: Zone, now: Instant) throws -> SampleEntry {
        return SampleEntry(
            post: try row.text(post), metric: try row.word(metric, named: \.words), value: try row.count(value),
            capturedAt: try capturedAt(row, zone, now), isEstimated: row.optionalText(estimated).map(isYes) ?? false)
    }

    /// The hour stands in a column of its own, behind the day, or nowhere: then the figure is that of the whole day, up to
    /// now where it is today's.
    private func capturedAt(_ row: RowReader, _ zone: Zone, _ now: Instant) throws -> Instant? {
        guard let text = row.optionalText(day) else { return nil }
        guard row.optionalText(time) == nil else { return zone.instant(try row.day(day), try row.time(time)) }
        if let moment = ImportedMoment(text) { return zone.instant(moment.day, moment.time) }
        let (measured, today) = (try row.day(day), zone.day(of: now))
        if measured == today { return now }
        return zone.instant(measured + 1, .midnight) - .seconds(1)
    }

    private func isYes(_ text: String) -> Bool {
        ["x", "co", "yes", "true", "1", "uoc luong"].contains(SearchText.folded(text))
    }
}

/// A day with its hour in one cell: `20/05/2026 08:00`, `2026-05-20 8h30`.
private struct ImportedMoment {
    let day: Day
    let time: TimeOfDay

    init?(_ text: String) {
        let parts = text.split(separator: " ")
        guard parts.count == 2, let day = Day(String(parts[0])) ?? Day(vietnamese: String(parts[0])),
            let match = parts[1].wholeMatch(of: /([0-9]{1,2})[:hg]([0-9]{2})(:[0-9]{2})?/), let hour = Int(match.1),
            let minute = Int(match.2), hour < 24, minute < 60,
            let time = TimeOfDay(minutes: hour * 60 + minute)
        else { return nil }
        (self.day, self.time) = (day, time)
    }
}

extension Table {
    /// Columns with a heading and something in them that are none of these.
    fileprivate func columns(besides places: [TableColumn: Int]) -> [Int] {
        let known = Set(places.values)
        return header.cells.indices.filter { column in
            !known.contains(column) && !header.cells[column].isEmpty && rows.contains { !$0[column].isEmpty }
        }
    }

    fileprivate func holdsDays(inColumn column: Int) -> Bool {
        rows.contains { row in
            let first = row[column].split(separator: " ").first.map(String.init) ?? ""
            return Day(first) != nil || Day(vietnamese: first) != nil
        }
    }
}
