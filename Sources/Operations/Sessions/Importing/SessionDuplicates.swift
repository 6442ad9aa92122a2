import Outreach
import Storage

/// Finds rows that are there already: in the same file, or logged before.
///
/// Two sessions are one where day, form, place, turns and hour agree, with what is said of the session now or with what
/// was said when it came in: an office sends the same list again, whatever was corrected or withdrawn here meanwhile. Each
/// session answers for one row, so that two classes of forty on one morning stay two.
struct SessionDuplicates {
    private struct Key: Hashable {
        let unit: Slug
        let day: Day
        let form: SessionForm
        let place: String
    }

    /// What is said of a logged session, or was once.
    private struct Saying {
        let session: LoggedSession
        let isNow: Bool
    }

    /// A row that came before.
    private struct Seen {
        let line: Int
        let particulars: String
        let session: LoggedSession
    }

    private var logged: [Key: [Saying]] = [:]
    private var taken: Set<Identifier<Session>> = []
    private var seen: [Key: [Seen]] = [:]
    private var places: [String: String] = [:]

    /// - Parameters:
    ///   - sessions: what is logged for the units on the days of the file.
    ///   - earlier: what sessions of those units and days said before they were corrected or withdrawn.
    init(_ sessions: [LoggedSession], earlier: [Session]) {
        for session in sessions { logged[key(session), default: []].append(Saying(session: session, isNow: true)) }
        for session in earlier.map(LoggedSession.init) {
            logged[key(session), default: []].append(Saying(session: session, isNow: false))
        }
    }

    private mutating func key(_ session: LoggedSession) -> Key {
        let place = places[session.place] ?? SearchText.folded(session.place)
        places[session.place] = place
        return Key(unit: session.unit, day: session.day, form: session.form, place: place)
    }

    /// What the row repeats; nil where it is new, and known from then on.
    mutating func original(of row: ReadRow, _ session: LoggedSession) -> DuplicateRow.Original? {
        let key = key(session)
        if let same = seen[key]?.first(where: {
            $0.session.isSame(as: session) && $0.particulars == row.particulars
        }) {
            return .row(same.line)
        }
        seen[key, default: []].append(Seen(line: row.line, particulars: row.particulars, session: session))
        let same = logged[key]?.first { !taken.contains($0.session.id) && $0.session.isSame(as: session) }
        guard let id = same?.session.id else { return nil }
        taken.insert(id)
        return .session(id)
    }

    /// An earlier row of the file with the same id.
    mutating func repetition(of row: ReadRow, _ session: LoggedSession) -> DuplicateRow.Original? {
        let key = key(session)
        if let same = seen[key]?.first(where: { $0.session.id == session.id }) { return .row(same.line) }
        seen[key, default: []].append(Seen(line: row.line, particulars: row.particulars, session: session))
        return nil
    }

    /// The turns of a session logged for that day and place under another number.
    mutating func alike(_ session: LoggedSession) -> Int? {
        guard !logged.isEmpty else { return nil }
        return logged[key(session)]?.first { $0.isNow && !taken.contains($0.session.id) }?.session.turns
    }
}

extension LoggedSession {
    fileprivate func isSame(as other: LoggedSession) -> Bool {
        turns == other.turns && (time == nil || other.time == nil || time == other.time)
    }
}
