/// Facts about the workspace itself: its instance id, its name.
extension ReadTransaction {
    public func workspaceValue(_ key: String) throws -> String? {
        try queryOne("SELECT value FROM workspace WHERE key = ?", [key])?.text("value")
    }
}

extension WriteTransaction {
    public func removeWorkspaceValue(_ key: String) throws {
        try execute("DELETE FROM workspace WHERE key = ?", [key])
    }

    public func setWorkspaceValue(_ key: String, to value: String) throws {
        try execute(
            """
            INSERT INTO workspace (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value
            """,
            [key, value])
    }
}
