/// Which sessions to list; empty parts ask nothing.
public struct SessionFilter: Sendable, Hashable {
    public var units: [Slug]?
    public var range: DayRange?
    public var form: SessionForm?
    public var level: SchoolLevel?
    public var campaign: Slug?
    /// Who logged it, as the audit log names them.
    public var loggedBy: String?
    /// Only what comes after this one in the list: the next page.
    public var after: SessionPosition?
    public var limit = 1000

    public init() {}
}

/// A place in the list of sessions, which runs from the newest day to the oldest and within a day from the newest id.
public struct SessionPosition: Sendable, Hashable, LosslessStringConvertible {
    public let day: Day
    public let id: Identifier<Session>

    public init(_ session: Session) {
        day = session.day
        id = session.id
    }

    /// `2026-06-01.0197…`, as the address of a page carries it.
    public var description: String { "\(day).\(id)" }

    public init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let day = Day(String(parts[0])), let id = Identifier<Session>(String(parts[1])) else {
            return nil
        }
        self.day = day
        self.id = id
    }
}

/// How many sessions fit a filter, and how many turns they had.
public struct SessionTotals: Sendable, Hashable {
    public let sessions: Int
    public let turns: Int

    public init(sessions: Int, turns: Int) {
        self.sessions = sessions
        self.turns = turns
    }
}
