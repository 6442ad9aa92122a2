public import Outreach

extension ReadTransaction {
    public func webSession(tokenHash: ContentHash) throws -> WebSession? {
        try queryOne("SELECT * FROM web_sessions WHERE token_hash = ?", [tokenHash]).map(webSession)
    }

    /// The user's sessions, the last one used first.
    public func webSessions(of user: Slug) throws -> [WebSession] {
        try query("SELECT * FROM web_sessions WHERE user_id = ? ORDER BY seen_at DESC, id", [user]).map(webSession)
    }

    private func webSession(_ row: SQLRow) throws -> WebSession {
        WebSession(
            id: try row.parsed("id"), user: try row.parsed("user_id"), means: try row.word("means"),
            address: try row.text("address"), createdAt: try row.instant("created_at"),
            lastSeenAt: try row.instant("seen_at"))
    }
}

extension WriteTransaction {
    public func add(_ session: WebSession, tokenHash: ContentHash) throws {
        try execute(
            """
            INSERT INTO web_sessions (id, token_hash, user_id, means, address, created_at, seen_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                session.id, tokenHash, session.user, session.means.sql, session.address, session.createdAt,
                session.lastSeenAt,
            ])
    }

    public func setSeen(_ id: Identifier<WebSession>, at now: Instant) throws {
        try execute("UPDATE web_sessions SET seen_at = ? WHERE id = ?", [now, id])
    }

    /// - Returns: whether there was such a session.
    public func removeWebSession(tokenHash: ContentHash) throws -> Bool {
        try execute("DELETE FROM web_sessions WHERE token_hash = ?", [tokenHash]) > 0
    }

    /// - Returns: whether the user had such a session.
    public func removeWebSession(_ id: Identifier<WebSession>, of user: Slug) throws -> Bool {
        try execute("DELETE FROM web_sessions WHERE id = ? AND user_id = ?", [id, user]) > 0
    }

    /// - Returns: how many there were.
    @discardableResult
    public func removeWebSessions(of user: Slug) throws -> Int {
        try execute("DELETE FROM web_sessions WHERE user_id = ?", [user])
    }

    /// Ends every session, link, token and feed, as after a restore: what was closed since the back-up must not be
    /// open again. Passwords stay.
    public func closeAllAccess(at now: Instant) throws {
        for table in ["web_sessions", "log_in_links", "log_in_failures", "keyed_requests"] {
            try execute("DELETE FROM \(table)")
        }
        for table in ["api_tokens", "feeds"] {
            try execute("UPDATE \(table) SET revoked_at = ? WHERE revoked_at IS NULL", [now])
        }
    }

    public func removeWebSessions(createdBefore created: Instant, orSeenBefore seen: Instant) throws {
        try execute("DELETE FROM web_sessions WHERE created_at <= ? OR seen_at <= ?", [created, seen])
    }
}
