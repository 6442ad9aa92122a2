public import Outreach

extension ReadTransaction {
    /// Sessions that fit, the newest day first; as many as the filter's limit says.
    public func sessions(_ filter: SessionFilter) throws -> [SessionRecord] {
        guard filter.units?.isEmpty != true else { return [] }
        let parts = filter.apart.map { SessionConditions($0) }
        // The inner statements find their rows in an index alone, so that only those of the page are read.
        let pages = parts.map { part in
            "SELECT * FROM (SELECT id, day FROM sessions \(part.text) ORDER BY day DESC, id DESC LIMIT ?)"
        }
        return try query(
            """
            SELECT * FROM sessions WHERE id IN
                (SELECT id FROM (\(pages.joined(separator: " UNION ALL "))) page ORDER BY day DESC, id DESC LIMIT ?)
            ORDER BY day DESC, id DESC
            """,
            parts.flatMap { $0.arguments + [filter.limit] } + [filter.limit]
        ).map(sessionRecord)
    }

    /// Totals over everything that fits, whatever the page.
    public func sessionTotals(_ filter: SessionFilter) throws -> SessionTotals {
        var filter = filter
        filter.after = nil
        guard filter.units?.isEmpty != true else { return SessionTotals(sessions: 0, turns: 0) }
        guard filter.campaign == nil, filter.loggedBy == nil else { return try countedTotals(filter) }
        guard let range = filter.range else { return try keptTotals(filter, from: nil, to: nil) }
        let span = MonthSpan(range)
        var totals = try span.edges.map { edge in
            var part = filter
            part.range = edge
            return try countedTotals(part)
        }
        if let months = span.months { totals.append(try keptTotals(filter, from: months.first, to: months.last)) }
        return SessionTotals(
            sessions: totals.reduce(0) { $0 + $1.sessions }, turns: totals.reduce(0) { $0 + $1.turns })
    }

    private func countedTotals(_ filter: SessionFilter) throws -> SessionTotals {
        let conditions = SessionConditions(filter, forTotals: true)
        return try totals(
            "SELECT COUNT(*) AS sessions, COALESCE(SUM(turns), 0) AS turns FROM sessions \(conditions.text)",
            conditions.arguments)
    }

    private func keptTotals(_ filter: SessionFilter, from first: String?, to last: String?) throws -> SessionTotals {
        let units = filter.units?.map(\.sql) ?? [.text("")]
        var conditions = ["unit IN (\(units.map { _ in "?" }.joined(separator: ", ")))"]
        var arguments: [any SQLConvertible] = units
        for (condition, value) in [
            ("month >= ?", first), ("month <= ?", last), ("form = ?", filter.form?.rawValue),
            ("level = ?", filter.level?.rawValue),
        ] {
            guard let value else { continue }
            conditions.append(condition)
            arguments.append(value)
        }
        return try totals(
            """
            SELECT COALESCE(SUM(sessions), 0) AS sessions, COALESCE(SUM(turns), 0) AS turns
            FROM session_counts WHERE \(conditions.joined(separator: " AND "))
            """,
            arguments)
    }

    private func totals(_ sql: String, _ arguments: [any SQLConvertible]) throws -> SessionTotals {
        let row = try queryOne(sql, arguments)
        return SessionTotals(sessions: try row?.integer("sessions") ?? 0, turns: try row?.integer("turns") ?? 0)
    }
}

extension SessionFilter {
    /// The same question for each unit alone, where they are few: a page of each is quickly found and merged, however
    /// many sessions they have.
    fileprivate var apart: [SessionFilter] {
        guard let units, units.count <= 100, loggedBy == nil else { return [self] }
        return units.map { unit in
            var filter = self
            filter.units = [unit]
            return filter
        }
    }
}

/// The whole months of a range, and the days at its ends that fill none.
struct MonthSpan {
    /// As ``Day/month7`` writes them; nil where no month lies within.
    let months: (first: String, last: String)?
    let edges: [DayRange]

    init(_ range: DayRange) {
        let (start, end) = (DayRange(monthOf: range.first), DayRange(monthOf: range.last))
        let firstMonth = range.first == start.first ? range.first : start.last + 1
        let lastMonth = range.last == end.last ? range.last : end.first - 1
        guard firstMonth < lastMonth else {
            months = nil
            edges = [range]
            return
        }
        months = (firstMonth.month7, lastMonth.month7)
        edges = [DayRange(range.first, firstMonth - 1), DayRange(lastMonth + 1, range.last)].compactMap(\.self)
    }
}

extension Day {
    /// `2026-06`: the first seven characters of the day.
    var month7: String { String(description.prefix(7)) }
}
