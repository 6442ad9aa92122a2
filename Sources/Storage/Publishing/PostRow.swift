public import Outreach

/// The mapping between a post and its row.
enum PostRow {
    static func post(_ row: SQLRow) throws -> Post {
        Post(
            id: try row.parsed("id"), unit: try row.parsed("unit"), channel: try row.parsed("channel"),
            campaign: try row.optionalParsed("campaign"), slotKey: try row.optional("slot_key", SQLRow.text),
            series: try row.optional("series", SQLRow.text), material: try row.optionalParsed("material"),
            revision: try row.optionalParsed("revision"), title: try row.text("title"), text: try row.text("text"),
            link: try row.optional("link", SQLRow.text), media: try row.list("media"),
            audiences: try row.list("audiences"), moment: try row.instant("moment"), zone: try row.zone("zone"),
            notAfter: try row.instant("not_after"), state: try row.word("state"), author: try row.text("author"),
            editors: Set(try row.list("editors")),
            approval: try approval(row), attempts: try row.integer("attempts"),
            partsSent: try row.integer("parts_sent"), settledAttempts: try row.integer("settled_attempts"),
            keyedAfter: try row.integer("keyed_after"),
            nextAttemptAt: try row.optional("next_attempt_at", SQLRow.instant), receipt: try receipt(row),
            reason: try row.optionalJSON("reason"), createdAt: try row.instant("created_at"))
    }

    private static func approval(_ row: SQLRow) throws -> Approval? {
        guard let by = try row.optional("approved_by", SQLRow.text) else { return nil }
        return Approval(
            by: by, at: try row.instant("approved_at"), hash: try row.parsed("approval_hash"),
            rules: try row.optionalParsed("approval_rules"))
    }

    private static func receipt(_ row: SQLRow) throws -> Receipt? {
        guard let at = try row.optional("posted_at", SQLRow.instant) else { return nil }
        return Receipt(
            remoteID: try row.optional("receipt_id", SQLRow.text), link: try row.optional("receipt_link", SQLRow.text),
            at: at)
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
        try execute(
            """
            UPDATE posts SET
                title = ?, text = ?, link = ?, moment = ?, zone = ?, not_after = ?, state = ?, approved_by = ?,
                approved_at = ?, approval_hash = ?, approval_rules = ?, editors = ?, attempts = ?, parts_sent = ?,
                settled_attempts = ?, keyed_after = ?, next_attempt_at = ?, receipt_id = ?, receipt_link = ?,
                posted_at = ?, posted_day = CASE WHEN channel = ? THEN NULL ELSE ? END, reason = ?, claim_token = NULL,
                claim_lease = NULL, claimed_at = NULL
            WHERE id = ? AND state = ?
            """,
            [
                post.title, post.text, post.link, post.moment, post.zone, post.notAfter, post.state.sql,
                post.approval?.by, post.approval?.at, post.approval?.hash, post.approval?.rules,
                try JSONText.encode(post.editors.sorted()), post.attempts, post.partsSent, post.settledAttempts,
                post.keyedAfter, post.nextAttemptAt, post.receipt?.remoteID, post.receipt?.link, post.receipt?.at,
                Channel.trial, post.receipt.map { post.zone.day(of: $0.at) }, try post.reason.map(JSONText.encode),
                post.id, state.sql,
            ]) == 1
    }

    public func comment(_ comment: Comment, on post: Identifier<Post>) throws {
        try execute(
            "INSERT INTO comments (post, at, author, action, text) VALUES (?, ?, ?, ?, ?)",
            [post, comment.at, comment.author, comment.action, comment.text])
    }
}
