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
        try Row.fetchAll(cached(sql), arguments: arguments.grdb).map(SQLRow.init)
    }

    func queryOne(_ sql: String, _ arguments: [any SQLConvertible] = []) throws -> SQLRow? {
        try Row.fetchOne(cached(sql), arguments: arguments.grdb).map(SQLRow.init)
    }

    /// Steps over an answer of any length, one row at a time; for counts over hundreds of thousands of rows.
    func forEachRow(
        _ sql: String, _ arguments: [any SQLConvertible] = [], _ body: (SQLStep) throws -> Void
    ) throws {
        let rows = try Row.fetchCursor(cached(sql), arguments: arguments.grdb)
        while let row = try rows.next() { try body(SQLStep(row: row)) }
    }

    fileprivate func cached(_ sql: String) throws -> Statement {
        try connection.cachedStatement(sql: sql)
    }
}

/// A transaction that may change things: everything in it happens, or nothing.
public final class WriteTransaction: ReadTransaction {
    /// Runs a statement and returns how many rows it changed.
    @discardableResult
    func execute(_ sql: String, _ arguments: [any SQLConvertible] = []) throws -> Int {
        do {
            try cached(sql).execute(arguments: arguments.grdb)
        } catch let error as DatabaseError where error.isDuplicate {
            throw StorageError.duplicate(detail: error.message ?? "")
        }
        return connection.changesCount
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

extension [any SQLConvertible] {
    fileprivate var grdb: StatementArguments {
        StatementArguments(map { $0.sql.grdb })
    }
}

extension SQLValue {
    fileprivate var grdb: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let value): value.databaseValue
        case .real(let value): value.databaseValue
        case .text(let value): value.databaseValue
        }
    }
}

/// One row of a long answer, read by position, and only until the next one.
struct SQLStep {
    fileprivate let row: Row

    func text(_ index: Int) throws -> String {
        guard let text = try optionalText(index) else { throw mismatch(index) }
        return text
    }

    func optionalText(_ index: Int) throws -> String? {
        switch value(index).storage {
        case .null: nil
        case .string(let text): text
        default: throw mismatch(index)
        }
    }

    func integer(_ index: Int) throws -> Int {
        guard case .int64(let number) = value(index).storage else { throw mismatch(index) }
        return Int(number)
    }

    private func value(_ index: Int) -> DatabaseValue { row[index] }

    private func mismatch(_ index: Int) -> SQLRowError {
        SQLRowError(column: String(index), found: String(describing: value(index)))
    }
}

extension SQLRow {
    fileprivate init(_ row: Row) {
        var values: [String: SQLValue] = [:]
        for (column, value) in row {
            values[column] =
                switch value.storage {
                case .null, .blob: .null
                case .int64(let number): .integer(number)
                case .double(let number): .real(number)
                case .string(let text): .text(text)
                }
        }
        self.init(values)
    }
}
