public import Outreach

/// What is known of channels and hosts from their answers: switched off until a person switches them on again, failing
/// since when, left alone until when.
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

    /// Channels on which nothing has gone through since a first failure.
    public func failingChannels() throws -> [Slug: Instant] {
        let rows = try query("SELECT channel, failing_since FROM channel_states WHERE failing_since IS NOT NULL")
        return Dictionary(
            uniqueKeysWithValues: try rows.map { (try $0.parsed("channel"), try $0.instant("failing_since")) })
    }

    /// Hosts that did not answer several times in a row, and until when they are left alone.
    public func restingHosts() throws -> [HostState] {
        try query("SELECT * FROM host_states ORDER BY host").map { row in
            HostState(
                host: try row.text("host"), failures: try row.integer("failures"),
                openUntil: try row.optional("open_until", SQLRow.instant), notedAt: try row.instant("noted_at"))
        }
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

    /// Switches a channel on again and forgets that it failed; false where it was not switched off.
    public func enable(_ channel: Slug) throws -> Bool {
        try execute("DELETE FROM channel_states WHERE channel = ? AND disabled_at IS NOT NULL", [channel]) == 1
    }

    /// Keeps since when a channel fails; a channel that fails already keeps its first time.
    public func noteFailure(on channel: Slug, since instant: Instant) throws {
        try execute(
            """
            INSERT INTO channel_states (channel, failing_since) VALUES (?, ?)
            ON CONFLICT (channel) DO UPDATE SET failing_since = excluded.failing_since
            """,
            [channel, instant])
    }

    public func noteSuccess(on channel: Slug) throws {
        try execute("UPDATE channel_states SET failing_since = NULL WHERE channel = ?", [channel])
    }

    /// Forgets what an engine that ended knew of hosts: the next one asks them anew.
    public func forgetHosts() throws { try execute("DELETE FROM host_states") }

    /// Keeps what is known of a host; one that answers again is forgotten.
    public func noteHost(_ host: String, failures: Int, openUntil: Instant?, at instant: Instant) throws {
        guard failures > 0 else {
            try execute("DELETE FROM host_states WHERE host = ?", [host])
            return
        }
        try execute(
            """
            INSERT INTO host_states (host, failures, open_until, noted_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (host) DO UPDATE SET
                failures = excluded.failures, open_until = excluded.open_until, noted_at = excluded.noted_at
            """,
            [host, failures, openUntil, instant])
    }
}
