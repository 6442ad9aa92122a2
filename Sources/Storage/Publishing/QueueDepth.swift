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
        let overdue = try queryOne(
            """
            SELECT COUNT(*) AS n, MIN(moment) AS first FROM posts
            WHERE state IN ('approved', 'retrying') AND moment < ?
            """,
            [now])
        return QueueDepth(
            byState: counts, overdue: try overdue?.integer("n") ?? 0,
            oldestOverdue: try overdue?.optional("first", SQLRow.instant))
    }
}
