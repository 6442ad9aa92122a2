import Outreach

/// A name as a row says it: whom it means depends on the unit whose row it is and on the day.
struct NameAsked: Hashable {
    let name: String
    let unit: Slug
    let day: Day
}

/// The units that a cell of co-hosts names, and the words that name none, or several.
struct NamedCoHosts {
    private(set) var units: [Slug] = []
    private(set) var unclear: [UnclearCoHosts.Name] = []

    init() {}

    init(_ words: String, _ found: [Slug]) {
        if found.count == 1 {
            units = found
        } else {
            unclear = [UnclearCoHosts.Name(words: words, isOfSeveral: !found.isEmpty)]
        }
    }

    mutating func add(_ other: NamedCoHosts) {
        units += other.units
        unclear += other.unclear
    }
}

/// Co-hosts that a list names in words nobody can tell the unit by. A session that its co-host hands in as well counts
/// twice where neither names the other, so each is said with its rows.
struct UnclearCoHosts {
    struct Name: Hashable {
        let words: String
        /// Whether several units are called so, and not none.
        let isOfSeveral: Bool
    }

    private struct Rows {
        var first: [Int] = []
        var count = 0
    }

    /// So many rows of a name, and so many names, are shown.
    private static let most = 12

    private var rows: [Name: Rows] = [:]

    mutating func note(_ name: Name, row: Int) { add(Rows(first: [row], count: 1), to: name) }

    static func + (left: UnclearCoHosts, right: UnclearCoHosts) -> UnclearCoHosts {
        var sum = left
        for (name, rows) in right.rows { sum.add(rows, to: name) }
        return sum
    }

    private mutating func add(_ more: Rows, to name: Name) {
        var known = rows[name] ?? Rows()
        known.first = Array((known.first + more.first).sorted().prefix(UnclearCoHosts.most))
        known.count += more.count
        rows[name] = known
    }

    var remarks: [Message] {
        let ordered = rows.sorted { ($0.value.first[0], $0.key.words) < ($1.value.first[0], $1.key.words) }
        let rest = ordered.count - UnclearCoHosts.most
        return ordered.prefix(UnclearCoHosts.most).map { UnclearCoHosts.remark($0.key, $0.value) }
            + (rest <= 0
                ? []
                : [
                    Message(
                        vi: "Mục phối hợp còn \(rest) tên khác không rõ đơn vị nào; các tên đó giữ trong ghi chú.",
                        en: "\(rest) more names of co-hosts are of no unit that is known; they are kept in the notes.")
                ])
    }

    private static func remark(_ name: Name, _ rows: Rows) -> Message {
        let words = CellQuote(name.words)
        let numbers = rows.first.map(String.init).joined(separator: ", ")
        let others = rows.count - rows.first.count
        return Message(
            vi: "Dòng \(numbers)\(others > 0 ? " và \(others) dòng khác" : ""): mục phối hợp ghi \(words.vietnamese), "
                + (name.isOfSeveral
                    ? "tên của nhiều đơn vị vào ngày đó." : "không phải tên đơn vị nào có vào ngày đó.")
                + " Lời ghi giữ trong ghi chú. Nếu đơn vị ấy cũng gửi danh sách, buổi có thể bị tính hai lần; hãy ghi đủ "
                + "tên hoặc mã đơn vị.",
            en: "Row \(numbers)\(others > 0 ? " and \(others) more" : ""): the co-host given is \(words.english), "
                + (name.isOfSeveral
                    ? "which several units were called on that day." : "which no unit was called on that day.")
                + " The words are kept in the notes. Should that unit send its list too, the session may count twice; "
                + "give the unit’s full name or its identifier.")
    }
}
