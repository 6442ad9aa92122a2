import Documents
public import Outreach

/// Lists of people are not for Loa: a file that has one is turned away as a whole, and nothing of it is kept.
enum RosterSearch {
    /// - Parameters:
    ///   - rows: every line of the file, for a list of names may stand below the numbers.
    ///   - columns: those that may hold anything: not the ones known to hold places, days, units.
    static func found(
        in rows: [TableRow], columns: [(index: Int, heading: String)], data: [TableRow], today: Day
    ) -> RosterFound? {
        if let heading = columns.first(where: { headings.contains(SearchText.folded($0.heading)) })?.heading {
            return RosterFound(roster: heading, reason: RosterFound.ofPeople(heading))
        }
        let refusal = RosterCheck.refusal(
            header: columns.map(\.heading), rows: data.prefix(2000).map { row in columns.map { row[$0.index] } },
            today: today)
        if let refusal { return RosterFound(roster: refusal.column, reason: refusal.message) }
        // The same places and words stand in many rows.
        var others: Set<String> = []
        func isHeading(_ cell: String) -> Bool {
            // Numbers and days, which every row has other ones of: no heading of a roster begins with a digit.
            if let first = cell.utf8.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) { return false }
            guard !others.contains(cell) else { return false }
            if headings.contains(SearchText.folded(cell)) { return true }
            others.insert(cell)
            return false
        }
        for row in rows {
            let cells = row.cells.filter { !$0.isEmpty && $0.utf8.count <= 60 }
            guard cells.count > 1, let name = cells.first(where: isHeading) else { continue }
            return RosterFound(roster: name, reason: RosterFound.ofPeople(name))
        }
        return nil
    }

    /// A list whose rows are one person each, whatever its headings say: most rows count one turn or none, and most
    /// cells of a column are names of persons. A column of schools that are named for persons has many turns a row.
    ///
    /// - Parameters:
    ///   - columns: those that hold words.
    ///   - amounts: the columns of turns.
    static func ofSinglePeople(
        in rows: [TableRow], columns: [(index: Int, heading: String)], amounts: [Int]
    ) -> RosterFound? {
        let rows = rows.prefix(2000)
        let single = rows.count { row in
            amounts.allSatisfy { ["", "0", "1", "x", "-"].contains(row[$0].trimmed.lowercased()) }
        }
        guard !rows.isEmpty, single * 5 >= rows.count * 3 else { return nil }
        for column in columns {
            let cells = rows.map { $0[column.index].trimmed }.filter { !$0.isEmpty }
            let names = cells.count { PersonName.isLikely($0) }
            guard names >= 2, names * 5 >= cells.count * 3 else { continue }
            return RosterFound(roster: column.heading, reason: RosterFound.ofPeople(column.heading))
        }
        return nil
    }

    /// Folded as ``SearchText`` folds them.
    static let headings: Set<String> = [
        "ho va ten", "ho ten", "ho va ten hoc sinh", "ho ten hoc sinh", "ten hoc sinh", "ten tre", "ho ten tre",
        "ho va ten tre", "ho va ten hs", "ho ten hs", "ten hs", "ho va ten em", "ho ten cac em", "full name",
        "pupil name", "child name", "student name", "ngay sinh", "ngay thang nam sinh", "nam sinh", "date of birth",
        "cccd", "cmnd", "so cccd", "so dinh danh", "can cuoc", "ma hoc sinh", "ma dinh danh", "ho ten cha",
        "ho ten me", "ho ten phu huynh", "ho va ten phu huynh", "ho va ten cha", "ho va ten me", "ho dem", "ten em",
        "danh sach hoc sinh",
    ]
}

/// The column that makes a file a list of people, and why.
public struct RosterFound: Sendable, Hashable {
    public let roster: String
    public let reason: Message

    static func ofPeople(_ heading: String) -> Message {
        Message(
            vi: "Tệp có cột “\(heading)”, tức là danh sách từng người. Loa chỉ nhận số lượt, không nhận danh sách "
                + "người dự. Chưa nhập và không giữ lại gì; hãy cộng thành số rồi xóa cột đó.",
            en: "The file has a column “\(heading)”: it lists single people. Loa takes numbers, never lists of those "
                + "present. Nothing was imported or kept; add them up and delete that column.")
    }
}
