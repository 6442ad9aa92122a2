public import Outreach

extension ReadTransaction {
    public func post(_ id: Identifier<Post>) throws -> Post? {
        try posts("WHERE posts.id = ?", [id]).first
    }

    /// The posts whose id ends in these characters, at most two: enough to see whether the ending is unique.
    public func posts(endingWith suffix: String) throws -> [Post] {
        try posts("WHERE substr(posts.id, -?) = ? LIMIT 2", [suffix.utf8.count, suffix.lowercased()])
    }

    public func posts(_ filter: PostFilter) throws -> [Post] {
        let (condition, arguments) = filter.sql
        return try posts("\(condition) ORDER BY moment, posts.id LIMIT ?", arguments + [filter.limit])
    }

    /// Whether another post says the same on the same channel at the same moment.
    public func hasPost(like post: Post) throws -> Bool {
        try queryOne(
            """
            SELECT 1 FROM posts
            WHERE channel = ? AND moment = ? AND text = ? AND state <> 'cancelled' AND id <> ? LIMIT 1
            """,
            [post.channel, post.moment, post.text, post.id]) != nil
    }

    /// Everything people did with a post, in order, with what they said, if anything.
    public func steps(of post: Identifier<Post>) throws -> [Comment] {
        try query("SELECT * FROM comments WHERE post = ? ORDER BY at, rowid", [post]).map {
            Comment(
                at: try $0.instant("at"), author: try $0.text("author"), action: try $0.text("action"),
                text: try $0.text("text"))
        }
    }

    /// What was said about a post.
    public func comments(of post: Identifier<Post>) throws -> [Comment] {
        try steps(of: post).filter { !$0.text.isEmpty }
    }
}

extension PostFilter {
    var sql: (condition: String, arguments: [any SQLConvertible]) {
        var conditions: [String] = []
        var arguments: [any SQLConvertible] = []
        if !states.isEmpty {
            let (condition, values) = PostFilter.isIn(states)
            conditions.append(condition)
            arguments += values
        }
        if let units {
            conditions.append("unit IN (\(units.isEmpty ? "NULL" : units.map { _ in "?" }.joined(separator: ", ")))")
            arguments += units
        }
        let equalities: [(String, String?)] = [
            ("channel", channel?.description), ("campaign", campaign?.description), ("unit", unit?.description),
            ("series", series),
        ]
        for (column, value) in equalities {
            guard let value else { continue }
            conditions.append("\(column) = ?")
            arguments.append(value)
        }
        if let from {
            conditions.append("moment >= ?")
            arguments.append(from)
        }
        if let before {
            conditions.append("moment < ?")
            arguments.append(before)
        }
        return (conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND "), arguments)
    }
}
