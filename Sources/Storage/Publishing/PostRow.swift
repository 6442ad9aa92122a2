public import Outreach

/// The mapping between a post and its row.
enum PostRow {
    /// What ``post(_:)`` reads, in its order; from ``source``.
    static let columns = """
        posts.id, unit, channel, campaign, slot_key, series, material, revision, title, text, link, media, audiences, moment,
        zone, not_after, \(state), author, editors, approved_by, approved_at, approval_hash, approval_rules,
        COALESCE(claims.number, attempts), parts_sent, settled_attempts, keyed_after,
        CASE WHEN claims.post IS NULL THEN next_attempt_at END, receipt_id, receipt_link, posted_at, reason, created_at
        """

    /// Posts, each with its claim while it is being sent.
    static let source = "posts LEFT JOIN claims ON claims.post = posts.id"

    /// A post that is claimed is being sent, whatever its own row says.
    static let state = "CASE WHEN claims.post IS NULL THEN state ELSE 'sending' END"

    /// Reads the columns from the first to the last.
    static func post(_ row: SQLStep) throws -> Post {
        var row = SQLReader(row)
        return Post(
            id: try row.parsed(), unit: try row.parsed(), channel: try row.parsed(), campaign: try row.optionalParsed(),
            slotKey: try row.optionalText(), series: try row.optionalText(), material: try row.optionalParsed(),
            revision: try row.optionalParsed(), title: try row.text(), text: try row.text(),
            link: try row.optionalText(), media: try row.list(), audiences: try row.list(),
            moment: try row.instant(), zone: try row.zone(), notAfter: try row.instant(), state: try row.word(),
            author: try row.text(), editors: Set(try row.list()), approval: try approval(&row),
            attempts: try row.integer(), partsSent: try row.integer(), settledAttempts: try row.integer(),
            keyedAfter: try row.integer(), nextAttemptAt: try row.optionalInstant(), receipt: try receipt(&row),
            reason: try row.optionalJSON(), createdAt: try row.instant())
    }

    private static func approval(_ row: inout SQLReader) throws -> Approval? {
        let (by, at): (String?, Instant?) = (try row.optionalText(), try row.optionalInstant())
        let (hash, rules): (ContentHash?, ContentHash?) = (try row.optionalParsed(), try row.optionalParsed())
        guard let by, let at, let hash else { return nil }
        return Approval(by: by, at: at, hash: hash, rules: rules)
    }

    private static func receipt(_ row: inout SQLReader) throws -> Receipt? {
        let (id, link) = (try row.optionalText(), try row.optionalText())
        return try row.optionalInstant().map { Receipt(remoteID: id, link: link, at: $0) }
    }
}

extension ReadTransaction {
    /// Posts as they are now.
    ///
    /// - Parameter rest: what stands behind `FROM`: conditions, order, limit.
    func posts(_ rest: String, _ arguments: [any SQLConvertible] = []) throws -> [Post] {
        var posts: [Post] = []
        try forEachRow("SELECT \(PostRow.columns) FROM \(PostRow.source) \(rest)", arguments) {
            posts.append(try PostRow.post($0))
        }
        return posts
    }
}

extension WriteTransaction {
    /// - Parameters:
    ///   - channelKind: the kind of the post's channel, kept for counting.
    ///   - materialKind: the kind of its material, kept for counting.
    public func insert(_ post: Post, channelKind: ChannelKind, materialKind: MaterialKind?) throws {
        try execute(
            """
            INSERT INTO posts
                (id, unit, channel, channel_kind, campaign, slot_key, series, material, revision, material_kind,
                 title, text, link, media, audiences, moment, zone, not_after, state, author, created_at, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                post.id, post.unit, post.channel, channelKind.sql, post.campaign, post.slotKey, post.series,
                post.material, post.revision, materialKind?.rawValue, post.title, post.text, post.link,
                try JSONText.encode(post.media), try JSONText.encode(post.audiences), post.moment, post.zone,
                post.notAfter, post.state.sql, post.author, post.createdAt,
                try post.reason.map(JSONText.encode),
            ])
    }

    /// Writes what may change about a post, if it is still in the state it was read in.
    ///
    /// - Returns: whether it was; a post that moved on meanwhile is left alone.
    public func update(_ post: Post, from state: PostState) throws -> Bool {
        let isClaimed = try state == .sending && removeClaim(of: post.id)
        let condition =
            isClaimed ? "1 = 1" : "state = ? AND NOT EXISTS (SELECT 1 FROM claims WHERE claims.post = posts.id)"
        var arguments: [any SQLConvertible] = [
            post.title, post.text, post.link, post.moment, post.zone, post.notAfter, post.state.sql,
            post.approval?.by, post.approval?.at, post.approval?.hash, post.approval?.rules,
            try JSONText.encode(post.editors.sorted()), post.attempts, post.partsSent, post.settledAttempts,
            post.keyedAfter, post.nextAttemptAt, post.receipt?.remoteID, post.receipt?.link, post.receipt?.at,
            Channel.trial, post.receipt.map { post.zone.day(of: $0.at) }, try post.reason.map(JSONText.encode),
            post.id,
        ]
        if !isClaimed { arguments.append(state.sql) }
        return try execute(
            """
            UPDATE posts SET
                title = ?, text = ?, link = ?, moment = ?, zone = ?, not_after = ?, state = ?, approved_by = ?,
                approved_at = ?, approval_hash = ?, approval_rules = ?, editors = ?, attempts = ?, parts_sent = ?,
                settled_attempts = ?, keyed_after = ?, next_attempt_at = ?, receipt_id = ?, receipt_link = ?,
                posted_at = ?, posted_day = CASE WHEN channel = ? THEN NULL ELSE ? END, reason = ?
            WHERE id = ? AND \(condition)
            """,
            arguments) == 1
    }

    public func comment(_ comment: Comment, on post: Identifier<Post>) throws {
        try execute(
            "INSERT INTO comments (post, at, author, action, text) VALUES (?, ?, ?, ?, ?)",
            [post, comment.at, comment.author, comment.action, comment.text])
    }
}
