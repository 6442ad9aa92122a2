public import Outreach

/// Stands in the unit column of a grant for the whole workspace; no slug can be this.
private let wholeWorkspace = "*"

extension ReadTransaction {
    public func user(_ id: Slug) throws -> User? {
        try queryOne("SELECT * FROM users WHERE id = ?", [id]).map(user)
    }

    public func users() throws -> [User] {
        try query("SELECT * FROM users ORDER BY id").map(user)
    }

    /// The full name of every user by their log-in name.
    public func userNames() throws -> [String: String] {
        let rows = try query("SELECT id, name FROM users")
        return Dictionary(uniqueKeysWithValues: try rows.map { (try $0.text("id"), try $0.text("name")) })
    }

    private func user(_ row: SQLRow) throws -> User {
        let id: Slug = try row.parsed("id")
        let grants = try query("SELECT role, unit FROM grants WHERE user_id = ? ORDER BY unit, role", [id]).map {
            Grant(role: try $0.word("role"), unit: Slug(try $0.text("unit")))
        }
        return User(id: id, name: try row.text("name"), grants: grants, isActive: try row.boolean("is_active"))
    }
}

extension WriteTransaction {
    /// Adds the user or brings name, roles and activity up to date.
    public func put(_ user: User) throws {
        try execute(
            """
            INSERT INTO users (id, name, is_active) VALUES (?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, is_active = excluded.is_active
            """,
            [user.id, user.name, user.isActive])
        try execute("DELETE FROM grants WHERE user_id = ?", [user.id])
        for grant in user.grants {
            try execute(
                "INSERT INTO grants (user_id, role, unit) VALUES (?, ?, ?)",
                [user.id, grant.role.sql, grant.unit?.description ?? wholeWorkspace])
        }
    }
}
