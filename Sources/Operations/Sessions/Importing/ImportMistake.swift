public import Outreach

/// What is wrong with one cell, or with a whole row, of a file.
public struct ImportMistake: Sendable, Hashable {
    /// The line of the file, counted from 1; nil where the file as a whole is meant.
    public let row: Int?
    /// The heading of the column; nil where the row as a whole is meant.
    public let column: String?
    public let reason: Message

    public init(row: Int?, column: String?, reason: Message) {
        self.row = row
        self.column = column
        self.reason = reason
    }

    /// As editors and compilers write it: `file:7: Số lượt: …`.
    public func message(file: String) -> Message {
        let place = row.map { "\(file):\($0)" } ?? file
        let column = column.map { "\($0): " } ?? ""
        return Message(
            vi: "\(place): \(column)\(reason.vietnamese)", en: "\(place): \(column)\(reason.english)")
    }
}
