public import Outreach

extension ReadTransaction {
    public func apiToken(_ name: Slug) throws -> APIToken? {
        try queryOne("SELECT * FROM api_tokens WHERE name = ?", [name]).map(apiToken)
    }

    public func apiToken(hash: ContentHash) throws -> APIToken? {
        try queryOne("SELECT * FROM api_tokens WHERE token_hash = ?", [hash]).map(apiToken)
    }

    /// All tokens that were ever made, by name.
    public func apiTokens() throws -> [APIToken] {
        try query("SELECT * FROM api_tokens ORDER BY name").map(apiToken)
    }

    /// The names of the tokens the user ever made.
    public func namesOfAPITokens(madeBy user: Slug) throws -> [Slug] {
        try query("SELECT name FROM api_tokens WHERE made_by = ? ORDER BY name", [user]).map { try $0.parsed("name") }
    }

    private func apiToken(_ row: SQLRow) throws -> APIToken {
        APIToken(
            name: try row.parsed("name"),
            grant: Grant(role: try row.word("role"), unit: try row.optionalParsed("unit")),
            madeBy: try row.parsed("made_by"), madeAt: try row.instant("made_at"),
            expiresAt: try row.optional("expires_at", SQLRow.instant), usedOn: try row.optionalParsed("used_on"),
            revokedAt: try row.optional("revoked_at", SQLRow.instant))
    }
}

extension WriteTransaction {
    public func add(_ token: APIToken, hash: ContentHash) throws {
        try execute(
            """
            INSERT INTO api_tokens (name, token_hash, role, unit, made_by, made_at, expires_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                token.name, hash, token.grant.role.sql, token.grant.unit, token.madeBy, token.madeAt,
                token.expiresAt,
            ])
    }

    public func setAPITokenUsed(_ name: Slug, on day: Day) throws {
        try execute("UPDATE api_tokens SET used_on = ? WHERE name = ?", [day, name])
    }

    public func revokeAPIToken(_ name: Slug, at now: Instant) throws {
        try execute("UPDATE api_tokens SET revoked_at = ? WHERE name = ? AND revoked_at IS NULL", [now, name])
    }
}
