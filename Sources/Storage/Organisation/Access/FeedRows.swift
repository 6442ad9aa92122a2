public import Outreach

extension ReadTransaction {
    public func feed(_ id: Identifier<Feed>) throws -> Feed? {
        try queryOne("SELECT * FROM feeds WHERE id = ?", [id]).map(feed)
    }

    public func feed(codeHash: ContentHash) throws -> Feed? {
        try queryOne("SELECT * FROM feeds WHERE code_hash = ?", [codeHash]).map(feed)
    }

    /// Feeds that were not revoked, newest first; those of one maker where one is named.
    public func feeds(madeBy user: Slug?) throws -> [Feed] {
        let condition = user == nil ? "" : "AND made_by = ?"
        return try query(
            "SELECT * FROM feeds WHERE revoked_at IS NULL \(condition) ORDER BY made_at DESC, id",
            user.map { [$0] } ?? []
        ).map(feed)
    }

    private func feed(_ row: SQLRow) throws -> Feed {
        Feed(
            id: try row.parsed("id"), kind: try row.word("kind"), filter: try row.json("filter"),
            madeBy: try row.parsed("made_by"), madeAt: try row.instant("made_at"),
            usedOn: try row.optionalParsed("used_on"), revokedAt: try row.optional("revoked_at", SQLRow.instant))
    }
}

extension WriteTransaction {
    public func add(_ feed: Feed, codeHash: ContentHash) throws {
        try execute(
            "INSERT INTO feeds (id, code_hash, kind, filter, made_by, made_at) VALUES (?, ?, ?, ?, ?, ?)",
            [feed.id, codeHash, feed.kind.sql, JSONText.encode(feed.filter), feed.madeBy, feed.madeAt])
    }

    public func setFeedUsed(_ id: Identifier<Feed>, on day: Day) throws {
        try execute("UPDATE feeds SET used_on = ? WHERE id = ?", [day, id])
    }

    public func revokeFeed(_ id: Identifier<Feed>, at now: Instant) throws {
        try execute("UPDATE feeds SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL", [now, id])
    }
}
