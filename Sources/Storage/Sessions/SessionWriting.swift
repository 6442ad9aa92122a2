public import Outreach

extension WriteTransaction {
    public func log(
        _ session: Session, origin: SessionOrigin, by user: String, at instant: Instant
    ) throws -> LogEffect {
        if let known = try effectOfRepeating(session) { return known }
        try execute(
            """
            INSERT INTO sessions
                (id, unit, day, form, level, place, place_unit, minutes, method, campaign, origin, body, logged_by,
                 logged_at, material, revision, turns)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                session.id, session.unit, session.day, session.form.sql, session.level?.rawValue, session.place,
                session.placeUnit, session.minutes, session.method.sql, session.campaign, origin.sql,
                try JSONText.encode(session), user, instant, session.material, session.revision, session.turns,
            ])
        try insertParts(of: session)
        try count(session, times: 1)
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
                method = ?, campaign = ?, body = ?, version = ?, material = ?, revision = ?, turns = ?
            WHERE id = ?
            """,
            [
                session.unit, session.day, session.form.sql, session.level?.rawValue, session.place,
                session.placeUnit, session.minutes, session.method.sql, session.campaign, try JSONText.encode(session),
                record.version + 1, session.material, session.revision, session.turns, session.id,
            ])
        try deleteParts(of: session.id)
        try insertParts(of: session)
        try count(record.session, times: -1)
        try count(session, times: 1)
    }

    /// Takes a session out of every list and count; what it said, its corrections and the reason are kept.
    public func withdraw(_ withdrawal: Withdrawal) throws {
        let session = withdrawal.record.session
        try execute(
            "INSERT INTO withdrawn_sessions (id, unit, body) VALUES (?, ?, ?)",
            [session.id, session.unit, try JSONText.encode(withdrawal)])
        try deleteParts(of: session.id)
        for table in ["corrections", "session_photos"] {
            try execute("DELETE FROM \(table) WHERE session = ?", [session.id])
        }
        try execute("DELETE FROM sessions WHERE id = ?", [session.id])
        try count(session, times: -1)
    }

    /// Keeps the totals of a month up with one session more or less.
    private func count(_ session: Session, times: Int) throws {
        for unit in [session.unit.description, ""] {
            try execute(
                """
                INSERT INTO session_counts (unit, month, form, level, sessions, turns) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (unit, month, form, level) DO UPDATE SET
                    sessions = session_counts.sessions + excluded.sessions,
                    turns = session_counts.turns + excluded.turns
                """,
                [
                    unit, session.day.month7, session.form.sql, session.level?.rawValue ?? "", times,
                    times * session.turns,
                ])
        }
    }

    private func deleteParts(of session: Identifier<Session>) throws {
        for table in ["session_topics", "attendance", "handouts"] {
            try execute("DELETE FROM \(table) WHERE session = ?", [session])
        }
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
