public import Outreach

extension ReadTransaction {
    /// How many posts of a channel that are still waiting fell due before.
    public func waiting(on channel: Slug, dueBefore instant: Instant) throws -> Int {
        try queryOne("SELECT COUNT(*) AS n FROM posts WHERE channel = ? AND due_at < ?", [channel, instant])?
            .integer("n") ?? 0
    }

    /// The days from the first to the last, each with what went out by itself of these units; nil is all of them.
    ///
    /// Posts whose channel is posted to by hand are left out: their times are what a person wrote down.
    public func deliveryDays(
        _ days: DayRange, in zone: Zone, units: [Slug]?, excluding channels: [Slug]
    ) throws -> [DeliveryDay] {
        var lateness: [Day: [Int]] = [:]
        var conditions = ["moment >= ?", "moment < ?", "state || '' = 'posted'"]
        var arguments: [any SQLConvertible] = [
            zone.instant(days.first, .midnight), zone.instant(days.last + 1, .midnight),
        ]
        for (column, list, isWanted) in [("unit", units, true), ("channel", channels, false)] {
            guard let list, isWanted || !list.isEmpty else { continue }
            let marks = list.map { _ in "?" }.joined(separator: ", ")
            conditions.append("\(column) \(isWanted ? "" : "NOT ")IN (\(marks))")
            arguments += list
        }
        for row in try query(
            "SELECT moment, posted_at FROM posts WHERE \(conditions.joined(separator: " AND ")) LIMIT 200000", arguments
        ) {
            let moment = try row.instant("moment")
            let late = max(try row.instant("posted_at") - moment, .zero)
            lateness[zone.day(of: moment), default: []].append(Int(late.milliseconds))
        }
        return (0..<days.count).map { offset in
            let day = days.first + offset
            let sorted = (lateness[day] ?? []).sorted()
            let at = { (share: Double) in
                sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
            }
            return DeliveryDay(
                day: day, posted: sorted.count, medianLateness: at(0.5), percentile95Lateness: at(0.95))
        }
    }
}
