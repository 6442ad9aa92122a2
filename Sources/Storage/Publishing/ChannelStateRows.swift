public import Outreach

/// Channels that were switched off by their receiver's answers, until a person switches them on again.
extension ReadTransaction {
    public func disabledChannels() throws -> [Slug: Message] {
        let rows = try query("SELECT channel, disabled_reason FROM channel_states WHERE disabled_at IS NOT NULL")
        return Dictionary(
            uniqueKeysWithValues: try rows.map { (try $0.parsed("channel"), try $0.json("disabled_reason")) })
    }
}

extension WriteTransaction {
    public func disable(_ channel: Slug, reason: Message, at instant: Instant) throws {
        try execute(
            """
            INSERT INTO channel_states (channel, disabled_reason, disabled_at) VALUES (?, ?, ?)
            ON CONFLICT (channel) DO UPDATE SET
                disabled_reason = excluded.disabled_reason, disabled_at = excluded.disabled_at
            """,
            [channel, try JSONText.encode(reason), instant])
    }

    public func enable(_ channel: Slug) throws -> Bool {
        try execute("DELETE FROM channel_states WHERE channel = ?", [channel]) == 1
    }
}
