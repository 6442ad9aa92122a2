public import Outreach

extension ReadTransaction {
    /// The hash of the user's password as a PHC string; nil where none was set yet.
    public func passwordHash(of user: Slug) throws -> String? {
        try queryOne("SELECT hash FROM passwords WHERE user_id = ?", [user])?.text("hash")
    }
}

extension WriteTransaction {
    public func setPasswordHash(_ hash: String, of user: Slug, at now: Instant) throws {
        try execute(
            """
            INSERT INTO passwords (user_id, hash, set_at) VALUES (?, ?, ?)
            ON CONFLICT (user_id) DO UPDATE SET hash = excluded.hash, set_at = excluded.set_at
            """,
            [user, hash, now])
    }
}
