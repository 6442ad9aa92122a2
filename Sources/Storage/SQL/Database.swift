public import Foundation
import GRDB
import Outreach

/// The workspace's database: many readers, one writer, every commit on the disk before it returns.
public final class Database: Sendable {
    private let writer: any DatabaseWriter
    private let path: String
    private let trees = UnitTreeCache()
    /// Where the end of the audit log is noted after every commit that made it longer.
    private let anchor: AuditAnchor?

    /// Opens or makes the database file and brings its schema up to date.
    ///
    /// - Parameters:
    ///   - copies: where a copy is kept before an upgrade changes a database of an older version; nil keeps none.
    ///   - anchor: where the end of the audit log is noted, so that an older database is known by it; nil notes it nowhere.
    /// - Throws: ``StorageError``; an upgrade that fails leaves the database as it was.
    public init(file: URL, copyingBeforeUpgradeTo copies: URL? = nil, anchor: AuditAnchor? = nil) throws {
        path = file.path
        self.anchor = anchor
        do {
            let writer = try DatabasePool(path: file.path, configuration: Database.configuration())
            self.writer = writer
            try Schema.migrate(writer) { version in
                guard let copies else { return }
                let name = "before-upgrade-from-\(version)-\(Int(Date().timeIntervalSince1970)).db"
                let target = try DatabaseQueue(path: copies.appending(path: name).path)
                try writer.backup(to: target)
                try target.close()
            }
        } catch {
            throw Database.readable(error, path: path)
        }
    }

    /// A fresh database in memory, for tests and rehearsals.
    public init(inMemory: Void) throws {
        path = ":memory:"
        anchor = nil
        writer = try DatabaseQueue(configuration: Database.configuration())
        try Schema.migrate(writer)
    }

    /// Reads one state of the database.
    public func read<Value: Sendable>(
        _ body: @Sendable @escaping (ReadTransaction) throws -> Value
    ) async throws -> Value {
        do {
            return try await writer.read { [trees] in try body(ReadTransaction.reading($0, trees: trees)) }
        } catch {
            throw Database.readable(error, path: path)
        }
    }

    /// Changes the database: all of it durably, or nothing.
    public func write<Value: Sendable>(
        _ body: @Sendable @escaping (WriteTransaction) throws -> Value
    ) async throws -> Value {
        do {
            let (value, end) = try await writer.write { [trees] connection in
                let tx = WriteTransaction.writing(connection, trees: trees)
                return (try body(tx), tx.knownAuditEnd)
            }
            if let end { anchor?.note(end) }
            return value
        } catch {
            throw Database.readable(error, path: path)
        }
    }

    /// Does everything a write would and then takes it back: the answer to `--dry-run`.
    public func rehearse<Value: Sendable>(
        _ body: @Sendable @escaping (WriteTransaction) throws -> Value
    ) async throws -> Value {
        do {
            return try await writer.writeWithoutTransaction { [trees] connection in
                var value: Value?
                try connection.inTransaction(.immediate) {
                    value = try body(WriteTransaction.writing(connection, trees: trees))
                    return .rollback
                }
                guard let value else { throw StorageError.other(detail: "rehearsal without a result") }
                return value
            }
        } catch {
            throw Database.readable(error, path: path)
        }
    }

    /// Writes a consistent copy of the whole database to a new file while work goes on.
    public func copy(to file: URL) async throws {
        do {
            let target = try DatabaseQueue(path: file.path)
            try writer.backup(to: target)
            try target.close()
        } catch {
            throw Database.readable(error, path: file.path)
        }
    }

    /// Ends all work with the database; whatever comes after is refused.
    public func close() throws {
        do {
            try writer.close()
        } catch {
            throw Database.readable(error, path: path)
        }
    }

    /// SQLite's own full check; empty when all is well.
    public func integrityProblems() async throws -> [String] {
        try await writer.read { connection in
            try String.fetchAll(connection, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
                + Row.fetchAll(connection, sql: "PRAGMA foreign_key_check").map { "foreign key: \($0)" }
        }
    }

    /// WAL with synchronous=FULL: a commit that returned survives a power cut. The log is folded back into the file every
    /// 64 MiB and not every 4: while hundreds of posts go out a second, the same pages change again and again, and each
    /// fold writes them once.
    private static func configuration() -> GRDB.Configuration {
        _ = MemoryCounting.isOff
        var configuration = GRDB.Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { connection in
            try connection.execute(sql: "PRAGMA synchronous = FULL")
            try connection.execute(sql: "PRAGMA wal_autocheckpoint = 16000")
            // Of the many readers each keeps its own pages; what it has not, the system mostly has.
            try connection.execute(sql: "PRAGMA cache_size = \(connection.configuration.readonly ? -5000 : -16000)")
        }
        return configuration
    }

    private static func readable(_ error: any Error, path: String) -> any Error {
        switch error {
        case let error as DatabaseError: StorageError(error, path: path)
        case let error as SQLRowError: StorageError.damaged(detail: "\(error.column): \(error.found)")
        case let error as DecodingError: StorageError.damaged(detail: "\(error)")
        default: error
        }
    }
}

extension StorageError {
    fileprivate init(_ error: DatabaseError, path: String) {
        let detail = error.message ?? "code \(error.extendedResultCode.rawValue)"
        self =
            switch error.resultCode {
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
            case .SQLITE_FULL: .diskFull
            case .SQLITE_READONLY: .readOnly(path: path)
            case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: .cannotOpen(path: path, detail: detail)
            case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged(detail: detail)
            case .SQLITE_CONSTRAINT: .constraint(detail: detail)
            case .SQLITE_IOERR: .other(detail: "\(detail) (\(path))")
            default: .other(detail: detail)
            }
    }
}
