public import Outreach

extension ReadTransaction {
    /// The indicator's total over some units and days; no row adds nothing.
    public func total(of indicator: Indicator, units: [Slug], range: DayRange) throws -> Int {
        guard !units.isEmpty else { return 0 }
        let statement = IndicatorStatement(indicator, units: units, range: range)
        let row = try queryOne(
            "SELECT COALESCE(SUM(value), 0) AS total FROM (\(statement.rows)) counted", statement.arguments)
        return try row?.integer("total") ?? 0
    }

    /// The rows behind a total, by day.
    public func rows(of indicator: Indicator, units: [Slug], range: DayRange) throws -> [IndicatorRow] {
        guard !units.isEmpty else { return [] }
        let statement = IndicatorStatement(indicator, units: units, range: range)
        return try query("\(statement.rows) ORDER BY day, id, label", statement.arguments).map { row in
            IndicatorRow(
                id: try row.text("id"), unit: try row.parsed("unit"), day: try row.parsed("day"),
                label: try row.text("label"), value: try row.integer("value"), quality: try row.text("quality"))
        }
    }
}
