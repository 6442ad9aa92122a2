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

    /// A column that counts people, or says who was meant, and names them instead: "Người tham dự", "Thành phần",
    /// "Danh sách".
    static func ofNames(in rows: [TableRow], columns: [ImportedColumn]) -> RosterFound? {
        let rows = rows.prefix(2000)
        var known: [String: Bool] = [:]
        func isNamed(_ cell: String) -> Bool {
            if let known = known[cell] { return known }
            let isNamed = PersonName.isGiven(in: cell)
            known[cell] = isNamed
            return isNamed
        }
        for column in columns {
            guard let fewest = fewestNames(column) else { continue }
            let cells = rows.map { $0[column.index] }.filter { !ImportedCountReader.isNothing($0) }
            let names = cells.count { cell in
                isNamed(cell)
                    && (column.field != .audience || AudienceGroup.named(in: HeadingText.words(of: cell)).isEmpty)
            }
            guard names >= fewest, fewest == 1 || names * 2 >= cells.count else { continue }
            return RosterFound(roster: column.heading, reason: RosterFound.ofNames(column.heading, names))
        }
        return nil
    }

    /// How many names make a column one of people; nil where names may stand: in places, among speakers.
    private static func fewestNames(_ column: ImportedColumn) -> Int? {
        switch column.field {
        case .place, .organiser, .coHosts, .speakers, .topics, .material, .notes: return nil
        case nil, .ignored:
            // Who signs or answers for a session is left out with the column.
            let words = SearchText.folded(column.heading)
            return peopleWords.contains { " \(words) ".contains(" \($0) ") } ? 1 : nil
        case .classes, .form, .method, .level: return 2
        default: return 1
        }
    }

    private static let peopleWords = [
        "danh sach", "tham du", "tham gia", "thanh phan", "nguoi du", "co mat", "vang mat", "hoc sinh", "hs", "em",
        "chau", "tre", "ten", "ho ten", "thanh vien", "hoi vien", "doan vien",
    ]

    /// Names one below the other beside or below the rows, each on a line of its own; those who sign are two or three.
    static func ofLines(_ lines: [TableRow]) -> RosterFound? {
        let named = lines.filter { row in row.cells.contains { PersonName.isGiven(in: $0) } }
        guard named.count > 3, let first = named.first?.line, let last = named.last?.line else { return nil }
        let lines = "\(first)–\(last)"
        return RosterFound(
            roster: lines,
            reason: Message(
                vi: "Các dòng \(lines) ghi tên người, tức là danh sách từng người. " + RosterFound.remedy.vietnamese,
                en: "The lines \(lines) name people: they are a list of persons. " + RosterFound.remedy.english))
    }

    /// A list of people that has no heading at all.
    static func withoutHeading(_ rows: [TableRow]) -> RosterFound? {
        let rows = rows.prefix(2000)
        let width = rows.map(\.cells.count).max() ?? 0
        for column in 0..<width {
            let cells = rows.map { $0[column] }.filter { $0.contains(where: \.isLetter) }
            let names = cells.count { PersonName.isGiven(in: $0) }
            guard names >= 2, names * 2 >= cells.count else { continue }
            let letters = ColumnName.letters(column)
            return RosterFound(roster: letters, reason: RosterFound.ofNames(letters, names))
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

    /// - Parameter names: how many cells of the column name people; the names themselves are never repeated.
    static func ofNames(_ heading: String, _ names: Int) -> Message {
        Message(
            vi: "Cột “\(heading)” ghi tên người (\(names) ô), tức là danh sách từng người. " + remedy.vietnamese,
            en: "The column “\(heading)” names people (\(names) cells): it is a list of persons. " + remedy.english)
    }

    static let remedy = Message(
        vi: "Loa chỉ nhận số lượt, không nhận danh sách người dự. Chưa nhập và không giữ lại gì; hãy thay tên bằng số "
            + "người rồi nhập lại.",
        en: "Loa takes numbers, never lists of those present. Nothing was imported or kept; put how many they were in "
            + "the place of the names and import again.")

    static func ofPeople(_ heading: String) -> Message {
        Message(
            vi: "Tệp có cột “\(heading)”, tức là danh sách từng người. Loa chỉ nhận số lượt, không nhận danh sách "
                + "người dự. Chưa nhập và không giữ lại gì; hãy cộng thành số rồi xóa cột đó.",
            en: "The file has a column “\(heading)”: it lists single people. Loa takes numbers, never lists of those "
                + "present. Nothing was imported or kept; add them up and delete that column.")
    }
}
