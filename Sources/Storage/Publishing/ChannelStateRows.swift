public import Outreach

/// Channels that are switched off, by their receiver's answers or by a person, until a person switches them on again.
extension ReadTransaction {
    public func disabledChannels() throws -> [Slug: Message] {
        try channelSwitches().mapValues(\.reason)
    }

    /// Who switched each off, when and why.
    public func channelSwitches() throws -> [Slug: ChannelSwitchedOff] {
        let rows = try query(
            "SELECT channel, disabled_reason, disabled_at, disabled_by FROM channel_states WHERE disabled_at IS NOT NULL"
        )
        return Dictionary(
            uniqueKeysWithValues: try rows.map { row in
                (
                    try row.parsed("channel"),
                    ChannelSwitchedOff(
                        reason: try row.json("disabled_reason"), at: try row.instant("disabled_at"),
                        by: try row.optional("disabled_by", SQLRow.text))
                )
            })
    }
}

extension WriteTransaction {
    /// - Parameter user: nil where its receiver's answers did it.
    public func disable(_ channel: Slug, reason: Message, at instant: Instant, by user: String? = nil) throws {
        try execute(
            """
            INSERT INTO channel_states (channel, disabled_reason, disabled_at, disabled_by) VALUES (?, ?, ?, ?)
            ON CONFLICT (channel) DO UPDATE SET
                disabled_reason = excluded.disabled_reason, disabled_at = excluded.disabled_at,
                disabled_by = excluded.disabled_by
            """,
            [channel, try JSONText.encode(reason), instant, user])
    }

    public func enable(_ channel: Slug) throws -> Bool {
        try execute("DELETE FROM channel_states WHERE channel = ?", [channel]) == 1
    }
}
