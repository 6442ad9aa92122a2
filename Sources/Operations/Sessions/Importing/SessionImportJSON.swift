import Documents
public import Outreach

/// What importing a list of sessions found, for programs: the command and the API answer the same.
public struct SessionImportJSON: Encodable, Sendable {
    struct Column: Encodable, Sendable {
        let heading: String
        /// Nil where nobody knows.
        let field: OrNull<String>
        let isMapped: Bool
    }

    struct Total: Encodable, Sendable {
        let row: Int
        let column: String
        let stated: Int
        let sum: Int
        let differs: Bool
    }

    struct Duplicate: Encodable, Sendable {
        let row: Int
        /// `file` or `database`.
        let foundIn: String
        let ofRow: Int?
        let ofSession: String?
        let day: Day
        let place: String
        let turns: Int
    }

    struct Mistake: Encodable, Sendable {
        let row: OrNull<Int>
        let column: OrNull<String>
        let reason: String
    }

    struct Refused: Encodable, Sendable {
        let roster: String
        let reason: String
    }

    /// A row that counts although a session of another number of turns is logged for that day, place and form.
    struct Alike: Encodable, Sendable {
        let row: Int
        let loggedTurns: Int
    }

    struct Skipped: Encodable, Sendable {
        let row: Int
        let text: String
    }

    let file: String
    let dryRun: Bool
    let encoding: OrNull<String>
    let delimiter: OrNull<String>
    let sheet: OrNull<String>
    let format: OrNull<String>
    let columns: [Column]
    let sessions: [Session]
    let turns: Int
    let totals: [String: Int]
    let statedTotals: [Total]
    let duplicates: [Duplicate]
    let alike: [Alike]
    let errors: [Mistake]
    let refused: OrNull<Refused>
    let skipped: [Skipped]
    let remarks: [String]

    public init(_ report: SessionImportReport, file: String, isTrial: Bool, _ language: Language) {
        self.file = file
        dryRun = isTrial
        encoding = OrNull(report.format?.delimited.map { $0.legacyFont?.rawValue ?? $0.encoding.rawValue })
        delimiter = OrNull(report.format?.delimited?.delimiter.rawValue)
        sheet = OrNull(report.format?.workbook?.sheet)
        format = OrNull(report.format?.description(language))
        columns = report.columns.map {
            Column(heading: $0.heading, field: OrNull($0.field?.description), isMapped: $0.isMapped)
        }
        sessions = report.sessions
        turns = report.turns
        totals = Dictionary(report.totals.map { ($0.column, $0.sum) }) { $0 + $1 }
        statedTotals = report.statedTotals.map {
            Total(row: $0.row, column: $0.column, stated: $0.stated, sum: $0.sum, differs: $0.stated != $0.sum)
        }
        duplicates = report.duplicates.map(Duplicate.init)
        alike = report.alike.sorted { $0.key < $1.key }.map { Alike(row: $0.key, loggedTurns: $0.value) }
        errors = report.errors.map {
            Mistake(row: OrNull($0.row), column: OrNull($0.column), reason: $0.reason(language))
        }
        refused = OrNull(report.refused.map { Refused(roster: $0.roster, reason: $0.reason(language)) })
        skipped = report.skipped.map { row in
            Skipped(row: row.line, text: row.cells.filter { !$0.isEmpty }.joined(separator: " · "))
        }
        remarks = report.remarks.map { $0(language) }
    }
}

extension SessionImportJSON.Duplicate {
    fileprivate init(_ duplicate: DuplicateRow) {
        row = duplicate.row
        day = duplicate.session.day
        place = duplicate.session.place
        turns = duplicate.session.turns
        switch duplicate.original {
        case .row(let line): (foundIn, ofRow, ofSession) = ("file", line, nil)
        case .session(let id), .heldTogether(let id, _): (foundIn, ofRow, ofSession) = ("database", nil, id.description)
        case .withdrawn(let id): (foundIn, ofRow, ofSession) = ("withdrawn", nil, id.description)
        }
    }
}

/// A value that programs find under its name also where there is none.
struct OrNull<Value: Encodable & Sendable>: Encodable, Sendable {
    private let value: Value?

    init(_ value: Value?) { self.value = value }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let value { try container.encode(value) } else { try container.encodeNil() }
    }
}
