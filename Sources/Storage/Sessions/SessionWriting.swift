public import Outreach

extension WriteTransaction {
    public func log(
        _ session: Session, origin: SessionOrigin, by user: String, at instant: Instant
    ) throws -> LogEffect {
        if let known = try effectOfRepeating(session) { return known }
        try insert([session], origin: origin, by: user, at: instant)
        try count([(session, 1)])
        return .logged
    }

    /// Logs sessions that are new beyond doubt, their ids made a moment ago.
    public func logAll(
        _ sessions: [Session], origin: SessionOrigin, by user: String, at instant: Instant
    ) throws {
        // By day, as most indexes have them: each then grows at its end.
        let ordered = sessions.sorted { $0.day < $1.day }
        try withRoom(sessions.count > 5000 ? 64_000 : 16_000) {
            for start in stride(from: 0, to: ordered.count, by: 64) {
                let portion = Array(ordered[start..<min(start + 64, ordered.count)])
                try insert(portion, origin: origin, by: user, at: instant)
            }
            try count(ordered.map { ($0, 1) })
        }
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
                session.placeUnit, session.minutes ?? 0, session.method.sql, session.campaign,
                session.jsonText, record.version + 1, session.material, session.revision, session.turns, session.id,
            ])
        try deleteParts(of: session.id)
        try insertParts(of: [session])
        try count([(record.session, -1), (session, 1)])
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
        try count([(session, -1)])
    }

    /// Totals of a month that sessions are counted in.
    private struct CountKey: Hashable {
        let unit: String
        let month: String
        let form: SessionForm
        let level: SchoolLevel?
    }

    /// Keeps the totals of months up with sessions more or less; each total is written once.
    private func count(_ changes: [(session: Session, times: Int)]) throws {
        var sums: [CountKey: (sessions: Int, turns: Int)] = [:]
        for (session, times) in changes {
            for unit in [session.unit.description, ""] {
                let key = CountKey(unit: unit, month: session.day.month7, form: session.form, level: session.level)
                sums[key, default: (0, 0)].sessions += times
                sums[key, default: (0, 0)].turns += times * session.turns
            }
        }
        for (key, sum) in sums {
            try execute(
                """
                INSERT INTO session_counts (unit, month, form, level, sessions, turns) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (unit, month, form, level) DO UPDATE SET
                    sessions = session_counts.sessions + excluded.sessions,
                    turns = session_counts.turns + excluded.turns
                """,
                [key.unit, key.month, key.form.sql, key.level?.rawValue ?? "", sum.sessions, sum.turns])
        }
    }

    private func deleteParts(of session: Identifier<Session>) throws {
        for table in ["session_topics", "attendance", "handouts"] {
            try execute("DELETE FROM \(table) WHERE session = ?", [session])
        }
    }
}
