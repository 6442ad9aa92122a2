public import Outreach

extension ReadTransaction {
    /// Where the reminders of each unit or committee go.
    public func reminderAddresses() throws -> [Slug: String] {
        let rows = try query("SELECT unit, address FROM reminder_addresses ORDER BY unit")
        return Dictionary(uniqueKeysWithValues: try rows.map { (try $0.parsed("unit"), try $0.text("address")) })
    }

    /// How far the reminder of a day has come; nil where none was begun.
    public func reminderState(of unit: Slug, on day: Day) throws -> ReminderState? {
        try queryOne("SELECT state FROM reminders_sent WHERE unit = ? AND day = ?", [unit, day])?.word("state")
    }

    /// Reminders that were begun before a moment and never came to an end.
    public func remindersCutOff(begunBefore instant: Instant) throws -> [(unit: Slug, day: Day)] {
        try query(
            "SELECT unit, day FROM reminders_sent WHERE state = ? AND sent_at < ? ORDER BY day, unit",
            [ReminderState.sending.rawValue, instant]
        ).map { (try $0.parsed("unit"), try $0.parsed("day")) }
    }
}

extension WriteTransaction {
    /// - Parameter address: Nil ends the reminders of this unit.
    public func setReminderAddress(_ address: String?, of unit: Slug) throws {
        guard let address else {
            try execute("DELETE FROM reminder_addresses WHERE unit = ?", [unit])
            return
        }
        try execute(
            """
            INSERT INTO reminder_addresses (unit, address) VALUES (?, ?)
            ON CONFLICT (unit) DO UPDATE SET address = excluded.address
            """,
            [unit, address])
    }

    /// Writes down that a reminder is being sent.
    ///
    /// - Returns: false where it was begun before, by whomever; then it must not be sent.
    public func beginReminder(of unit: Slug, on day: Day, at instant: Instant) throws -> Bool {
        try execute(
            "INSERT INTO reminders_sent (unit, day, sent_at, state) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [unit, day, instant, ReminderState.sending.rawValue]) == 1
    }

    /// Writes down the end of a reminder that was begun; nil where it certainly did not go out, so that it may be sent
    /// again.
    public func endReminder(of unit: Slug, on day: Day, as state: ReminderState?, at instant: Instant) throws {
        guard let state else {
            try execute("DELETE FROM reminders_sent WHERE unit = ? AND day = ?", [unit, day])
            return
        }
        try execute(
            "UPDATE reminders_sent SET state = ?, sent_at = ? WHERE unit = ? AND day = ?",
            [state.rawValue, instant, unit, day])
    }
}
