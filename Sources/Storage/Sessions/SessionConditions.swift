import Outreach

/// The conditions of a list of sessions, written so that the database walks the index that holds the fewest rows.
///
/// One part leads: a person, a few units, a campaign, a form, a level, else the days. The others are compared as
/// expressions, which no index answers; left to guess, SQLite would walk all sessions of a common form to find those
/// of one unit.
struct SessionConditions {
    private(set) var arguments: [any SQLConvertible] = []
    private var conditions: [String] = []

    /// So many units are looked up one by one; for a page of more, days are walked and their units compared.
    private static let fewUnits = 1000

    init(_ filter: SessionFilter, forTotals: Bool = false) {
        let isOfFew = filter.units.map { $0.count <= SessionConditions.fewUnits } ?? false
        var isLed = false
        add("logged_by", filter.loggedBy.map { [$0] }, leads: true, &isLed)
        add("unit", filter.units, leads: isOfFew || (forTotals && filter.campaign == nil), &isLed)
        add("campaign", filter.campaign.map { [$0] }, leads: true, &isLed)
        add("form", filter.form.map { [$0.sql] }, leads: true, &isLed)
        add("level", filter.level.map { [$0.sql] }, leads: true, &isLed)
        if let range = filter.range {
            conditions.append("day BETWEEN ? AND ?")
            arguments += [range.first, range.last]
        }
        if let after = filter.after {
            conditions.append("(day, id) < (?, ?)")
            arguments += [after.day, after.id] as [any SQLConvertible]
        }
    }

    var text: String { conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ") }

    private mutating func add(
        _ column: String, _ values: [any SQLConvertible]?, leads: Bool, _ isLed: inout Bool
    ) {
        guard let values, !values.isEmpty else { return }
        let isLeading = leads && !isLed
        isLed = isLed || isLeading
        let marks = values.count == 1 ? "= ?" : "IN (\(values.map { _ in "?" }.joined(separator: ", ")))"
        conditions.append("\(isLeading ? column : "\(column) || ''") \(marks)")
        arguments += values
    }
}
