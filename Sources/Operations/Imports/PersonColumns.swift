import Documents
public import Outreach

/// Lists of people are not for Loa: a table that has columns about single people is turned away as a whole, before a
/// row of it is read.
enum PersonColumns {
    /// Numbers of single people, which a list of sessions may hold for an office; folded as ``SearchText`` folds them.
    private static let headings = RosterSearch.headings.union(["so dien thoai", "dien thoai", "phone"])

    /// - Throws: ``ImportError/roster(heading:)``, or `RosterRefusal` for a table whose cells give it away.
    static func refuse(_ table: Table, today: Day) throws {
        let header = table.header.cells
        if let refusal = RosterCheck.refusal(header: header, rows: table.rows.map(\.cells), today: today) {
            throw refusal
        }
        if let heading = header.first(where: { headings.contains(SearchText.folded($0)) }) {
            throw ImportError.roster(heading: heading)
        }
    }
}

extension Workspace {
    /// The one way a table comes in, whatever it is a table of.
    ///
    /// - Throws: ``ImportError/roster(heading:)`` or `RosterRefusal` for a list of people, `TableError`.
    func readImport(_ bytes: [UInt8], expecting columns: [TableColumn]) throws -> Table {
        let table = try TableFile.read(bytes, expecting: columns)
        try PersonColumns.refuse(table, today: today)
        return table
    }
}

/// Why a whole file was not imported; nothing of it was kept.
public enum ImportError: ReadableError, Hashable {
    case roster(heading: String)
    /// A column of days under a heading that is not known for them.
    case dayNotUnderstood(heading: String)

    public var message: Message {
        switch self {
        case .roster(let heading): RosterFound.ofPeople(heading)
        case .dayNotUnderstood(let heading):
            Message(
                vi: "Cột “\(heading)” có ngày nhưng không rõ là ngày gì, nên chưa nhập gì. Nếu là ngày đọc số, đổi "
                    + "tiêu đề cột thành “Ngày”; nếu không, bỏ cột ấy rồi nhập lại.",
                en: "The column “\(heading)” holds days, and it is not clear of what; nothing was imported. If the "
                    + "figures were read then, name the column “Date”; else leave it out. Then import again.")
        }
    }
}
