public import Outreach

extension ReadTransaction {
    /// How many sessions of these units there were on these days, and the turns at them; nil units are all.
    public func sessionTotals(units: [Slug]?, from first: Day, through last: Day) throws -> (sessions: Int, turns: Int)
    {
        var condition = "s.day >= ? AND s.day <= ?"
        var arguments: [any SQLConvertible] = [first, last]
        if let units {
            guard !units.isEmpty else { return (0, 0) }
            condition += " AND s.unit IN (\(units.map { _ in "?" }.joined(separator: ", ")))"
            arguments += units
        }
        let row = try queryOne(
            """
            SELECT COUNT(DISTINCT s.id) AS sessions, COALESCE(SUM(a.turns), 0) AS turns
            FROM sessions s LEFT JOIN attendance a ON a.session = s.id WHERE \(condition)
            """, arguments)
        return (try row?.integer("sessions") ?? 0, try row?.integer("turns") ?? 0)
    }

    /// Whether there is any post at all.
    public func hasPosts() throws -> Bool { try queryOne("SELECT 1 AS one FROM posts LIMIT 1") != nil }
}
