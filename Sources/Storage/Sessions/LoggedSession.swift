public import Outreach

/// As much of a session as tells whether a list names it again.
public struct LoggedSession: Sendable, Hashable {
    public let id: Identifier<Session>
    public let unit: Slug
    public let day: Day
    public let time: TimeOfDay?
    public let form: SessionForm
    public let place: String
    public let turns: Int

    public init(_ session: Session) {
        (id, unit, day, time) = (session.id, session.unit, session.day, session.time)
        (form, place, turns) = (session.form, session.place, session.turns)
    }

    fileprivate init(_ row: SQLStep) throws {
        func parsed<Value: LosslessStringConvertible>(_ index: Int, _: Value.Type) throws -> Value {
            guard let value = Value(try row.text(index)) else {
                throw SQLRowError(column: "session", found: try row.text(index))
            }
            return value
        }
        id = try parsed(0, Identifier<Session>.self)
        unit = try parsed(1, Slug.self)
        day = try parsed(2, Day.self)
        guard let form = SessionForm(rawValue: try row.text(3)) else {
            throw SQLRowError(column: "form", found: try row.text(3))
        }
        self.form = form
        place = try row.text(4)
        turns = try row.integer(5)
        time = try row.optionalText(6).flatMap(TimeOfDay.init)
    }
}

extension ReadTransaction {
    /// All sessions of some units on some days, without what else they say; a list may name a hundred thousand.
    public func loggedSessions(units: [Slug], range: DayRange) throws -> [LoggedSession] {
        var found: [LoggedSession] = []
        for unit in units {
            try forEachRow(
                """
                SELECT id, unit, day, form, place, turns, json_extract(body, '$.time') FROM sessions
                WHERE unit = ? AND day BETWEEN ? AND ? ORDER BY day DESC, id DESC
                """, [unit, range.first, range.last]
            ) { found.append(try LoggedSession($0)) }
        }
        return found
    }
}
