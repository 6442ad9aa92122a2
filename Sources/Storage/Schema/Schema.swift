import GRDB

/// The schema's history. A migration that has been released is never changed; a new one is added.
enum Schema {
    static func migrate(_ writer: any DatabaseWriter) throws {
        var migrator = DatabaseMigrator()
        let versions = [
            ("1", SchemaVersion1.statements), ("2", SchemaVersion2.statements), ("6", SchemaVersion6.statements),
        ]
        for (version, statements) in versions {
            migrator.registerMigration(version) { connection in
                for statement in statements { try connection.execute(sql: statement) }
            }
        }
        if try writer.read(migrator.hasBeenSuperseded) { throw StorageError.newerSchema }
        // Migrating takes the write lock, and whoever only reads must not wait for it.
        if try writer.read(migrator.hasCompletedMigrations) { return }
        try migrator.migrate(writer)
    }
}
