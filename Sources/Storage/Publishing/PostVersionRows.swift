public import Outreach

extension ReadTransaction {
    /// What of a post was ever submitted or approved.
    public func versions(of post: Identifier<Post>) throws -> [PostVersion] {
        try query(
            """
            SELECT v.*, c.description FROM post_versions v JOIN channel_versions c ON c.hash = v.channel
            WHERE v.post = ? ORDER BY v.hash
            """,
            [post]
        ).map { row in
            PostVersion(
                hash: try row.parsed("hash"), content: try row.json("content"),
                channelDescription: try row.text("description"), submitted: try signature(row, "submitted"),
                approved: try signature(row, "approved"))
        }
    }

    private func signature(_ row: SQLRow, _ event: String) throws -> PostVersion.Signature? {
        guard let by = try row.optional("\(event)_by", SQLRow.text) else { return nil }
        return PostVersion.Signature(by: by, at: try row.instant("\(event)_at"))
    }
}

extension WriteTransaction {
    /// Keeps a version that was submitted or approved just now; the same content once more is the same version.
    public func put(_ version: PostVersion, of post: Identifier<Post>) throws {
        let channel = ContentHash.sha256(of: version.channelDescription)
        try execute(
            "INSERT INTO channel_versions (hash, description) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING",
            [channel, version.channelDescription])
        try execute(
            """
            INSERT INTO post_versions
                (post, hash, content, channel, submitted_by, submitted_at, approved_by, approved_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (post, hash) DO UPDATE SET
                submitted_by = COALESCE(excluded.submitted_by, submitted_by),
                submitted_at = COALESCE(excluded.submitted_at, submitted_at),
                approved_by = COALESCE(excluded.approved_by, approved_by),
                approved_at = COALESCE(excluded.approved_at, approved_at)
            """,
            [
                post, version.hash, try JSONText.encode(version.content), channel, version.submitted?.by,
                version.submitted?.at, version.approved?.by, version.approved?.at,
            ])
    }
}
