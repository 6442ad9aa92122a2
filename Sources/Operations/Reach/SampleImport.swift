import Documents
public import Outreach
import Storage

extension Workspace {
    /// Records the rows of a CSV or Excel file as samples: all of them, or none where any row is wrong.
    ///
    /// Columns: post (its id or the end of it), metric by identifier or name, value; optional date and time of measuring,
    /// and whether it is an estimate.
    public func importSamples(
        _ bytes: [UInt8], file: String, as caller: Caller, mode: ChangeMode
    ) async throws -> ImportReport<Sample> {
        let columns = SampleColumns()
        let table = try readImport(bytes, expecting: columns.all)
        let places = try table.places(of: columns.all)
        let now = now
        return try await importRows(table, file: file, mode: mode) { row, tx in
            let entry = try columns.entry(of: RowReader(row: row, places: places), zone: zone)
            return try tx.record(entry, id: makeID(), source: .imported, as: caller, at: now)
        }
    }
}

/// The headings under which offices write the columns of a list of figures.
private struct SampleColumns: Sendable {
    let post = TableColumn.required("bài đăng", "post", "mã bài", "bài", "mã bài đăng")
    let metric = TableColumn.required("số đo", "metric", "loại số đo", "chỉ số")
    let value = TableColumn.required("giá trị", "value", "số lượng", "số lượt", "sl")
    let day = TableColumn.optional("ngày", "date", "ngày đo", "ngày đọc số")
    let time = TableColumn.optional("giờ", "time", "giờ đo")
    let estimated = TableColumn.optional("ước lượng", "estimated", "ước tính")

    var all: [TableColumn] { [post, metric, value, day, time, estimated] }

    func entry(of row: RowReader, zone: Zone) throws -> SampleEntry {
        let clock = row.optionalText(time) == nil ? TimeOfDay.midnight : try row.time(time)
        let capturedAt = row.optionalText(day) == nil ? nil : zone.instant(try row.day(day), clock)
        return SampleEntry(
            post: try row.text(post), metric: try row.word(metric, named: \.words), value: try row.count(value),
            capturedAt: capturedAt, isEstimated: row.optionalText(estimated).map(isYes) ?? false)
    }

    private func isYes(_ text: String) -> Bool {
        ["x", "co", "yes", "true", "1", "uoc luong"].contains(SearchText.folded(text))
    }
}
