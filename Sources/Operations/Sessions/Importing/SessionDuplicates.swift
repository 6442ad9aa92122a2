import Outreach
import Storage

/// Finds rows that are there already: in the same file, or logged before.
///
/// Two sessions are one where day, place, form, turns, audiences, hour and length agree, with what is said of the session
/// now or with what was said when it came in: an office sends the same list again, whatever was corrected or withdrawn here
/// meanwhile. Within a file both rows have to say the same; another list may say less, or more. They are of one unit, or of two that say they held it together: such a session
/// counts once, for its owner. Each session answers for one row, so that two classes of forty on one morning stay two.
struct SessionDuplicates {
    /// Where and when; a place is found by its name and, where it is a unit, by that.
    private struct Key: Hashable {
        let day: Day
        let place: String
    }

    /// What is said of a logged session, or was once.
    private struct Saying {
        enum Standing { case now, earlier, withdrawn }

        let session: LoggedSession
        let standing: Standing
    }

    /// A row that came before.
    private struct Seen {
        let line: Int
        let session: LoggedSession
    }

    private var logged: [Key: [Saying]] = [:]
    private var taken: Set<Identifier<Session>> = []
    private var seen: [Key: [Seen]] = [:]
    private var places: [String: String] = [:]

    /// - Parameters:
    ///   - sessions: what is logged for the units on the days of the file.
    ///   - earlier: what sessions of those units and days said before they were corrected.
    ///   - withdrawn: what those said that were taken out.
    init(_ sessions: [LoggedSession], earlier: [Session], withdrawn: [Session]) {
        let words = Dictionary(sessions.map { ($0.id, $0.listWords) }) { first, _ in first }
        for session in sessions { remember(session, .now) }
        for session in earlier { remember(LoggedSession(session, listWords: words[session.id] ?? nil), .earlier) }
        for session in withdrawn { remember(LoggedSession(session), .withdrawn) }
    }

    private mutating func remember(_ session: LoggedSession, _ standing: Saying.Standing) {
        for key in keys(session) { logged[key, default: []].append(Saying(session: session, standing: standing)) }
    }

    private mutating func keys(_ session: LoggedSession) -> [Key] {
        let name = places[session.place] ?? PlaceWords.canonical(session.place)
        places[session.place] = name
        // No name begins with a sign that no text has.
        let unit = session.placeUnit.map { Key(day: session.day, place: "\u{1F}\($0)") }
        return [Key(day: session.day, place: name)] + [unit].compactMap(\.self)
    }

    /// What the row repeats; nil where it is new, and known from then on.
    mutating func original(of row: ReadRow, _ session: LoggedSession) -> DuplicateRow.Original? {
        let keys = keys(session)
        let earlier = self.row(at: keys) { $0.isSame(as: session, inOneFile: true) }
        if let earlier { return .row(earlier.line) }
        note(row, session, keys)
        let same = saying(at: keys) { $0.session.isSame(as: session, inOneFile: false) }
        guard let same else { return nil }
        taken.insert(same.session.id)
        switch same.standing {
        case .withdrawn: return .withdrawn(same.session.id)
        case .now, .earlier:
            let owner = same.session.unit
            return owner == session.unit ? .session(same.session.id) : .heldTogether(same.session.id, owner: owner)
        }
    }

    /// An earlier row of the file with the same id.
    mutating func repetition(of row: ReadRow, _ session: LoggedSession) -> DuplicateRow.Original? {
        let keys = keys(session)
        if let same = self.row(at: keys, where: { $0.id == session.id }) { return .row(same.line) }
        note(row, session, keys)
        return nil
    }

    private mutating func note(_ row: ReadRow, _ session: LoggedSession, _ keys: [Key]) {
        for key in keys { seen[key, default: []].append(Seen(line: row.line, session: session)) }
    }

    /// The turns of a session for that day and place that may be this one, said otherwise: one that is logged, or an
    /// earlier row that says less or more of the hour, the length or the audiences.
    mutating func alike(_ session: LoggedSession) -> Int? {
        let keys = keys(session)
        let earlier = row(at: keys) { $0.id != session.id && $0.isSame(as: session, inOneFile: false) }
        if let earlier { return earlier.session.turns }
        guard !logged.isEmpty else { return nil }
        return saying(at: keys) { $0.standing == .now && $0.session.isAlike(session) }?.session.turns
    }

    private func row(at keys: [Key], where matches: (LoggedSession) -> Bool) -> Seen? {
        for key in keys {
            if let found = seen[key]?.first(where: { matches($0.session) }) { return found }
        }
        return nil
    }

    /// The first that no row was found to be yet.
    private func saying(at keys: [Key], where matches: (Saying) -> Bool) -> Saying? {
        for key in keys {
            if let found = logged[key]?.first(where: { !taken.contains($0.session.id) && matches($0) }) { return found }
        }
        return nil
    }
}

extension LoggedSession {
    /// - Parameter inOneFile: whether both are rows of one list, which says all that it says of each.
    fileprivate func isSame(as other: LoggedSession, inOneFile: Bool) -> Bool {
        guard form == other.form, turns == other.turns else { return false }
        if inOneFile {
            guard time == other.time, minutes == other.minutes, attendance == other.attendance else { return false }
        } else {
            guard agree(time, other.time), agree(minutes, other.minutes), hasAudiences(of: other) else { return false }
        }
        // Another unit says the same in words of its own.
        guard unit == other.unit else { return isHeldTogether(with: other) }
        return inOneFile ? listWords == other.listWords : agree(listWords, other.listWords)
    }

    /// Whether a person should see that both are logged.
    fileprivate func isAlike(_ other: LoggedSession) -> Bool {
        (unit == other.unit || isHeldTogether(with: other)) && (form == other.form || turns == other.turns)
    }

    private func isHeldTogether(with other: LoggedSession) -> Bool {
        coHosts.contains(other.unit) || other.coHosts.contains(unit)
    }

    /// One says how many of each audience there were where the other says only how many in all.
    private func hasAudiences(of other: LoggedSession) -> Bool {
        attendance == other.attendance || saysOnlyHowMany != other.saysOnlyHowMany
    }

    private var saysOnlyHowMany: Bool { attendance.keys.map(\.description) == [AudienceGroup.others.rawValue] }

    private func agree<Value: Equatable>(_ one: Value?, _ other: Value?) -> Bool {
        one == nil || other == nil || one == other
    }
}
