import GRDB
import GRDBSQLite

/// A statement of the connection's cache, bound and stepped through SQLite's own calls: a claim of hundreds of posts
/// runs thousands of them, and each value would else be wrapped and unwrapped twice on its way.
///
/// For reading and changing rows alone: transactions and the schema go through GRDB, which has to know of them.
struct PreparedStatement {
    private let connection: GRDB.Database
    private let statement: Statement
    private let handle: OpaquePointer
    private let sql: String

    init(_ sql: String, on connection: GRDB.Database) throws {
        self.connection = connection
        self.sql = sql
        statement = try connection.cachedStatement(sql: sql)
        handle = statement.sqliteStatement
    }

    /// Runs it and calls back with each row, at most `limit` of them.
    func run(_ arguments: [any SQLConvertible], limit: Int = .max, _ take: (PreparedStatement) throws -> Void) throws {
        defer { sqlite3_reset(handle) }
        guard arguments.count == Int(sqlite3_bind_parameter_count(handle)) else {
            throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "wrong number of arguments", sql: sql)
        }
        for (index, argument) in arguments.enumerated() { try bind(argument.sql, at: Int32(index + 1)) }
        var count = 0
        while count < limit {
            switch sqlite3_step(handle) {
            case SQLITE_ROW: try take(self)
            case SQLITE_DONE: return
            // Nothing else interrupts a statement but the end of the task that waits for it.
            case SQLITE_INTERRUPT: throw CancellationError()
            case let code: throw failure(code)
            }
            count += 1
        }
    }

    /// Runs it for its effect.
    func run(_ arguments: [any SQLConvertible]) throws { try run(arguments) { _ in } }

    /// How many rows the last run changed, of whatever statement it was.
    var changes: Int { connection.changesCount }

    private func bind(_ value: SQLValue, at index: Int32) throws {
        let code =
            switch value {
            case .null: sqlite3_bind_null(handle, index)
            case .integer(let number): sqlite3_bind_int64(handle, index, number)
            case .real(let number): sqlite3_bind_double(handle, index, number)
            case .text(var text):
                text.withUTF8 { bytes in
                    bytes.withMemoryRebound(to: CChar.self) { bytes in
                        // A text without bytes is still a text; a null pointer would be NULL.
                        bytes.baseAddress.map { sqlite3_bind_text(handle, index, $0, Int32(bytes.count), copied) }
                            ?? sqlite3_bind_text(handle, index, "", 0, copied)
                    }
                }
            }
        guard code == SQLITE_OK else { throw failure(code) }
    }

    /// Tells SQLite to keep a copy of a text, which is gone before the statement runs (`SQLITE_TRANSIENT`).
    private var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

    private func failure(_ code: Int32) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(sqlite3_db_handle(handle))),
            sql: sql)
    }
}

extension PreparedStatement {
    /// The row it stands on.
    func row() -> SQLRow {
        let count = sqlite3_column_count(handle)
        let columns = SQLColumns.of(sql, count: Int(count)) {
            (0..<count).map { String(cString: sqlite3_column_name(handle, $0)) }
        }
        return SQLRow(columns, (0..<count).map(value))
    }

    /// The bytes of a text of the row it stands on, until its next step; nil where it is none.
    func withBytes<Result>(
        _ column: Int32, _ body: (UnsafeBufferPointer<UInt8>?) throws -> Result
    ) rethrows -> Result {
        guard sqlite3_column_type(handle, column) == SQLITE_TEXT, let text = sqlite3_column_text(handle, column) else {
            return try body(nil)
        }
        return try body(UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(handle, column))))
    }

    func value(_ column: Int32) -> SQLValue {
        switch sqlite3_column_type(handle, column) {
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, column))
        case SQLITE_FLOAT: return .real(sqlite3_column_double(handle, column))
        case SQLITE_TEXT:
            guard let text = sqlite3_column_text(handle, column) else { return .null }
            let bytes = UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(handle, column)))
            return .text(String(decoding: bytes, as: UTF8.self))
        default: return .null
        }
    }
}
