import GRDB

/// The schema's history. A migration that has been released is never changed; a new one is added.
enum Schema {
    /// One step: its statements, then what only the program can work out.
    private struct Version {
        let name: String
        let statements: [String]
        var fill: @Sendable (WriteTransaction) throws -> Void = { _ in }
    }

    private static let versions = [
        Version(name: "1", statements: SchemaVersion1.statements),
        Version(name: "2", statements: SchemaVersion2.statements),
        Version(name: "3", statements: SchemaVersion3.statements),
        // Whoever changes the form of the search terms again moves the filling to that step.
        Version(name: "4", statements: SchemaVersion4.statements) { try $0.fillLibrarySearch() },
        Version(name: "5", statements: SchemaVersion5.statements),
        Version(name: "6", statements: SchemaVersion6.statements),
        Version(name: "7", statements: SchemaVersion7.statements),
        Version(name: "8", statements: SchemaVersion8.statements),
        Version(name: "9", statements: SchemaVersion9.statements),
        Version(name: "10", statements: SchemaVersion10.statements),
        Version(name: "11", statements: SchemaVersion11.statements),
        Version(name: "12", statements: SchemaVersion12.statements),
        Version(name: "13", statements: SchemaVersion13.statements),
        Version(name: "14", statements: SchemaVersion14.statements),
        Version(name: "15", statements: SchemaVersion15.statements),
        Version(name: "16", statements: SchemaVersion16.statements),
        Version(name: "17", statements: SchemaVersion17.statements),
        Version(name: "18", statements: SchemaVersion18.statements),
        Version(name: "19", statements: SchemaVersion19.statements),
        Version(name: "20", statements: SchemaVersion20.statements),
    ]

    /// Brings the schema up to date.
    ///
    /// - Parameter beforeUpgrade: called with the version a database with content has, before anything of it changes.
    static func migrate(_ writer: any DatabaseWriter, beforeUpgrade: (String) throws -> Void = { _ in }) throws {
        var migrator = DatabaseMigrator()
        for version in versions {
            migrator.registerMigration(version.name) { connection in
                for statement in version.statements { try connection.execute(sql: statement) }
                try version.fill(WriteTransaction.writing(connection))
            }
        }
        if try writer.read(migrator.hasBeenSuperseded) { throw StorageError.newerSchema }
        // Migrating takes the write lock, and whoever only reads must not wait for it.
        if try writer.read(migrator.hasCompletedMigrations) { return }
        if let version = try writer.read(migrator.completedMigrations).last { try beforeUpgrade(version) }
        try migrator.migrate(writer)
    }
}
