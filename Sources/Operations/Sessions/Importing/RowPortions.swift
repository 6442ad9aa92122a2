import Documents
import Foundation
import Outreach

/// Reads the rows of a list on all cores at once, each core a portion; what comes out is in the order of the rows.
struct RowPortions {
    /// What came out of a portion.
    struct Portion: Sendable {
        var rows: [ReadRow] = []
        var mistakes: [ImportMistake] = []
        var assumptions = ImportAssumptions()
    }

    /// Fewer are read before another core has begun.
    private static let fewest = 2000

    private let rows: [TableRow]
    private let reader: SessionRowReader
    private let isText: Bool
    private let today: Day
    private let makeID: @Sendable () -> Identifier<Session>
    /// How many columns there are, and how many a row needs so that none of its numbers is missing.
    private let width: Int
    private let needed: Int

    /// - Parameter isText: whether a stray delimiter may have moved cells.
    init(
        _ rows: [TableRow], reader: SessionRowReader, isText: Bool, today: Day,
        makeID: @escaping @Sendable () -> Identifier<Session>
    ) {
        self.rows = rows
        self.reader = reader
        self.isText = isText
        self.today = today
        self.makeID = makeID
        width = (reader.columns.map(\.index).max() ?? 0) + 1
        needed = (reader.amountColumns.map(\.index).max() ?? 0) + 1
    }

    func read() -> [Portion] {
        let cores = ProcessInfo.processInfo.activeProcessorCount
        let length = max(RowPortions.fewest, (rows.count + cores - 1) / cores)
        return rows.portions(of: length).concurrentMap { read($0) }
    }

    private func read(_ rows: ArraySlice<TableRow>) -> Portion {
        var reader = reader
        var portion = Portion()
        portion.rows.reserveCapacity(rows.count)
        for row in rows {
            if isText, let mistake = uneven(row) {
                portion.mistakes.append(mistake)
                continue
            }
            var read = reader.read(row, id: makeID())
            if let session = read.session {
                read.mistakes = session.mistakes(row, today: today, by: reader)
            }
            portion.mistakes += read.mistakes
            portion.rows.append(read)
        }
        portion.assumptions = reader.assumptions
        return portion
    }

    /// A text row with cells too many, or without cells that hold numbers: a stray delimiter has moved them.
    private func uneven(_ row: TableRow) -> ImportMistake? {
        let used = (row.cells.lastIndex { !$0.isEmpty } ?? -1) + 1
        guard used > width || row.cells.count < needed else { return nil }
        return ImportMistake(
            row: row.line, column: nil,
            reason: Message(
                vi: "Dòng có \(row.cells.count) ô, tiêu đề có \(width) cột; có thể thừa hoặc thiếu dấu ngăn cột.",
                en:
                    "The row has \(row.cells.count) cells, the heading \(width); a delimiter may be missing or too many."
            ))
    }
}

extension Session {
    /// What keeps the session from being counted, at the columns that are to blame.
    fileprivate func mistakes(_ row: TableRow, today: Day, by reader: SessionRowReader) -> [ImportMistake] {
        let found =
            problems(today: today, helpLines: reader.vocabulary.helpLines)
            + problems(in: reader.vocabulary.tree, levelOfPlace: { reader.levelOfSchool(at: $0) })
        return found.map { problem in
            let field = problem.field
            let column = reader.columns.first { column in
                switch column.field {
                case .day: field == "day"
                case .place: field == "place"
                case .minutes: field == "minutes"
                case .notes: field == "notes"
                case .turns: field.hasPrefix("attendance")
                case .handout: field.hasPrefix("handouts")
                case .cost: field == "cost"
                case .identifier: field == "id"
                case .speakers: field == "speakers"
                case .level: field == "level"
                default: false
                }
            }
            let reason = problem.message { id in reader.vocabulary.audiences.first { $0.id == id }?.name }
            return ImportMistake(row: row.line, column: column?.heading, reason: reason)
        }
    }
}
