public import Outreach

/// As much of a session as tells whether a list names it again.
public struct LoggedSession: Sendable, Hashable {
    public let id: Identifier<Session>
    public let unit: Slug
    /// Units that held it together with the owner, as far as they were asked for.
    public let coHosts: Set<Slug>
    public let day: Day
    public let time: TimeOfDay?
    public let form: SessionForm
    public let place: String
    public let placeUnit: Slug?
    public let turns: Int
    public let minutes: Int?
    /// How many there were of each audience.
    public let attendance: [Slug: Int]
    /// The hash over what else the row of a list says that it came from, classes and subjects; nil where it came another
    /// way. Of the words themselves nothing is kept.
    public let listWords: ContentHash?

    public init(_ session: Session, listWords: ContentHash? = nil) {
        (id, unit, day, time) = (session.id, session.unit, session.day, session.time)
        (form, place, placeUnit) = (session.form, session.place, session.placeUnit)
        (turns, minutes) = (session.turns, session.minutes)
        coHosts = Set(session.coHosts)
        attendance = Dictionary(session.attendance.map { ($0.audience, $0.turns) }, uniquingKeysWith: +)
        self.listWords = listWords
    }

    fileprivate init(_ row: SQLStep, coHosts: Set<Slug>) throws {
        func parsed<Value: LosslessStringConvertible>(_ text: String, _: Value.Type) throws -> Value {
            guard let value = Value(text) else { throw SQLRowError(column: "session", found: text) }
            return value
        }
        id = try parsed(row.text(0), Identifier<Session>.self)
        unit = try parsed(row.text(1), Slug.self)
        day = try parsed(row.text(2), Day.self)
        guard let form = SessionForm(rawValue: try row.text(3)) else {
            throw SQLRowError(column: "form", found: try row.text(3))
        }
        self.form = form
        place = try row.text(4)
        turns = try row.integer(5)
        time = try row.optionalText(6).flatMap(TimeOfDay.init)
        placeUnit = try row.optionalText(7).flatMap(Slug.init)
        let minutes = try row.integer(8)
        self.minutes = minutes == 0 ? nil : minutes
        listWords = try row.optionalText(9).flatMap(ContentHash.init)
        var attendance: [Slug: Int] = [:]
        for group in try (row.optionalText(10) ?? "").split(separator: ",") {
            let parts = group.split(separator: ":")
            attendance[try parsed(String(parts[0]), Slug.self)] = parts.last.flatMap { Int($0) }
        }
        self.attendance = attendance
        self.coHosts = coHosts
    }
}

extension ReadTransaction {
    /// All sessions of some units on some days, and those that other units say they held together with one of them,
    /// without what else they say; a list may name a hundred thousand.
    public func loggedSessions(units: [Slug], range: DayRange) throws -> [LoggedSession] {
        var found: [LoggedSession] = []
        for unit in units {
            try forEachRow(
                """
                SELECT \(LoggedSession.columns) FROM sessions
                WHERE unit = ? AND day BETWEEN ? AND ? ORDER BY day DESC, id DESC
                """, [unit, range.first, range.last]
            ) { found.append(try LoggedSession($0, coHosts: [])) }
        }
        let owned = Set(units)
        for unit in units {
            try forEachRow(
                """
                SELECT \(LoggedSession.columns) FROM session_co_hosts h JOIN sessions ON sessions.id = h.session
                WHERE h.unit = ? AND h.day BETWEEN ? AND ? ORDER BY h.day DESC, h.session DESC
                """, [unit, range.first, range.last]
            ) { row in
                let shared = try LoggedSession(row, coHosts: [unit])
                if !owned.contains(shared.unit) { found.append(shared) }
            }
        }
        return found
    }
}

extension LoggedSession {
    fileprivate static let columns = """
        sessions.id, sessions.unit, sessions.day, form, place, turns, json_extract(body, '$.time'), place_unit, minutes,
        list_words, (SELECT group_concat(audience || ':' || a.turns) FROM attendance a WHERE a.session = sessions.id)
        """
}
