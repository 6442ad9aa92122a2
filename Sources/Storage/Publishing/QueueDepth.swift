public import Outreach

/// How many posts wait in which state, and how many of them should be out already.
public struct QueueDepth: Sendable, Hashable {
    /// Every state but `posted`, which only grows; states without a post count zero.
    public let byState: [PostState: Int]
    /// Waiting posts whose moment has passed.
    public let overdue: Int
    /// The moment of the one that has waited longest.
    public let oldestOverdue: Instant?
}

extension ReadTransaction {
    /// Counted along the index of states, for most posts are out.
    public func queueDepths(at now: Instant) throws -> QueueDepth {
        var counts: [PostState: Int] = [:]
        for state in PostState.allCases where state != .posted {
            counts[state] = try queryOne("SELECT COUNT(*) AS n FROM posts WHERE state = ?", [state.rawValue])?.integer(
                "n")
        }
        var overdue =
            try queryOne(
                "SELECT COUNT(*) AS n FROM posts WHERE state IN ('approved', 'retrying') AND moment < ?", [now])?
            .integer("n") ?? 0
        try forEachRow("SELECT state, moment FROM claims CROSS JOIN posts WHERE posts.id = claims.post") { row in
            if let state = PostState(rawValue: try row.text(0)) { counts[state, default: 0] -= 1 }
            counts[.sending, default: 0] += 1
            if try row.integer(1) < now.milliseconds { overdue -= 1 }
        }
        let oldest = try queryOne(
            """
            SELECT moment FROM \(PostRow.source)
            WHERE state IN ('approved', 'retrying') AND moment < ? AND claims.post IS NULL ORDER BY moment LIMIT 1
            """, [now])
        return QueueDepth(byState: counts, overdue: overdue, oldestOverdue: try oldest?.instant("moment"))
    }
}
