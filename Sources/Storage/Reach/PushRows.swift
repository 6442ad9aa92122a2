public import Outreach

extension ReadTransaction {
    /// The post of a channel that the network knows under an id of its own.
    public func post(on channel: Slug, remoteID: String) throws -> Identifier<Post>? {
        try queryOne(
            "SELECT id FROM posts WHERE channel = ? AND receipt_id = ? ORDER BY id DESC LIMIT 1", [channel, remoteID]
        )?.parsed("id")
    }
}

extension WriteTransaction {
    /// Notes that a message arrived; false where it had arrived before. Ids older than `since` are forgotten: their
    /// messages are too old to be taken anyway.
    public func receivePush(_ id: String, of channel: Slug, at instant: Instant, forgetting since: Instant) throws
        -> Bool
    {
        try execute("DELETE FROM received_pushes WHERE received_at < ?", [since])
        return try execute(
            "INSERT INTO received_pushes (channel, id, received_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [channel, id, instant]) == 1
    }
}
