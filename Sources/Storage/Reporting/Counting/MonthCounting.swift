import Outreach

extension ReadTransaction {
    /// Whether at least so many months of units changed since they were counted.
    public func hasUncountedMonths(atLeast count: Int = 1) throws -> Bool {
        try queryOne(
            "SELECT 1 AS one FROM activity_months WHERE counts IS NULL LIMIT 1 OFFSET ?", [count - 1]) != nil
    }
}

extension WriteTransaction {
    /// Counts months of units whose counts something took back, the earliest first.
    ///
    /// - Returns: how many it counted; fewer than `limit` means that none is left.
    public func countMonths(limit: Int = 4000) throws -> Int {
        let left = try query(
            "SELECT unit, month FROM activity_months WHERE counts IS NULL ORDER BY month, unit LIMIT ?", [limit])
        var units: [String: [Slug]] = [:]
        for row in left { units[try row.text("month"), default: []].append(try row.parsed("unit")) }
        let counter = MonthCounter(self)
        for (month, units) in units.sorted(by: { $0.key < $1.key }) {
            guard let days = DayRange(month: month) else { throw SQLRowError(column: "month", found: month) }
            try counter.count(units, on: days)
        }
        return left.count
    }
}

/// Makes the counts of months from their rows.
private final class MonthCounter {
    private struct Sum {
        var count = 0
        var amount = 0
    }

    private struct UnitMonth {
        var sums: [MonthText.Section: [Int: Sum]] = [:]
        var places: [Int: Set<Int64>] = [:]
    }

    private let tx: WriteTransaction
    private var kinds = ActivityKinds()
    private var tokens = PlaceTokens()
    private var stored: [Int: Int] = [:]

    init(_ tx: WriteTransaction) {
        self.tx = tx
    }

    func count(_ units: [Slug], on days: DayRange) throws {
        var months: [String: UnitMonth] = [:]
        for rows in IndicatorRows.allCases {
            guard let section = MonthText.Section(rows) else { continue }
            let isOfSessions = rows == .sessions
            let statement = IndicatorStatement.counting(rows, of: units, on: days, places: isOfSessions)
            try tx.forEachRow(statement.text, statement.arguments) { row in
                let unit = try row.text(IndicatorStatement.Column.unit.rawValue)
                let kind = try kinds.kind(of: row)
                let amount = try row.integer(IndicatorStatement.Column.amount.rawValue)
                let place = isOfSessions ? (kinds.kindOfVisit(kind), try tokens.token(of: row)) : nil
                months[unit, default: UnitMonth()].sums[section, default: [:]][kind, default: Sum()].count += 1
                months[unit]?.sums[section]?[kind]?.amount += amount
                if let (kind, token) = place { months[unit]?.places[kind, default: []].insert(token) }
            }
        }
        for unit in units {
            let counts = try text(of: months[unit.description] ?? UnitMonth())
            try tx.execute(
                "UPDATE activity_months SET counts = ? WHERE unit = ? AND month = ?",
                [counts, unit, days.first.month7])
        }
    }

    private func text(of month: UnitMonth) throws -> String {
        var parts: [String] = []
        for section in MonthText.Section.allCases {
            guard let sums = month.sums[section] else { continue }
            parts.append(section.letter)
            for (kind, sum) in sums.sorted(by: { $0.key < $1.key }) {
                parts.append("\(try number(of: kind)) \(sum.count) \(sum.amount)")
            }
        }
        if !month.places.isEmpty { parts.append(MonthText.Section.places.letter) }
        for (kind, tokens) in month.places.sorted(by: { $0.key < $1.key }) {
            let number = try number(of: kind)
            for token in tokens.sorted() { parts.append("\(number) \(token)") }
        }
        return parts.joined(separator: " ")
    }

    /// The number of a kind in the database; a new one is the next.
    private func number(of kind: Int) throws -> Int {
        if let known = stored[kind] { return known }
        let words = kinds.text(of: kind)
        if let row = try tx.queryOne("SELECT id FROM activity_kinds WHERE words = ?", [words]) {
            stored[kind] = try row.integer("id")
        } else {
            let next = try tx.queryOne("SELECT COALESCE(MAX(id), 0) + 1 AS next FROM activity_kinds")
            stored[kind] = try next?.integer("next") ?? 1
            try tx.execute("INSERT INTO activity_kinds (id, words) VALUES (?, ?)", [stored[kind], words])
        }
        return stored[kind] ?? 0
    }
}
