import GRDB
import Outreach

/// The narrow seam all SQL goes through: query, execute. Statements keep to what SQLite and PostgreSQL share.
///
/// A transaction lives within the closure it is handed to and sees one state of the database.
public class ReadTransaction {
    fileprivate let connection: GRDB.Database
    /// The units as this transaction sees them, built once; an import of thousands of rows asks for them every time.
    var knownTree: UnitTree?
    let trees: UnitTreeCache

    fileprivate init(_ connection: GRDB.Database, trees: UnitTreeCache) {
        self.connection = connection
        self.trees = trees
    }

    func query(_ sql: String, _ arguments: [any SQLConvertible] = []) throws -> [SQLRow] {
        var rows: [SQLRow] = []
        try PreparedStatement(sql, on: connection).run(arguments) { rows.append($0.row()) }
        return rows
    }

    func queryOne(_ sql: String, _ arguments: [any SQLConvertible] = []) throws -> SQLRow? {
        var first: SQLRow?
        try PreparedStatement(sql, on: connection).run(arguments, limit: 1) { first = $0.row() }
        return first
    }

    /// Steps over an answer of any length, one row at a time; for counts over hundreds of thousands of rows.
    func forEachRow(
        _ sql: String, _ arguments: [any SQLConvertible] = [], _ body: (SQLStep) throws -> Void
    ) throws {
        try PreparedStatement(sql, on: connection).run(arguments) { try body(SQLStep(statement: $0)) }
    }
}

/// A transaction that may change things: everything in it happens, or nothing.
public final class WriteTransaction: ReadTransaction {
    /// The end of the audit chain as this transaction has written it; nil until it was asked for.
    var knownAuditEnd: AuditEnd?

    /// Runs a statement and returns how many rows it changed.
    @discardableResult
    func execute(_ sql: String, _ arguments: [any SQLConvertible] = []) throws -> Int {
        do {
            try PreparedStatement(sql, on: connection).run(arguments) { _ in }
        } catch let error as DatabaseError where error.isDuplicate {
            throw StorageError.duplicate(detail: error.message ?? "")
        }
        return connection.changesCount
    }

    /// A statement to be run for many rows, one after the other: finding it by its text costs as much as a short one does.
    func prepare(_ sql: String) throws -> PreparedStatement { try PreparedStatement(sql, on: connection) }

    /// Does several things that are taken back together where one of them fails; what was done before them stays.
    public func together<Value>(_ body: () throws -> Value) throws -> Value {
        let end = knownAuditEnd
        var value: Value?
        do {
            try connection.inSavepoint {
                value = try body()
                return .commit
            }
        } catch {
            knownAuditEnd = end
            throw error
        }
        guard let value else { throw StorageError.other(detail: "a change without a result") }
        return value
    }

    /// Makes a long change with so much memory for pages, in kibibytes, that none is written before its time and read
    /// again; other changes get by with what every connection has.
    func withRoom(_ kibibytes: Int, _ body: () throws -> Void) throws {
        let usual = try queryOne("PRAGMA cache_size")?.integer("cache_size") ?? -16_000
        try execute("PRAGMA cache_size = -\(kibibytes)")
        defer { _ = try? execute("PRAGMA cache_size = \(usual)") }
        try body()
    }
}

extension ReadTransaction {
    static func reading(_ connection: GRDB.Database, trees: UnitTreeCache) -> ReadTransaction {
        ReadTransaction(connection, trees: trees)
    }
}

extension WriteTransaction {
    static func writing(
        _ connection: GRDB.Database, trees: UnitTreeCache = UnitTreeCache()
    ) -> WriteTransaction {
        WriteTransaction(connection, trees: trees)
    }
}

extension DatabaseError {
    fileprivate var isDuplicate: Bool {
        extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE || extendedResultCode == .SQLITE_CONSTRAINT_PRIMARYKEY
    }
}
