public import Outreach

extension ReadTransaction {
    /// What a unit or committee registered for a period, by indicator.
    public func targets(of unit: Slug, period: String) throws -> [Slug: TargetValue] {
        let rows = try query("SELECT indicator, value FROM targets WHERE unit = ? AND period = ?", [unit, period])
        return Dictionary(
            uniqueKeysWithValues: try rows.map {
                (try $0.parsed("indicator"), TargetValue(reading: try $0.text("value")))
            }
        )
    }
}

extension WriteTransaction {
    public func register(
        _ target: TargetValue, unit: Slug, indicator: Slug, period: String, by user: String, at instant: Instant
    ) throws {
        try execute(
            """
            INSERT INTO targets (unit, indicator, period, value, registered_by, registered_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (unit, indicator, period) DO UPDATE SET
                value = excluded.value, registered_by = excluded.registered_by,
                registered_at = excluded.registered_at
            """,
            [unit, indicator, period, target.description, user, instant])
    }
}
