import Outreach

/// A value as SQL databases exchange it: what SQLite and PostgreSQL have in common.
public enum SQLValue: Sendable, Hashable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)

    var integer: Int64? { if case .integer(let value) = self { value } else { nil } }
    var text: String? { if case .text(let value) = self { value } else { nil } }
}

/// What can stand behind a `?` of a statement.
protocol SQLConvertible {
    var sql: SQLValue { get }
}

extension SQLValue: SQLConvertible {
    var sql: SQLValue { self }
}

extension String: SQLConvertible {
    var sql: SQLValue { .text(self) }
}

extension Int: SQLConvertible {
    var sql: SQLValue { .integer(Int64(self)) }
}

extension Int64: SQLConvertible {
    var sql: SQLValue { .integer(self) }
}

extension Bool: SQLConvertible {
    var sql: SQLValue { .integer(self ? 1 : 0) }
}

extension Double: SQLConvertible {
    var sql: SQLValue { .real(self) }
}

extension Instant: SQLConvertible {
    var sql: SQLValue { .integer(milliseconds) }
}

extension Day: SQLConvertible {
    var sql: SQLValue { .text(description) }
}

extension TimeOfDay: SQLConvertible {
    var sql: SQLValue { .text(description) }
}

extension Slug: SQLConvertible {
    var sql: SQLValue { .text(description) }
}

extension ContentHash: SQLConvertible {
    var sql: SQLValue { .text(description) }
}

extension Identifier: SQLConvertible {
    var sql: SQLValue { .text(description) }
}

extension Zone: SQLConvertible {
    var sql: SQLValue { .text(name) }
}

extension Optional: SQLConvertible where Wrapped: SQLConvertible {
    /// Spelled out: a key path over a type that is not known here is made anew each time, at the cost of the whole row.
    var sql: SQLValue {
        switch self {
        case .none: .null
        case .some(let value): value.sql
        }
    }
}

extension RawRepresentable where RawValue == String {
    var sql: SQLValue { .text(rawValue) }
}
