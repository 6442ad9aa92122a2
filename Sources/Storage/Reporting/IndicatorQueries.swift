public import Outreach

extension ReadTransaction {
    /// The indicator's total over some units and days; nil where it is measured and nobody measured it, for what is
    /// missing is not zero.
    public func total(of indicator: Indicator, units: [Slug], range: DayRange) throws -> Int? {
        let none = indicator.rows == .samples ? nil : 0
        guard !units.isEmpty else { return none }
        let statement = IndicatorStatement(indicator, units: units, range: range)
        let row = try queryOne(
            "SELECT SUM(value) AS total FROM (\(statement.rows)) counted", statement.arguments)
        return try row?.optional("total", SQLRow.integer) ?? none
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
