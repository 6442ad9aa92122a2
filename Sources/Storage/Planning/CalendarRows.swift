public import Outreach

extension ReadTransaction {
    /// Posts as a calendar shows them, by moment. Texts are not read: they make up most of a post.
    public func calendarPosts(_ filter: PostFilter) throws -> [CalendarPost] {
        let (condition, arguments) = filter.sql
        return try calendarPosts("\(condition) ORDER BY moment, posts.id LIMIT ?", arguments + [filter.limit])
    }

    /// The first posts of a stretch of time as a calendar shows them, and how many it holds.
    public func calendarPosts(
        _ filter: PostFilter, first most: Int
    ) throws -> (posts: [CalendarPost], count: Int) {
        let ids = try postIDs(filter, order: .soonestFirst, after: nil, limit: most)
        guard !ids.isEmpty else { return ([], 0) }
        let posts = try calendarPosts("WHERE posts.id IN (\(marks(ids))) ORDER BY moment, posts.id", ids)
        guard ids.count == most else { return (posts, ids.count) }
        let (condition, arguments) = filter.sql
        return (posts, try queryOne("SELECT COUNT(*) AS n FROM posts \(condition)", arguments)?.integer("n") ?? most)
    }

    /// Whole posts, the newest moment first.
    public func newestPosts(_ filter: PostFilter) throws -> [Post] {
        let (condition, arguments) = filter.sql
        return try posts("\(condition) ORDER BY moment DESC, posts.id LIMIT ?", arguments + [filter.limit])
    }

    /// The texts of these posts.
    public func texts(of posts: [Identifier<Post>]) throws -> [Identifier<Post>: String] {
        let rows = try query("SELECT id, text FROM posts WHERE id IN (\(marks(posts)))", posts)
        return Dictionary(uniqueKeysWithValues: try rows.map { (try $0.parsed("id"), try $0.text("text")) })
    }

    /// Slots that are neither dropped nor posts, by day: of any of the units or any of the campaigns.
    ///
    /// - Parameters:
    ///   - units: nil for all of them.
    ///   - campaigns: those whose slots count whatever their unit.
    public func openSlots(
        in range: DayRange, units: [Slug]?, campaigns: [Slug], only campaign: Slug?, limit: Int
    ) throws -> [CalendarSlot] {
        var conditions = ["s.day BETWEEN ? AND ?"]
        var arguments: [any SQLConvertible] = [range.first, range.last]
        if let units {
            conditions.append("(s.unit IN (\(marks(units))) OR s.campaign IN (\(marks(campaigns))))")
            arguments += units
            arguments += campaigns
        }
        if let campaign {
            conditions.append("s.campaign = ?")
            arguments.append(campaign)
        }
        return try query(
            """
            SELECT s.campaign, s.body FROM slots s WHERE \(conditions.joined(separator: " AND "))
                AND NOT EXISTS (SELECT 1 FROM posts p WHERE p.campaign = s.campaign AND p.slot_key = s.key)
            ORDER BY s.day, s.campaign, s.key LIMIT ?
            """, arguments + [limit]
        ).map { CalendarSlot(campaign: try $0.parsed("campaign"), slot: try $0.json("body")) }
            .filter { !$0.slot.isDropped }
    }

    /// Times taken on some channels, from an instant to another, by posts of other campaigns or of none.
    public func occupiedPlaces(
        on channels: [Slug], from: Instant, before: Instant, outside campaign: Slug
    ) throws -> [OccupiedPlace] {
        try query(
            """
            SELECT channel, moment, zone, material FROM posts
            WHERE channel IN (\(marks(channels))) AND moment >= ? AND moment < ? AND state <> 'cancelled'
                AND (campaign IS NULL OR campaign <> ?)
            """, channels + [from, before, campaign]
        ).map { row in
            let (day, time, _) = try row.zone("zone").clock(of: try row.instant("moment"))
            return OccupiedPlace(
                channel: try row.parsed("channel"), day: day, time: time, material: try row.optionalParsed("material"))
        }
    }

    /// How many entries the audit log has about each of these, and when the last was made.
    public func changes(of subjects: [String]) throws -> [String: (entries: Int, last: Instant)] {
        let rows = try query(
            """
            SELECT subject, COUNT(*) AS entries, MAX(at) AS last FROM audit
            WHERE subject IN (\(marks(subjects))) GROUP BY subject
            """, subjects)
        return Dictionary(
            uniqueKeysWithValues: try rows.map {
                (try $0.text("subject"), (try $0.integer("entries"), try $0.instant("last")))
            })
    }

    /// When anything was last changed; nil in a workspace where nothing ever was.
    public func lastChange() throws -> Instant? {
        try queryOne("SELECT at FROM audit ORDER BY sequence DESC LIMIT 1")?.instant("at")
    }

    private func calendarPosts(_ rest: String, _ arguments: [any SQLConvertible]) throws -> [CalendarPost] {
        try query(
            """
            SELECT posts.id, unit, channel, campaign, slot_key, material, title, moment, zone, \(PostRow.state) AS state
            FROM \(PostRow.source) \(rest)
            """, arguments
        ).map(calendarPost)
    }

    private func calendarPost(_ row: SQLRow) throws -> CalendarPost {
        CalendarPost(
            id: try row.parsed("id"), unit: try row.parsed("unit"), channel: try row.parsed("channel"),
            campaign: try row.optionalParsed("campaign"), slotKey: try row.optional("slot_key", SQLRow.text),
            material: try row.optionalParsed("material"), title: try row.text("title"),
            moment: try row.instant("moment"), zone: try row.zone("zone"), state: try row.word("state"))
    }

    private func marks(_ values: [some Any]) -> String {
        values.isEmpty ? "NULL" : repeatElement("?", count: values.count).joined(separator: ", ")
    }
}
