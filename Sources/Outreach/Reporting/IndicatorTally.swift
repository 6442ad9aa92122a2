/// What an indicator comes to over some facts: in all, and by each part and dimension.
public struct IndicatorTally: Sendable {
    /// Nil where it is measured and nobody measured it.
    public private(set) var total: Int?
    /// By the index of the part.
    public private(set) var parts: [Int: Int] = [:]
    public private(set) var dimensions: [ReportDimension: [String: Int]] = [:]

    /// - Parameters:
    ///   - facts: of the indicator's topics.
    ///   - places: those that sessions of its topics visited, where it sums places.
    public init(
        _ indicator: Indicator, over facts: [ActivityFact], places: [VisitedPlaces], on ground: ReportGround
    ) {
        if indicator.sum == .places {
            addPlaces(indicator, places, ground)
            return
        }
        total = indicator.rows == .samples ? nil : 0
        for fact in facts where indicator.counts(fact) {
            let value = indicator.sum == .count ? fact.count : fact.amount
            total = (total ?? 0) + value
            for part in ground.cells[fact.cell] { parts[part, default: 0] += value }
            for dimension in ReportDimension.allCases {
                if let word = fact.word(dimension) { dimensions[dimension, default: [:]][word, default: 0] += value }
            }
        }
    }

    /// A place is counted once, however often and by whomever it was visited.
    private mutating func addPlaces(_ indicator: Indicator, _ places: [VisitedPlaces], _ ground: ReportGround) {
        let wanted = VisitKinds(countedBy: indicator)
        total = 0
        for alike in places {
            let cells = alike.visits.filter { !$0.value.isDisjoint(with: wanted) }.keys
            if cells.isEmpty { continue }
            total = (total ?? 0) + alike.count
            for part in cells.reduce(into: Set<Int>(), { $0.formUnion(ground.cells[$1]) }) {
                parts[part, default: 0] += alike.count
            }
        }
    }
}
