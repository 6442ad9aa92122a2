import Outreach
import Storage

/// Finds rows that are there already: in the same file, or logged before.
///
/// Two sessions are one where day, form, place, turns and hour agree. Each logged session answers for one row, so that
/// two classes of forty on one morning stay two.
struct SessionDuplicates {
    private struct Key: Hashable {
        let unit: Slug
        let day: Day
        let form: SessionForm
        let place: String
    }

    private var logged: [Key: [SessionRecord]] = [:]
    private var seen: [Key: [(row: ReadRow, session: Session)]] = [:]
    private var places: [String: String] = [:]

    /// - Parameter records: what is logged for the units on the days of the file.
    init(_ records: [SessionRecord]) {
        for record in records { logged[key(record.session), default: []].append(record) }
    }

    private mutating func key(_ session: Session) -> Key {
        let place = places[session.place] ?? SearchText.folded(session.place)
        places[session.place] = place
        return Key(unit: session.unit, day: session.day, form: session.form, place: place)
    }

    /// What the row repeats; nil where it is new, and known from then on.
    mutating func original(of row: ReadRow, _ session: Session) -> DuplicateRow.Original? {
        let key = key(session)
        if let same = seen[key]?.first(where: {
            $0.session.isSame(as: session) && $0.row.particulars == row.particulars
        }) {
            return .row(same.row.line)
        }
        if let place = logged[key]?.firstIndex(where: { $0.session.isSame(as: session) }) {
            let id = logged[key]?.remove(at: place).session.id
            seen[key, default: []].append((row, session))
            return id.map { .session($0) }
        }
        seen[key, default: []].append((row, session))
        return nil
    }

    /// The turns of a session logged for that day and place under another number.
    mutating func alike(_ session: Session) -> Int? { logged[key(session)]?.first?.session.turns }
}

extension Session {
    fileprivate func isSame(as other: Session) -> Bool {
        turns == other.turns && (time == nil || other.time == nil || time == other.time)
    }
}
