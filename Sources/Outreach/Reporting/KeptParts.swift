/// Whose rows on which days the parts of a version count; only of units that it keeps rows of.
///
/// Kept with the version, so that its parts open into the rows they were counted from, whatever became of the units since.
public struct KeptParts: Sendable, Hashable, Codable {
    /// Of each member, by unit.
    public let members: [Slug: [Slug: [DayRange]]]
    /// Of those in priority areas, by unit.
    public let priority: [Slug: [DayRange]]
    /// The day on which units are counted that are counted themselves.
    public let end: Day

    public init(members: [Slug: [Slug: [DayRange]]], priority: [Slug: [DayRange]], end: Day) {
        self.members = members
        self.priority = priority
        self.end = end
    }
}

extension ReportContent {
    /// Whether a number of a version is sure to open into its rows; where it is not, they may be had all the same.
    public func opens(_ slice: ReportSlice, of line: ReportLine) -> Bool {
        guard rows?[line.indicator.id] != nil else { return false }
        return switch slice {
        case .everything, .part: true
        case .cumulative: isOfYear
        case .before: false
        case .member, .priority: parts != nil && line.indicator.isToldApartByUnit
        }
    }

    /// The rows behind a number of a version, or a part of it.
    ///
    /// - Parameter kept: the rows that are kept with the version for the number.
    /// - Returns: Nil where they are not among those that are kept, or cannot be told from others.
    public func keptRows(
        behind line: ReportLine, _ slice: ReportSlice, of kept: [IndicatorRow]
    ) -> [IndicatorRow]? {
        switch slice {
        case .everything: return kept
        case .part(let dimension, let word): return kept.filter { $0.dimensions[dimension] == word }
        case .cumulative: return isOfYear ? kept : nil
        case .before: return nil
        case .member(let member):
            let value = line.members.first { $0.id == member.description }?.value
            return parts.flatMap { summands(of: line, $0.members[member] ?? [:], $0.end, value, of: kept) }
        case .priority: return parts.flatMap { summands(of: line, $0.priority, $0.end, line.inPriorityAreas, of: kept) }
        }
    }

    /// Whether the year so far is the period itself.
    private var isOfYear: Bool { report.span.cumulative == report.period.range }

    /// - Parameters:
    ///   - days: of the units that the part counts.
    ///   - value: what the part came to; nil where there was nothing to count.
    /// - Returns: Nil where the rows do not come to the value.
    private func summands(
        of line: ReportLine, _ days: [Slug: [DayRange]], _ end: Day, _ value: Int?, of kept: [IndicatorRow]
    ) -> [IndicatorRow]? {
        guard let value else { return [] }
        let rows = kept.filter { row in
            let day = line.indicator.rows == .units ? end : row.day
            return days[row.unit]?.contains { $0.contains(day) } ?? false
        }
        return rows.reduce(0) { $0 + $1.value } == value ? rows : nil
    }
}

extension Indicator {
    /// Whether each row counts for its unit on its day and for nobody else: of a place that several visited one row is
    /// kept, of the first visit, and units that are counted themselves may have come to a member later.
    public var isToldApartByUnit: Bool { sum != .places && rows != .units }
}
