public import Outreach

/// The database as plain tables of plain values, for an export that any program can read.
extension ReadTransaction {
    /// Tables that are not taken along: they hold secrets, hashes of secrets, what only this machine is good for, or
    /// what is worked out from other tables.
    private static let kept: Set<String> = [
        "passwords", "web_sessions", "log_in_links", "log_in_failures", "api_tokens", "feeds", "keyed_requests",
        "received_pushes", "host_states", "activity_months", "activity_kinds", "grdb_migrations",
    ]

    /// The tables of an export by name.
    public func exportedTables() throws -> [String] {
        try query("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").map { try $0.text("name") }
            .filter { name in
                !name.hasPrefix("sqlite_") && !name.hasPrefix("library_search")
                    && !ReadTransaction.kept.contains(name)
            }
    }

    /// The newest step of the schema, by its name.
    public func schemaVersion() throws -> String {
        try query("SELECT identifier FROM grdb_migrations").map { try $0.text("identifier") }
            .max { (Int($0) ?? 0) < (Int($1) ?? 0) } ?? ""
    }

    /// The next rows of a table in the order they were written, each as one JSON object on a line; nil behind the last.
    ///
    /// - Parameter position: where the rows begin; moved on.
    public func exportedLines(of table: String, after position: inout Int) throws -> (lines: [UInt8], rows: Int)? {
        let columns = try self.columns(of: table)
        let rows = try query(
            "SELECT rowid AS loa_position, * FROM \(table) WHERE rowid > ? ORDER BY rowid LIMIT 1000", [position])
        guard !rows.isEmpty else { return nil }
        var lines: [UInt8] = []
        var count = 0
        for row in rows {
            position = try row.integer("loa_position")
            // What is true of this very folder is not true of another.
            if table == "workspace", try ["instance", "known-until"].contains(row.text("key")) { continue }
            let members = try columns.map { JSONMember($0, try row.plain($0)) }
            lines += JSONValue.object(members).bytes
            lines.append(UInt8(ascii: "\n"))
            count += 1
        }
        return (lines, count)
    }

    func columns(of table: String) throws -> [String] {
        try query("SELECT name FROM pragma_table_info(?) ORDER BY cid", [table]).map { try $0.text("name") }
    }
}

extension WriteTransaction {
    /// Takes in rows of an export.
    ///
    /// - Throws: ``TransferError`` for tables and columns this program does not know.
    public func importLine(_ line: JSONValue, into table: String, known: ImportedTable) throws {
        guard case .object(let members) = line else { throw TransferError.notARow(table: table) }
        for member in members where !known.columns.contains(member.name) {
            throw TransferError.unknownColumn(table: table, column: member.name)
        }
        let names = members.map { "\"\($0.name)\"" }.joined(separator: ", ")
        let marks = members.map { _ in "?" }.joined(separator: ", ")
        try execute(
            "INSERT INTO \(table) (\(names)) VALUES (\(marks))", try members.map { try SQLValue(plain: $0.value) })
    }

    /// A table that an export may fill, looked up once and emptied: a new database has rows of its own in some, and
    /// what is taken into one table may have written into another.
    public func importedTable(_ name: String) throws -> ImportedTable {
        guard try exportedTables().contains(name) else { throw TransferError.unknownTable(name) }
        try execute("DELETE FROM \(name)")
        return ImportedTable(columns: Set(try columns(of: name)))
    }

    /// Rows refer to rows of tables that come later; they are checked when all are there.
    public func checkReferencesAtEnd() throws { try execute("PRAGMA defer_foreign_keys = ON") }

    /// Works out what an export leaves out: the search, and the months that have visits through links, which came in
    /// before the links did.
    public func finishTransfer() throws {
        try fillLibrarySearch()
        try execute(SchemaVersion16.countedAnew)
    }
}

/// The columns of a table that rows are taken into.
public struct ImportedTable: Sendable {
    let columns: Set<String>
}

/// Why an export does not fit this program.
public enum TransferError: ReadableError, Hashable {
    case unknownTable(String)
    case unknownColumn(table: String, column: String)
    case notARow(table: String)

    public var message: Message {
        switch self {
        case .unknownTable(let table):
            Message(
                vi: "Bản xuất có bảng “\(table)” mà Loa này không biết. Chưa nhập gì; dùng bản Loa mới hơn.",
                en: "The export has a table “\(table)” this Loa does not know. Nothing was imported; use a newer one.")
        case .unknownColumn(let table, let column):
            Message(
                vi: "Bảng “\(table)” của bản xuất có cột “\(column)” mà Loa này không biết. Chưa nhập gì.",
                en: "The table “\(table)” has a column “\(column)” this Loa does not know. Nothing was imported.")
        case .notARow(let table):
            Message(
                vi: "Bảng “\(table)” có dòng không phải một đối tượng JSON. Chưa nhập gì.",
                en: "The table “\(table)” has a line that is no JSON object. Nothing was imported.")
        }
    }
}

extension SQLRow {
    fileprivate func plain(_ column: String) throws -> JSONValue {
        switch try value(of: column) {
        case .null: .null
        case .integer(let number): .number(String(number))
        case .real(let number): .number("\(number)")
        case .text(let text): .string(text)
        }
    }
}

extension SQLValue {
    fileprivate init(plain value: JSONValue) throws {
        switch value {
        case .null: self = .null
        case .bool(let flag): self = .integer(flag ? 1 : 0)
        case .string(let text): self = .text(text)
        case .number(let digits):
            if let number = Int64(digits) {
                self = .integer(number)
            } else if let number = Double(digits) {
                self = .real(number)
            } else {
                self = .null
            }
        case .array, .object: self = .text(value.description)
        }
    }
}
