public import Outreach

extension ReadTransaction {
    /// An indicator's total over some units and days; nil where it is measured and nobody measured it, for what is
    /// missing is not zero.
    public func total(of indicator: Indicator, units: [Slug], range: DayRange) throws -> Int? {
        let ground = ReportGround(units: units, during: range)
        return try tallies(of: [indicator], on: ground)[indicator.id]?.total
    }

    /// What each indicator comes to over some ground; those of units are counted from the tree, not here.
    public func tallies(of indicators: [Indicator], on ground: ReportGround) throws -> [Slug: IndicatorTally] {
        var counter = try ActivityCounter(self, indicators, on: ground)
        return try counter.tallies(of: indicators)
    }

    /// The rows behind a total, by day.
    public func rows(of indicator: Indicator, units: [Slug], range: DayRange) throws -> [IndicatorRow] {
        try rows(of: indicator, on: ReportGround(units: units, during: range))
    }

    /// The rows behind a number counted on some ground, by day; a place that was visited often is one row, of its first
    /// visit.
    public func rows(of indicator: Indicator, on ground: ReportGround) throws -> [IndicatorRow] {
        guard !ground.stays.isEmpty, indicator.rows != .units else { return [] }
        let statement = IndicatorStatement(
            indicator.rows, sum: indicator.sum, filters: indicator.filters, units: ground.units, range: ground.range,
            columns: Set(IndicatorStatement.Column.allCases), isOrdered: true)
        var rows: [IndicatorRow] = []
        var visited: Set<String> = []
        try forEachRow(statement.text, statement.arguments) { step in
            let row = try IndicatorRow(step)
            guard let stay = ground.stay(of: row.unit, on: row.day) else { return }
            if indicator.sum == .places {
                let unit = try step.optionalText(IndicatorStatement.Column.placeUnit.rawValue)
                guard indicator.countsPlace(of: row, unit: unit, on: ground) else { return }
                let place =
                    try unit
                    ?? PlaceName.key(
                        try step.text(IndicatorStatement.Column.place.rawValue), area: stay.area.description)
                guard visited.insert(place).inserted else { return }
            }
            rows.append(row)
        }
        return rows
    }
}

extension Indicator {
    /// Whether the place of a session is one that it counts; form and level are those of the row already.
    fileprivate func countsPlace(of row: IndicatorRow, unit: String?, on ground: ReportGround) -> Bool {
        let visit = VisitKinds(
            form: row.dimensions[.form], level: nil,
            isSchool: unit.flatMap(Slug.init).map(ground.schools.contains) ?? false)
        let wanted = filters[.place] ?? []
        return wanted.isEmpty || !visit.isDisjoint(with: .atSchools)
    }
}

extension IndicatorRow {
    fileprivate init(_ row: SQLStep) throws {
        typealias Column = IndicatorStatement.Column
        func text(_ column: Column) throws -> String { try row.text(column.rawValue) }
        func word(_ column: Column) throws -> String? { try row.optionalText(column.rawValue) }
        guard let unit = Slug(try text(.unit)), let day = Day(try text(.day)) else {
            throw SQLRowError(column: "unit, day", found: "\(try text(.unit)), \(try text(.day))")
        }
        self.init(
            id: try text(.id), unit: unit, day: day, label: try text(.label),
            part: (try word(.metric) ?? word(.audience)).map { LocalizedText(vi: $0, en: $0) },
            value: try row.integer(Column.amount.rawValue), quality: try text(.quality),
            dimensions: [
                .form: try word(.form), .audience: try word(.audience), .channel: try word(.channel),
                .campaign: try word(.campaign), .quality: try text(.quality),
            ].compactMapValues(\.self))
    }
}
