public import Outreach

extension ReadTransaction {
    /// What some units did over some days, by form. Both counts are read from an index alone.
    public func workCounts(of units: [Slug], during range: DayRange) throws -> WorkCounts {
        guard !units.isEmpty else { return WorkCounts(posts: [], sessions: []) }
        let marks = repeatElement("?", count: units.count).joined(separator: ", ")
        let arguments: [any SQLConvertible] = units + [range.first, range.last]
        let posts = try query(
            """
            SELECT unit, channel_kind, material_kind, COUNT(*) AS n FROM posts
            WHERE COALESCE(state, '') = 'posted' AND unit IN (\(marks)) AND posted_day BETWEEN ? AND ?
            GROUP BY unit, channel_kind, material_kind
            """, arguments)
        let sessions = try query(
            """
            SELECT unit, form, COUNT(*) AS n FROM sessions
            WHERE unit IN (\(marks)) AND day BETWEEN ? AND ? GROUP BY unit, form
            """, arguments)
        return WorkCounts(
            posts: try posts.map { row in
                PostCount(
                    unit: try row.parsed("unit"), channelKind: try row.word("channel_kind"),
                    materialKind: try row.isNull("material_kind") ? nil : try row.word("material_kind"),
                    count: try row.integer("n"))
            },
            sessions: try sessions.map { row in
                SessionCount(
                    unit: try row.parsed("unit"), form: try row.word("form"), count: try row.integer("n"))
            })
    }
}
