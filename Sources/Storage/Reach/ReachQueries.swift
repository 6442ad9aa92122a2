public import Outreach

/// What the posts of one channel that went out on one day have come to.
public struct ChannelDayValue: Sendable, Hashable {
    public let channel: Slug
    public let day: Day
    /// Over the newest sample of each post; posts nobody measured have no part in it.
    public let value: Int
    /// How many posts were measured.
    public let posts: Int
}

extension ReadTransaction {
    /// The newest value of a metric for each post that went out on these days, added up by channel and day.
    ///
    /// Within a channel only: reach is never added across channels.
    public func valuesByChannelAndDay(
        of metric: Metric, units: [Slug]?, from first: Day, through last: Day
    ) throws -> [ChannelDayValue] {
        // As written, the posts are found by unit and day, and not by their state, which most of them share.
        var condition = "COALESCE(p.state, '') = 'posted' AND p.posted_day >= ? AND p.posted_day <= ?"
        var arguments: [any SQLConvertible] = [metric.rawValue, first, last]
        if let units {
            guard !units.isEmpty else { return [] }
            condition += " AND p.unit IN (\(units.map { _ in "?" }.joined(separator: ", ")))"
            arguments += units
        }
        return try query(
            """
            SELECT p.channel, p.posted_day, SUM(s.value) AS value, COUNT(*) AS posts
            FROM posts p CROSS JOIN samples s
            WHERE s.post = p.id AND s.is_latest = 1 AND s.metric = ? AND \(condition)
            GROUP BY p.posted_day, p.channel ORDER BY p.posted_day, p.channel
            """, arguments
        ).map { row in
            ChannelDayValue(
                channel: try row.parsed("channel"), day: try row.parsed("posted_day"),
                value: try row.integer("value"), posts: try row.integer("posts"))
        }
    }
}
