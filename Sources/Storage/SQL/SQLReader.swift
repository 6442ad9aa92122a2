import Outreach

/// Reads one row from its first column to its last, each as exactly the type asked for: for answers of many rows with
/// many columns, where looking each up by its name costs more than reading it.
struct SQLReader {
    private let row: SQLStep
    private var place = 0

    init(_ row: SQLStep) {
        self.row = row
    }

    private mutating func next() -> Int {
        defer { place += 1 }
        return place
    }

    mutating func text() throws -> String { try row.text(next()) }

    mutating func optionalText() throws -> String? { try row.optionalText(next()) }

    mutating func integer() throws -> Int { try row.integer(next()) }

    mutating func instant() throws -> Instant { Instant(milliseconds: Int64(try integer())) }

    mutating func optionalInstant() throws -> Instant? {
        let column = next()
        return row.isNull(column) ? nil : Instant(milliseconds: Int64(try row.integer(column)))
    }

    /// Text read through a type's own parser.
    mutating func parsed<Value: LosslessStringConvertible>() throws -> Value {
        let column = next()
        guard let value = Value(try row.text(column)) else { throw row.mismatch(column) }
        return value
    }

    mutating func optionalParsed<Value: LosslessStringConvertible>() throws -> Value? {
        let column = next()
        guard let text = try row.optionalText(column) else { return nil }
        guard let value = Value(text) else { throw row.mismatch(column) }
        return value
    }

    mutating func word<Word: RawRepresentable>() throws -> Word where Word.RawValue == String {
        let column = next()
        guard let word = Word(rawValue: try row.text(column)) else { throw row.mismatch(column) }
        return word
    }

    mutating func zone() throws -> Zone {
        let column = next()
        guard let zone = Zone(try row.text(column)) else { throw row.mismatch(column) }
        return zone
    }

    /// A list stored as JSON text; most lists are empty, and an empty one needs no parser.
    mutating func list<Element: Decodable>() throws -> [Element] {
        let text = try text()
        return text == "[]" ? [] : try JSONText.decode([Element].self, from: text)
    }

    mutating func optionalJSON<Value: Decodable>() throws -> Value? {
        try optionalText().map { try JSONText.decode(Value.self, from: $0) }
    }
}
