public import Outreach

extension ReadTransaction {
    public func session(_ id: Identifier<Session>) throws -> SessionRecord? {
        try queryOne("SELECT * FROM sessions WHERE id = ?", [id]).map(sessionRecord)
    }

    /// What logging a session would find: nil where its id is new.
    ///
    /// A phone may send the first version once more after it was corrected here.
    public func effectOfRepeating(_ session: Session) throws -> LogEffect? {
        guard let known = try self.session(session.id) else { return nil }
        let first = try corrections(of: session.id).first?.before ?? known.session
        return session.repeats(first) || session.repeats(known.session) ? .alreadyLogged : .conflict
    }

    public func withdrawal(of id: Identifier<Session>) throws -> Withdrawal? {
        try queryOne("SELECT body FROM withdrawn_sessions WHERE id = ?", [id])?.json("body")
    }

    /// The withdrawn sessions whose id ends in these characters, at most two.
    public func withdrawals(endingWith suffix: String) throws -> [Withdrawal] {
        try query(
            "SELECT body FROM withdrawn_sessions WHERE substr(id, -?) = ? LIMIT 2",
            [suffix.utf8.count, suffix.lowercased()]
        ).map { try $0.json("body") }
    }

    /// The sessions whose id ends in these characters, at most two.
    public func sessions(endingWith suffix: String) throws -> [SessionRecord] {
        try query("SELECT * FROM sessions WHERE substr(id, -?) = ? LIMIT 2", [suffix.utf8.count, suffix.lowercased()])
            .map(sessionRecord)
    }

    /// Sessions that look like this one, under another id: same day, form and place, however it is spelled, of the same
    /// unit, or of one that says it held it together with this one. What other units did not say of themselves stays
    /// theirs, whoever names them.
    public func sessionsLike(_ session: Session) throws -> [SessionRecord] {
        let place = PlaceWords.canonical(session.place)
        let rows =
            try query(
                "SELECT * FROM sessions WHERE unit = ? AND day = ? AND form = ? AND id <> ?",
                [session.unit, session.day, session.form.rawValue, session.id])
            + query(
                """
                SELECT sessions.* FROM session_co_hosts h JOIN sessions ON sessions.id = h.session
                WHERE h.unit = ? AND h.day = ? AND form = ? AND id <> ?
                """,
                [session.unit, session.day, session.form.rawValue, session.id])
        var found: [String: SessionRecord] = [:]
        for row in rows {
            let isSameUnit = try session.placeUnit != nil && row.optionalParsed("place_unit") == session.placeUnit
            guard try isSameUnit || PlaceWords.canonical(row.text("place")) == place else { continue }
            found[try row.text("id")] = try sessionRecord(row)
        }
        return found.sorted { $0.key < $1.key }.map(\.value)
    }

    public func corrections(of session: Identifier<Session>) throws -> [Correction] {
        try query("SELECT * FROM corrections WHERE session = ? ORDER BY version", [session]).map { row in
            Correction(
                version: try row.integer("version"), reason: try row.text("reason"),
                by: try row.text("corrected_by"), at: try row.instant("corrected_at"), before: try row.json("before"))
        }
    }

    /// What sessions said before each of their corrections, where that was of these units and days.
    public func sessionsBeforeCorrection(units: [Slug], range: DayRange) throws -> [Session] {
        try units.flatMap { unit in
            try query(
                "SELECT before FROM corrections WHERE before LIKE ? ORDER BY session, version",
                ["%\"unit\":\"\(unit)\"%"]
            ).map { try $0.json("before") }
        }.filter { (session: Session) in units.contains(session.unit) && range.contains(session.day) }
    }

    /// What withdrawn sessions of these units and days said.
    public func withdrawnSessions(units: [Slug], range: DayRange) throws -> [Session] {
        try units.flatMap { unit in
            try query("SELECT body FROM withdrawn_sessions WHERE unit = ? ORDER BY id", [unit]).map { row in
                try row.json("body", as: Withdrawal.self).record.session
            }
        }.filter { range.contains($0.day) }
    }

    func sessionRecord(_ row: SQLRow) throws -> SessionRecord {
        SessionRecord(
            session: try row.json("body"), version: try row.integer("version"), origin: try row.word("origin"),
            loggedBy: try row.text("logged_by"), loggedAt: try row.instant("logged_at"))
    }
}
