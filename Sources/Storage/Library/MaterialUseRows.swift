public import Outreach

extension ReadTransaction {
    /// Where a material was used.
    ///
    /// - Parameters:
    ///   - units: only what belongs to these; nil is everything.
    ///   - limit: how many posts and how many sessions are listed; counts go over all.
    public func uses(of material: Slug, units: [Slug]?, limit: Int) throws -> MaterialUses {
        let filter = UnitCondition(units)
        let posts = try count("posts", of: material, filter)
        let sessions = try count("sessions", of: material, filter)
        return MaterialUses(
            postCounts: posts.byRevision, posts: try postUses(of: material, filter, limit: limit),
            sessionCounts: sessions.byRevision, sessionsWithoutRevision: sessions.without,
            sessions: try sessionUses(of: material, filter, limit: limit))
    }

    private func count(
        _ table: String, of material: Slug, _ filter: UnitCondition
    ) throws -> (byRevision: [ContentHash: Int], without: Int) {
        var (counts, without): ([ContentHash: Int], Int) = ([:], 0)
        let dead = table == "posts" ? "AND t.state <> 'cancelled'" : ""
        for row in try query(
            """
            SELECT t.revision, COUNT(*) AS n FROM \(table) t WHERE t.material = ? \(dead) \(filter.sql("t.unit"))
            GROUP BY t.revision
            """, [material] + filter.units)
        {
            if let revision: ContentHash = try row.optionalParsed("revision") {
                counts[revision] = try row.integer("n")
            } else {
                without = try row.integer("n")
            }
        }
        return (counts, without)
    }

    private func postUses(of material: Slug, _ filter: UnitCondition, limit: Int) throws -> [PostUse] {
        try query(
            """
            SELECT t.id, t.channel, t.moment, t.revision,
                CASE WHEN EXISTS (SELECT 1 FROM claims WHERE claims.post = t.id) THEN 'sending' ELSE t.state END AS state
            FROM posts t
            WHERE t.material = ? AND t.state <> 'cancelled' \(filter.sql("t.unit"))
            ORDER BY t.moment DESC LIMIT ?
            """, [material] + filter.units + [limit]
        ).map { row in
            PostUse(
                post: try row.parsed("id"), channel: try row.parsed("channel"), moment: try row.instant("moment"),
                state: try row.word("state"), revision: try row.optionalParsed("revision"))
        }
    }

    private func sessionUses(of material: Slug, _ filter: UnitCondition, limit: Int) throws -> [SessionUse] {
        let about = try query(
            """
            SELECT t.id, t.unit, t.day, t.place, t.form, t.revision, NULL AS quantity FROM sessions t
            WHERE t.material = ? \(filter.sql("t.unit")) ORDER BY t.day DESC LIMIT ?
            """, [material] + filter.units + [limit])
        // Ids are in the order of their making, which is near enough to that of the days.
        let handedOut = try query(
            """
            SELECT t.id, t.unit, t.day, t.place, t.form, NULL AS revision, h.quantity
            FROM handouts h JOIN sessions t ON t.id = h.session
            WHERE h.material = ? \(filter.sql("t.unit")) ORDER BY h.session DESC LIMIT ?
            """, [material] + filter.units + [limit])
        let uses = try (about + handedOut).map { row in
            SessionUse(
                session: try row.parsed("id"), unit: try row.parsed("unit"), day: try row.parsed("day"),
                place: try row.text("place"), form: try row.word("form"),
                revision: try row.optionalParsed("revision"),
                handedOut: try row.optional("quantity", SQLRow.integer))
        }
        return Array(uses.sorted { ($1.day, $0.session) < ($0.day, $1.session) }.prefix(limit))
    }
}

/// Narrows a statement to units.
private struct UnitCondition {
    let units: [any SQLConvertible]
    private let isEverything: Bool

    init(_ units: [Slug]?) {
        self.units = units ?? []
        isEverything = units == nil
    }

    func sql(_ column: String) -> String {
        guard !isEverything else { return "" }
        return "AND \(column) IN (\(units.isEmpty ? "NULL" : units.map { _ in "?" }.joined(separator: ", ")))"
    }
}
