import GRDB

/// The schema's history. A migration that has been released is never changed; a new one is added.
enum Schema {
    static func migrate(_ writer: any DatabaseWriter) throws {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { connection in
            for statement in SchemaVersion1.statements {
                try connection.execute(sql: statement)
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
        try migrator.migrate(writer)
    }
}
