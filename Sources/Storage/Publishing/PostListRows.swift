public import Outreach

extension ReadTransaction {
    /// The next posts after a place, in this order.
    public func posts(
        _ filter: PostFilter, order: PostOrder, after place: PostPlace?, limit: Int
    ) throws -> [Post] {
        try posts(withIDs: try postIDs(filter, order: order, after: place, limit: limit))
    }

    func postIDs(_ filter: PostFilter, order: PostOrder, after place: PostPlace?, limit: Int) throws -> [String] {
        let reads = filter.lanes.map { read(filter, along: $0, order, after: place, limit: limit) }
        guard !reads.isEmpty else { return [] }
        let sql = reads.map { "SELECT * FROM (\($0.sql))" }.joined(separator: " UNION ALL ")
        return try query(
            "SELECT id, moment FROM (\(sql)) ORDER BY moment \(order.sql), id \(order.sql) LIMIT ?",
            reads.flatMap(\.arguments) + [limit]
        ).map { try $0.text("id") }
    }

    /// How many posts are in each of these states, whatever states the filter names.
    public func postCounts(
        _ filter: PostFilter, in states: Set<PostState> = Set(PostState.allCases)
    ) throws -> [PostState: Int] {
        var filter = filter
        guard states.count == PostState.allCases.count else {
            filter.states = states
            return try count(filter)
        }
        filter.states = []
        guard case .whole? = filter.lanes.first, let units = filter.soughtUnits else {
            return try count(filter)
        }
        // Many units: most of their posts are out, and those have an index of their own by unit.
        filter.states = states.subtracting([.posted])
        var counts = try count(filter)
        if filter.from == nil, filter.before == nil {
            let marks = units.map { _ in "?" }.joined(separator: ", ")
            counts[.posted] = try queryOne(
                "SELECT COUNT(*) AS n FROM posts WHERE state = 'posted' AND unit IN (\(marks))", units)?.integer("n")
        } else {
            filter.states = [.posted]
            counts[.posted] = try count(filter)[.posted]
        }
        return counts.filter { $0.value > 0 }
    }

    private func count(_ filter: PostFilter) throws -> [PostState: Int] {
        var counts: [PostState: Int] = [:]
        for lane in filter.lanes {
            let (condition, arguments) = filter.conditions(along: lane)
            // Grouping by the bare column would read along the index of states, which is right for the whole alone.
            let state = lane == .whole ? "state" : "state || ''"
            for row in try query(
                "SELECT \(state) AS word, COUNT(*) AS n FROM posts WHERE \(condition) GROUP BY \(state)", arguments)
            {
                counts[try row.word("word"), default: 0] += try row.integer("n")
            }
            // Only the few that are being sent are told apart by their claims.
            for row in try query(
                """
                SELECT state AS word, COUNT(*) AS n FROM claims CROSS JOIN posts
                WHERE posts.id = claims.post AND \(condition) GROUP BY state
                """, arguments)
            {
                counts[try row.word("word"), default: 0] -= try row.integer("n")
                counts[.sending, default: 0] += try row.integer("n")
            }
        }
        return counts.filter { $0.value > 0 }
    }

    private func read(
        _ filter: PostFilter, along lane: PostLane, _ order: PostOrder, after place: PostPlace?, limit: Int
    ) -> (sql: String, arguments: [any SQLConvertible]) {
        var (condition, arguments) = filter.conditions(along: lane)
        if let place {
            let sign = order == .soonestFirst ? ">" : "<"
            condition += " AND moment \(sign)= ? AND (moment, id) \(sign) (?, ?)"
            arguments += [place.moment, place.moment, place.id]
        }
        return (
            "SELECT id, moment FROM posts WHERE \(condition) ORDER BY moment \(order.sql), id \(order.sql) LIMIT ?",
            arguments + [limit]
        )
    }

    /// The posts with these ids, in the order of the ids.
    func posts(withIDs ids: [String]) throws -> [Post] {
        var found: [String: Post] = [:]
        for chunk in stride(from: 0, to: ids.count, by: 500).map({ ids[$0..<min($0 + 500, ids.count)] }) {
            let marks = chunk.map { _ in "?" }.joined(separator: ", ")
            for post in try posts("WHERE posts.id IN (\(marks))", Array(chunk)) { found[post.id.description] = post }
        }
        return ids.compactMap { found[$0] }
    }
}

extension PostOrder {
    fileprivate var sql: String { self == .soonestFirst ? "ASC" : "DESC" }
}

extension ReadTransaction {
    /// What waits to be approved, the earliest moment first, without the texts.
    public func postsInReview(limit: Int) throws -> [WaitingPost] {
        try query(
            """
            SELECT id, unit, channel, campaign, title, moment, zone, author, editors FROM posts
            WHERE state = 'in-review' ORDER BY moment, id LIMIT ?
            """,
            [limit]
        ).map { row in
            WaitingPost(
                id: try row.parsed("id"), unit: try row.parsed("unit"), channel: try row.parsed("channel"),
                campaign: try row.optionalParsed("campaign"), title: try row.text("title"),
                moment: try row.instant("moment"), zone: try row.zone("zone"), author: try row.text("author"),
                editors: Set(try row.json("editors", as: [String].self)))
        }
    }
}
