import Documents
public import Outreach
import Storage

extension Workspace {
    /// Logs the rows of a CSV or Excel file as sessions of a unit: all of them, or none where any row is wrong. A row
    /// that is there already, by day, form and place, is left out.
    ///
    /// Columns: date, form, place, minutes, audience and turns; optional time, level, topics, material, female, male.
    public func importSessions(
        _ bytes: [UInt8], file: String, unit: Slug, as caller: Caller, mode: ChangeMode
    ) async throws -> ImportReport<SessionLogged> {
        let columns = SessionColumns()
        let table = try TableFile.read(bytes, expecting: columns.all)
        let places = try table.places(of: columns.all)
        let (now, today) = (now, today)
        return try await importRows(table, file: file, mode: mode) { row, tx in
            let session = try columns.session(of: RowReader(row: row, places: places), id: makeID(), unit: unit)
            let known = try tx.sessionsLike(session).contains { $0.session.turns == session.turns }
            if known { return nil }
            return try tx.log(checked: session, origin: .imported, as: caller, at: now, today: today)
        }
    }
}

/// The headings under which offices write the columns of a list of sessions.
private struct SessionColumns: Sendable {
    let day = TableColumn.required("ngày", "date", "ngày tổ chức")
    let time = TableColumn.optional("giờ", "time")
    let form = TableColumn.required("hình thức", "form")
    let level = TableColumn.optional("cấp học", "level")
    let place = TableColumn.required("địa điểm", "place", "nơi tổ chức")
    let minutes = TableColumn.required("số phút", "minutes", "thời lượng (phút)")
    let audience = TableColumn.required("đối tượng", "audience")
    let turns = TableColumn.required("số lượt", "turns", "số lượt người", "số người dự")
    let female = TableColumn.optional("nữ", "female")
    let male = TableColumn.optional("nam", "male")
    let topics = TableColumn.optional("chủ đề", "topics")
    let material = TableColumn.optional("tài liệu", "material")

    var all: [TableColumn] {
        [day, time, form, level, place, minutes, audience, turns, female, male, topics, material]
    }

    func session(of row: RowReader, id: Identifier<Session>, unit: Slug) throws -> Session {
        Session(
            id: id, unit: unit, day: try row.day(day), time: row.optionalText(time) == nil ? nil : try row.time(time),
            place: try row.text(place), form: try row.word(form),
            level: row.optionalText(level) == nil ? nil : try row.word(level), topics: try row.slugs(topics),
            material: try row.optionalSlug(material), minutes: try row.count(minutes),
            attendance: [
                Attendance(
                    audience: try row.slug(audience), turns: try row.count(turns),
                    female: try row.optionalCount(female), male: try row.optionalCount(male))
            ],
            method: .fromRecords)
    }
}
