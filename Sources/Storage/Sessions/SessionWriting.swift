public import Outreach

extension WriteTransaction {
    public func log(
        _ session: Session, origin: SessionOrigin, by user: String, at instant: Instant
    ) throws -> LogEffect {
        if let known = try self.session(session.id) {
            let first = try corrections(of: session.id).first?.before ?? known.session
            return first == session || known.session == session ? .alreadyLogged : .conflict
        }
        try execute(
            """
            INSERT INTO sessions
                (id, unit, day, form, level, place, place_unit, minutes, method, campaign, origin, body, logged_by,
                 logged_at, material, revision)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                session.id, session.unit, session.day, session.form.sql, session.level?.rawValue, session.place,
                session.placeUnit, session.minutes, session.method.sql, session.campaign, origin.sql,
                try JSONText.encode(session), user, instant, session.material, session.revision,
            ])
        try insertParts(of: session)
        return .logged
    }

    /// Replaces what a session says, keeping what it said before with the reason.
    public func correct(
        _ record: SessionRecord, to session: Session, reason: String, by user: String, at instant: Instant
    ) throws {
        try execute(
            """
            INSERT INTO corrections (session, version, reason, corrected_by, corrected_at, before)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            [session.id, record.version + 1, reason, user, instant, try JSONText.encode(record.session)])
        try execute(
            """
            UPDATE sessions SET unit = ?, day = ?, form = ?, level = ?, place = ?, place_unit = ?, minutes = ?,
                method = ?, campaign = ?, body = ?, version = ?, material = ?, revision = ?
            WHERE id = ?
            """,
            [
                session.unit, session.day, session.form.sql, session.level?.rawValue, session.place,
                session.placeUnit, session.minutes, session.method.sql, session.campaign, try JSONText.encode(session),
                record.version + 1, session.material, session.revision, session.id,
            ])
        for table in ["session_topics", "attendance", "handouts"] {
            try execute("DELETE FROM \(table) WHERE session = ?", [session.id])
        }
        try insertParts(of: session)
    }

    private func insertParts(of session: Session) throws {
        for topic in Set(session.topics) {
            try execute("INSERT INTO session_topics (session, topic) VALUES (?, ?)", [session.id, topic])
        }
        for group in session.attendance {
            try execute(
                "INSERT INTO attendance (session, audience, turns, female, male) VALUES (?, ?, ?, ?, ?)",
                [session.id, group.audience, group.turns, group.female, group.male])
        }
        for handout in session.handouts {
            try execute(
                """
                INSERT INTO handouts (session, material, material_kind, quantity)
                VALUES (?, ?, (SELECT kind FROM library_entries WHERE material = ?), ?)
                """,
                [session.id, handout.material, handout.material, handout.quantity])
        }
    }
}
