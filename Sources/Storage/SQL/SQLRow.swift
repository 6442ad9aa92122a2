import Outreach

/// One row of an answer, read by column name as exactly the type asked for.
struct SQLRow {
    private let columns: SQLColumns
    private let values: [SQLValue]

    init(_ columns: SQLColumns, _ values: [SQLValue]) {
        self.columns = columns
        self.values = values
    }

    /// The value as it is stored.
    func value(of column: String) throws -> SQLValue { try value(column) }

    private func value(_ column: String) throws -> SQLValue {
        guard let place = columns[column] else { throw SQLRowError(column: column, found: "no such column") }
        return values[place]
    }

    func isNull(_ column: String) throws -> Bool { try value(column) == .null }

    func text(_ column: String) throws -> String {
        guard case .text(let text) = try value(column) else { throw mismatch(column) }
        return text
    }

    func integer(_ column: String) throws -> Int {
        guard case .integer(let number) = try value(column) else { throw mismatch(column) }
        return Int(number)
    }

    func boolean(_ column: String) throws -> Bool { try integer(column) != 0 }

    func instant(_ column: String) throws -> Instant { Instant(milliseconds: Int64(try integer(column))) }

    /// Text read through a type's own parser: slugs, days, hashes, ids.
    func parsed<Value: LosslessStringConvertible>(_ column: String, as _: Value.Type = Value.self) throws -> Value {
        guard let value = Value(try text(column)) else { throw mismatch(column) }
        return value
    }

    func word<Word: RawRepresentable>(_ column: String, as _: Word.Type = Word.self) throws -> Word
    where Word.RawValue == String {
        guard let word = Word(rawValue: try text(column)) else { throw mismatch(column) }
        return word
    }

    func zone(_ column: String) throws -> Zone {
        guard let zone = Zone(try text(column)) else { throw mismatch(column) }
        return zone
    }

    /// The column through `read`, or nil where it is NULL.
    func optional<Value>(_ column: String, _ read: (SQLRow) -> (String) throws -> Value) throws -> Value? {
        try isNull(column) ? nil : try read(self)(column)
    }

    func optionalParsed<Value: LosslessStringConvertible>(
        _ column: String, as type: Value.Type = Value.self
    ) throws -> Value? {
        try isNull(column) ? nil : try parsed(column, as: type)
    }

    func optionalWord<Word: RawRepresentable>(_ column: String, as type: Word.Type = Word.self) throws -> Word?
    where Word.RawValue == String {
        try isNull(column) ? nil : try word(column, as: type)
    }

    /// A value stored as JSON text.
    func json<Value: Decodable>(_ column: String, as type: Value.Type = Value.self) throws -> Value {
        try JSONText.decode(type, from: try text(column))
    }

    /// A list stored as JSON text; most lists are empty, and an empty one needs no parser.
    func list<Element: Decodable>(_ column: String) throws -> [Element] {
        let text = try text(column)
        return text == "[]" ? [] : try JSONText.decode([Element].self, from: text)
    }

    func optionalJSON<Value: Decodable>(_ column: String, as type: Value.Type = Value.self) throws -> Value? {
        try isNull(column) ? nil : try json(column, as: type)
    }

    private func mismatch(_ column: String) -> SQLRowError {
        SQLRowError(column: column, found: columns[column].map { String(describing: values[$0]) } ?? "nothing")
    }
}

/// A stored value that is not what the schema promises: the file was changed from outside or by a newer program.
struct SQLRowError: Error {
    let column: String
    let found: String
}
