/// What a label of the library says of materials.
///
/// A report meets few materials of a large library, and those are looked up one by one; once they are many, all of them
/// are read at once.
struct MaterialLabels {
    private let tx: ReadTransaction
    private let condition: String
    private let arguments: [String]
    /// By material, what was looked up.
    private var known: [String: String?] = [:]
    /// By material, once all were read.
    private var all: [String: String]?

    private static let most = 500

    /// - Parameter values: those of interest; empty for any.
    init(_ label: String, values: [String] = [], in tx: ReadTransaction) {
        self.tx = tx
        let marks = values.map { _ in "?" }.joined(separator: ", ")
        condition = "l.label = ?" + (values.isEmpty ? "" : " AND l.value IN (\(marks))")
        arguments = [label] + values
    }

    /// The value; nil where the material has none of interest.
    mutating func value(of material: String) throws -> String? {
        if let all { return all[material] }
        if let found = known[material] { return found }
        guard known.count < MaterialLabels.most else {
            let read = try readAll()
            all = read
            return read[material]
        }
        let found = try tx.queryOne(
            """
            SELECT l.value FROM library_entries e JOIN library_labels l ON l.entry = e.id
            WHERE \(condition) AND e.material = ? LIMIT 1
            """, arguments + [material])?.text("value")
        known[material] = .some(found)
        return found
    }

    private func readAll() throws -> [String: String] {
        var read: [String: String] = [:]
        try tx.forEachRow(
            """
            SELECT e.material, l.value FROM library_labels l JOIN library_entries e ON e.id = l.entry
            WHERE \(condition)
            """, arguments
        ) { read[try $0.text(0)] = try $0.text(1) }
        return read
    }
}
