import Documents
public import Outreach

/// Lists of people are not for Loa: a table that has columns about single people is turned away as a whole, before a
/// row of it is read.
enum PersonColumns {
    /// Folded as ``SearchText`` folds them.
    private static let headings: Set<String> = [
        "ho va ten", "ho ten", "ho va ten hoc sinh", "ho ten hoc sinh", "ten hoc sinh", "ten tre", "ho ten tre",
        "ho va ten tre", "full name", "pupil name", "child name", "ngay sinh", "nam sinh", "ngay thang nam sinh",
        "date of birth", "cccd", "cmnd", "so cccd", "so dinh danh", "can cuoc", "ma hoc sinh", "so dien thoai",
        "dien thoai", "phone", "ho ten cha", "ho ten me", "ho ten phu huynh",
    ]

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

    public var message: Message {
        switch self {
        case .roster(let heading):
            Message(
                vi: "Tệp có cột “\(heading)”, tức là danh sách từng người. Loa chỉ nhận số lượt, không nhận danh sách "
                    + "người dự. Chưa nhập và không giữ lại gì; hãy cộng thành số rồi xóa cột đó.",
                en:
                    "The file has a column “\(heading)”: it lists single people. Loa takes numbers, never lists of those "
                    + "present. Nothing was imported or kept; add them up and delete that column.")
        }
    }
}
