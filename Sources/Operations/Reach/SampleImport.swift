import Documents
public import Outreach
import Storage

extension Workspace {
    /// Records the rows of a CSV or Excel file as samples: all of them, or none where any row is wrong.
    ///
    /// Columns: post (its id or the end of it), metric, value; optional date and time of measuring.
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
    let post = TableColumn.required("bài đăng", "post", "mã bài")
    let metric = TableColumn.required("số đo", "metric")
    let value = TableColumn.required("giá trị", "value", "số lượng")
    let day = TableColumn.optional("ngày", "date")
    let time = TableColumn.optional("giờ", "time")

    var all: [TableColumn] { [post, metric, value, day, time] }

    func entry(of row: RowReader, zone: Zone) throws -> SampleEntry {
        let clock = row.optionalText(time) == nil ? TimeOfDay.midnight : try row.time(time)
        let capturedAt = row.optionalText(day) == nil ? nil : zone.instant(try row.day(day), clock)
        return SampleEntry(
            post: try row.text(post), metric: try row.word(metric), value: try row.count(value),
            capturedAt: capturedAt)
    }
}
