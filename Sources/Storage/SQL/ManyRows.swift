extension WriteTransaction {
    /// So many rows go in by one statement; what is left over in smaller ones, so that few statements are kept ready.
    private static let portions = [64, 8, 1]

    /// Adds rows to a table, many by one statement. SQLite makes ready for every statement that sets off a trigger to take
    /// back that statement alone, which costs more than the row itself does.
    func insert(into table: String, _ columns: [String], _ rows: [[any SQLConvertible]]) throws {
        let marks = "(" + columns.map { _ in "?" }.joined(separator: ", ") + ")"
        let head = "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES "
        var rest = rows[...]
        for count in WriteTransaction.portions where rest.count >= count {
            let statement = head + repeatElement(marks, count: count).joined(separator: ", ")
            while rest.count >= count {
                try execute(statement, rest.prefix(count).flatMap(\.self))
                rest = rest.dropFirst(count)
            }
        }
    }
}
