import Synchronization

/// Where each column of an answer stands, by its name; shared by all rows of all answers to the same statement.
final class SQLColumns: Sendable {
    private let places: [String: Int]
    private let count: Int

    private init(_ names: [String]) {
        count = names.count
        places = Dictionary(names.enumerated().map { ($1, $0) }) { _, last in last }
    }

    subscript(_ name: String) -> Int? { places[name] }

    /// - Parameter names: asked for where the statement is new, or another schema has given it other columns.
    static func of(_ sql: String, count: Int, names: () -> [String]) -> SQLColumns {
        if let known = known.withLock({ $0[sql] }), known.count == count { return known }
        let columns = SQLColumns(names())
        known.withLock { known in
            // Statements with lists of other lengths are others; they must not pile up.
            if known.count >= 1000 { known = [:] }
            known[sql] = columns
        }
        return columns
    }

    private static let known = Mutex<[String: SQLColumns]>([:])
}
