public import Foundation
import GRDB
public import Outreach

/// Puts more rows into a new database than a country writes in years, for whoever measures on it.
///
/// Indexes and triggers are taken off while rows come in and put back at the end; what they would have kept up is then
/// worked out once, from the rows. The file is as the ordinary way would have left it, but nothing survives a crash on
/// the way: only for a file that nobody has open and that may be thrown away.
public final class BulkLoading: Sendable {
    private static let tables = ["sessions", "session_topics", "attendance", "handouts", "posts", "samples"]
    private let queue: DatabaseQueue
    /// The statements that make what was taken off, indexes before triggers.
    private let takenOff: [String]

    /// - Parameter file: a database whose schema is up to date.
    public init(file: URL) async throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        configuration.prepareDatabase { connection in
            try connection.execute(sql: "PRAGMA journal_mode = MEMORY")
            try connection.execute(sql: "PRAGMA synchronous = OFF")
            try connection.execute(sql: "PRAGMA cache_size = -200000")
        }
        queue = try DatabaseQueue(path: file.path, configuration: configuration)
        takenOff = try await queue.write { connection in
            let rows = try Row.fetchAll(
                connection,
                sql: """
                    SELECT type, name, sql FROM sqlite_master
                    WHERE sql IS NOT NULL AND type IN ('index', 'trigger')
                        AND tbl_name IN (\(BulkLoading.tables.map { "'\($0)'" }.joined(separator: ", ")))
                    ORDER BY type, rowid
                    """)
            for row in rows { try connection.execute(sql: "DROP \(row["type"] as String) \(row["name"] as String)") }
            return rows.map { $0["sql"] }
        }
    }

    public func add(_ sessions: [Session], origin: SessionOrigin, by user: String, at instant: Instant) async throws {
        try await queue.write { connection in
            try WriteTransaction.writing(connection).insert(sessions, origin: origin, by: user, at: instant)
        }
    }

    /// Posts that went out.
    public func add(_ posts: [(post: Post, kind: ChannelKind, materialKind: MaterialKind?)]) async throws {
        try await add(posts) { tx, entry in
            var planned = entry.post
            (planned.state, planned.receipt) = (.approved, nil)
            try tx.insert(planned, channelKind: entry.kind, materialKind: entry.materialKind)
            _ = try tx.update(entry.post, from: planned.state)
        }
    }

    public func add(_ samples: [Sample], zone: Zone) async throws {
        try await add(samples) { _ = try $0.insert($1, zone: zone) }
    }

    private func add<Row: Sendable>(
        _ rows: [Row], _ insert: @escaping @Sendable (WriteTransaction, Row) throws -> Void
    ) async throws {
        try await queue.write { connection in
            let tx = WriteTransaction.writing(connection)
            for row in rows { try insert(tx, row) }
        }
    }

    /// Puts back what was taken off, and what it would have kept up.
    ///
    /// - Parameter progress: called after each step with how many are done.
    public func finish(progress: @Sendable (Int) -> Void = { _ in }) async throws {
        let counts = [
            "DELETE FROM session_counts", SchemaVersion7.countsOfRows, SchemaVersion12.markLatest,
            "DELETE FROM activity_months", SchemaVersion13.monthsOfRows,
        ]
        let isIndex = { (sql: String) in !sql.hasPrefix("CREATE TRIGGER") }
        let steps = takenOff.filter(isIndex) + counts + takenOff.filter { !isIndex($0) }
        for (done, step) in steps.enumerated() {
            try await queue.write { try $0.execute(sql: step) }
            progress(done + 1)
        }
        try queue.close()
    }
}
