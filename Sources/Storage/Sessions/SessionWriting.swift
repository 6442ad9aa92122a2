public import Outreach

extension WriteTransaction {
    public func log(
        _ session: Session, origin: SessionOrigin, by user: String, at instant: Instant
    ) throws -> LogEffect {
        if let known = try effectOfRepeating(session) { return known }
        try insert([session], origin: origin, by: user, at: instant)
        try count(added: [session])
        return .logged
    }

    /// Logs sessions that are new beyond doubt, their ids made a moment ago.
    ///
    /// - Parameter words: ``LoggedSession/listWords`` of those that came with a list.
    public func logAll(
        _ sessions: [Session], words: [Identifier<Session>: ContentHash] = [:], origin: SessionOrigin, by user: String,
        at instant: Instant
    ) throws {
        // By day, as most indexes have them: each then grows at its end.
        let ordered = sessions.sorted { $0.day < $1.day }
        try withRoom(sessions.count > 5000 ? 64_000 : 16_000) {
            for start in stride(from: 0, to: ordered.count, by: 1024) {
                let portion = Array(ordered[start..<min(start + 1024, ordered.count)])
                try insert(portion, words: words, origin: origin, by: user, at: instant)
            }
            try count(added: ordered)
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
        try count(added: [session], removed: [record.session])
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
        try count(removed: [session])
    }

    /// Totals of a month that sessions are counted in.
    private struct CountKey: Hashable {
        let unit: Slug
        let firstOfMonth: Day
        let form: SessionForm
        let level: SchoolLevel?
    }

    private struct Count {
        var sessions = 0
        var turns = 0

        mutating func add(_ session: Session, times: Int) {
            sessions += times
            turns += times * session.turns
        }
    }

    /// Keeps the totals of months up with sessions more or less; each total is written once.
    private func count(added: [Session] = [], removed: [Session] = []) throws {
        var sums: [CountKey: Count] = [:]
        for (sessions, times) in [(added, 1), (removed, -1)] {
            for session in sessions {
                let day = session.day
                let key = CountKey(
                    unit: session.unit, firstOfMonth: day - (day.day - 1), form: session.form, level: session.level)
                sums[key, default: Count()].add(session, times: times)
            }
        }
        for (key, sum) in sums {
            // Once for the unit, and once for all units together.
            for unit in [key.unit.description, ""] { try add(sum, to: key, of: unit) }
        }
    }

    private func add(_ sum: Count, to key: CountKey, of unit: String) throws {
        try execute(
            """
            INSERT INTO session_counts (unit, month, form, level, sessions, turns) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (unit, month, form, level) DO UPDATE SET
                sessions = session_counts.sessions + excluded.sessions,
                turns = session_counts.turns + excluded.turns
            """,
            [unit, key.firstOfMonth.month7, key.form.sql, key.level?.rawValue ?? "", sum.sessions, sum.turns])
    }

    private func deleteParts(of session: Identifier<Session>) throws {
        for table in ["session_topics", "attendance", "handouts", "session_co_hosts"] {
            try execute("DELETE FROM \(table) WHERE session = ?", [session])
        }
    }
}
