public import Documents
public import Outreach

/// What importing a list of sessions found, did or would do. With any error, or with a list of people, nothing was
/// imported.
public struct SessionImportReport: Sendable {
    /// How the file was written; nil where it could not be read at all.
    public var format: TableFormat?
    public var titles: [String] = []
    public var columns: [ImportedColumn] = []
    /// What is new and counts, with the rows it came from.
    public var sessions: [Session] = []
    public var rows: [Int] = []
    /// Sums over those sessions, by column.
    public var totals: [ColumnTotal] = []
    /// What the file's own lines of totals say, beside the sums over all its rows.
    public var statedTotals: [StatedTotal] = []
    public var duplicates: [DuplicateRow] = []
    public var errors: [ImportMistake] = []
    public var refused: RosterFound?
    /// Lines that are neither rows nor totals.
    public var skipped: [TableRow] = []
    /// What was taken for granted, and what a person should look at.
    public var remarks: [Message] = []
    /// New sessions on a day and at a place where one is logged that may be the same, said otherwise: their row, and its
    /// turns.
    public var alike: [Int: Int] = [:]

    public init() {}

    public var turns: Int { sessions.reduce(0) { $0 + $1.turns } }

    /// Whether everything in the file can be imported, or was.
    public var isSound: Bool { errors.isEmpty && refused == nil }

    /// Totals of the file that differ from what its rows add up to.
    public var wrongTotals: [StatedTotal] { statedTotals.filter { $0.stated != $0.sum } }
}

/// The sum of a column.
public struct ColumnTotal: Sendable, Hashable {
    public let column: String
    public let sum: Int
}

/// A number in a line of totals, and what the rows it stands for add up to.
public struct StatedTotal: Sendable, Hashable {
    public let row: Int
    public let column: String
    public let stated: Int
    public let sum: Int
}

/// A row that is there already and was left out.
public struct DuplicateRow: Sendable, Hashable {
    public enum Original: Sendable, Hashable {
        /// An earlier row of the same file.
        case row(Int)
        case session(Identifier<Session>)
        /// A session that was withdrawn, and stays so whatever lists say.
        case withdrawn(Identifier<Session>)
        /// A session that another unit logged and that both held: it counts once, for its owner.
        case heldTogether(Identifier<Session>, owner: Slug)
    }

    public let row: Int
    public let original: Original
    public let session: Session
}
