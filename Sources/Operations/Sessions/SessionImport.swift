import Documents
public import Outreach
import Storage

extension Workspace {
    /// Logs the rows of a CSV or Excel file as sessions of a unit: all of them, or none where any row is wrong. A row
    /// that is there already, by day, time, form, place and turns, is left out.
    ///
    /// Columns: date, form, place, minutes; audience and turns, or a column for each audience; optional time, level,
    /// topics, material, female, male, notes. Forms, levels, audiences and topics by identifier or name. A line that
    /// adds up the others is left out.
    ///
    /// - Throws: ``ImportError/roster(heading:)`` or `RosterRefusal` for a list of people.
    public func importSessions(
        _ bytes: [UInt8], file: String, unit: Slug, as caller: Caller, mode: ChangeMode
    ) async throws -> ImportReport<SessionLogged> {
        let columns = SessionColumns(try await database.read { try SessionNames($0) })
        let read = try readImport(bytes, expecting: columns.all)
        let places = try read.places(of: columns.all)
        let table = read.leavingOut { columns.isTotal(RowReader(row: $0, places: places)) }
        let (now, today) = (now, today)
        return try await importRows(table, file: file, mode: mode) { row, tx in
            let session = try columns.session(of: RowReader(row: row, places: places), id: makeID(), unit: unit)
            guard try !tx.sessionsLike(session).contains(where: { $0.session.isSame(as: session) }) else { return nil }
            return try tx.log(
                checked: session, by: judge(in: tx), origin: .imported, as: caller, at: now, today: today)
        }
    }
}

extension Session {
    /// Of the same unit, day, form and place: as many turns, and no other hour.
    fileprivate func isSame(as other: Session) -> Bool {
        turns == other.turns && (time == nil || other.time == nil || time == other.time)
    }
}

extension Table {
    fileprivate func leavingOut(_ isOut: (TableRow) -> Bool) -> Table {
        Table(format: format, preamble: preamble, header: header, rows: rows.filter { !isOut($0) })
    }
}
