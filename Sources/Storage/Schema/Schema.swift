import GRDB

/// The schema's history. A migration that has been released is never changed; a new one is added.
enum Schema {
    /// Brings the schema up to date.
    ///
    /// - Parameter beforeUpgrade: called with the version a database with content has, before anything of it changes.
    static func migrate(_ writer: any DatabaseWriter, beforeUpgrade: (String) throws -> Void = { _ in }) throws {
        var migrator = DatabaseMigrator()
        let versions = [
            ("1", SchemaVersion1.statements), ("2", SchemaVersion2.statements), ("5", SchemaVersion5.statements),
            ("7", SchemaVersion7.statements),
        ]
        for (version, statements) in versions {
            migrator.registerMigration(version) { connection in
                for statement in statements { try connection.execute(sql: statement) }
            }
        }
        migrator.registerMigration("3") { connection in
            for statement in SchemaVersion3.statements {
                try connection.execute(sql: statement)
            }
        }
        if try writer.read(migrator.hasBeenSuperseded) { throw StorageError.newerSchema }
        // Migrating takes the write lock, and whoever only reads must not wait for it.
        if try writer.read(migrator.hasCompletedMigrations) { return }
        if let version = try writer.read(migrator.completedMigrations).last { try beforeUpgrade(version) }
        try migrator.migrate(writer)
    }
}
