public import Outreach

extension ReadTransaction {
    public func session(_ id: Identifier<Session>) throws -> SessionRecord? {
        try queryOne("SELECT * FROM sessions WHERE id = ?", [id]).map(sessionRecord)
    }

    /// The sessions whose id ends in these characters, at most two.
    public func sessions(endingWith suffix: String) throws -> [SessionRecord] {
        try query("SELECT * FROM sessions WHERE substr(id, -?) = ? LIMIT 2", [suffix.utf8.count, suffix.lowercased()])
            .map(sessionRecord)
    }

    /// Sessions by day, the newest first.
    public func sessions(_ filter: SessionFilter) throws -> [SessionRecord] {
        var conditions: [String] = []
        var arguments: [any SQLConvertible] = []
        if let units = filter.units {
            guard !units.isEmpty else { return [] }
            conditions.append("unit IN (\(units.map { _ in "?" }.joined(separator: ", ")))")
            arguments += units
        }
        if let range = filter.range {
            conditions.append("day BETWEEN ? AND ?")
            arguments += [range.first, range.last]
        }
        if let form = filter.form {
            conditions.append("form = ?")
            arguments.append(form.rawValue)
        }
        let condition = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
        return try query(
            "SELECT * FROM sessions \(condition) ORDER BY day DESC, id LIMIT ?", arguments + [filter.limit]
        ).map(sessionRecord)
    }

    /// Sessions that look like this one: same unit, day, form and place, under another id.
    public func sessionsLike(_ session: Session) throws -> [SessionRecord] {
        try query(
            "SELECT * FROM sessions WHERE unit = ? AND day = ? AND form = ? AND place = ? AND id <> ?",
            [session.unit, session.day, session.form.rawValue, session.place, session.id]
        ).map(sessionRecord)
    }

    public func corrections(of session: Identifier<Session>) throws -> [Correction] {
        try query("SELECT * FROM corrections WHERE session = ? ORDER BY version", [session]).map { row in
            Correction(
                version: try row.integer("version"), reason: try row.text("reason"),
                by: try row.text("corrected_by"), at: try row.instant("corrected_at"), before: try row.json("before"))
        }
    }

    private func sessionRecord(_ row: SQLRow) throws -> SessionRecord {
        SessionRecord(
            session: try row.json("body"), version: try row.integer("version"), origin: try row.word("origin"),
            loggedBy: try row.text("logged_by"), loggedAt: try row.instant("logged_at"))
    }
}
