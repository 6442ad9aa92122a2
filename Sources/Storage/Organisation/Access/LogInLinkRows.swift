public import Outreach

extension ReadTransaction {
    public func logInLink(codeHash: ContentHash) throws -> LogInLink? {
        try queryOne("SELECT * FROM log_in_links WHERE code_hash = ?", [codeHash]).map { row in
            LogInLink(
                user: try row.optionalParsed("user_id"), madeBy: try row.text("made_by"),
                madeAt: try row.instant("made_at"), expiresAt: try row.instant("expires_at"))
        }
    }
}

extension WriteTransaction {
    /// Adds a link in the place of the user's earlier ones, and drops those whose time is over.
    public func add(_ link: LogInLink, codeHash: ContentHash) throws {
        try removeLogInLinks(for: link.user)
        try execute("DELETE FROM log_in_links WHERE expires_at <= ?", [link.madeAt])
        try execute(
            "INSERT INTO log_in_links (code_hash, user_id, made_by, made_at, expires_at) VALUES (?, ?, ?, ?, ?)",
            [codeHash, link.user, link.madeBy, link.madeAt, link.expiresAt])
    }

    /// Takes a link away: it was used, or its user may no longer log in.
    public func removeLogInLinks(for user: Slug?) throws {
        if let user {
            try execute("DELETE FROM log_in_links WHERE user_id = ?", [user])
        } else {
            try execute("DELETE FROM log_in_links WHERE user_id IS NULL")
        }
    }
}
