public import Outreach

/// How late posts went out: from their moment to the receiver's answer.
extension ReadTransaction {
    /// Lateness in milliseconds at these shares of all posts that are out, from 0 to 1; zero where none is.
    public func latenessPercentiles(_ shares: [Double]) throws -> [Int] {
        let count = try queryOne("SELECT COUNT(*) AS n FROM posts WHERE state = 'posted'")?.integer("n") ?? 0
        return try shares.map { share in
            let place = min(max(0, Int((Double(count) * share).rounded(.up)) - 1), max(0, count - 1))
            return try queryOne(
                "SELECT posted_at - moment AS late FROM posts WHERE state = 'posted' ORDER BY late LIMIT 1 OFFSET ?",
                [place])?.integer("late") ?? 0
        }
    }

    /// Lateness in milliseconds of every post of these channels that is out, shortest first.
    public func lateness(on channels: [Slug]) throws -> [Int] {
        try channels.flatMap { channel in
            try query(
                "SELECT posted_at - moment AS late FROM posts WHERE channel = ? AND state || '' = 'posted'", [channel]
            ).map { try $0.integer("late") }
        }.sorted()
    }

    /// Whether anybody but this author has written a post.
    public func hasPosts(notBy author: String) throws -> Bool {
        try queryOne("SELECT 1 AS one FROM posts WHERE author <> ? LIMIT 1", [author]) != nil
    }
}
