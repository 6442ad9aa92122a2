public import Outreach

extension ReadTransaction {
    /// Where the reminders of each unit or committee go.
    public func reminderAddresses() throws -> [Slug: String] {
        let rows = try query("SELECT unit, address FROM reminder_addresses ORDER BY unit")
        return Dictionary(uniqueKeysWithValues: try rows.map { (try $0.parsed("unit"), try $0.text("address")) })
    }

    public func wasReminded(_ unit: Slug, on day: Day) throws -> Bool {
        try queryOne("SELECT 1 AS one FROM reminders_sent WHERE unit = ? AND day = ?", [unit, day]) != nil
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

    public func noteReminder(of unit: Slug, on day: Day, at instant: Instant) throws {
        try execute(
            "INSERT INTO reminders_sent (unit, day, sent_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [unit, day, instant])
    }
}
