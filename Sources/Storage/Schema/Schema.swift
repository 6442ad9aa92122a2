import GRDB

/// The schema's history. A migration that has been released is never changed; a new one is added.
enum Schema {
    private static let versions = [
        ("1", SchemaVersion1.statements), ("2", SchemaVersion2.statements), ("3", SchemaVersion3.statements),
        ("4", SchemaVersion4.statements), ("5", SchemaVersion5.statements),
    ]

    /// Brings the schema up to date.
    ///
    /// - Parameter beforeUpgrade: called with the version a database with content has, before anything of it changes.
    static func migrate(_ writer: any DatabaseWriter, beforeUpgrade: (String) throws -> Void = { _ in }) throws {
        var migrator = DatabaseMigrator()
        for (version, statements) in versions {
            migrator.registerMigration(version) { connection in
                for statement in statements { try connection.execute(sql: statement) }
            }
        }
        if try writer.read(migrator.hasBeenSuperseded) { throw StorageError.newerSchema }
        // Migrating takes the write lock, and whoever only reads must not wait for it.
        if try writer.read(migrator.hasCompletedMigrations) { return }
        if let version = try writer.read(migrator.completedMigrations).last { try beforeUpgrade(version) }
        try migrator.migrate(writer)
    }
}
