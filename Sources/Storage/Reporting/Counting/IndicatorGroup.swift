import Outreach

/// Indicators that one pass over the rows can count.
struct IndicatorGroup: Hashable {
    let rows: IndicatorRows
    let topics: [String]

    init(_ indicator: Indicator) {
        rows = indicator.rows
        topics = indicator.topics
    }

    /// The topics of sessions are not in the counts of months; those of posts are their material's, which is.
    var isInMonths: Bool { topics.isEmpty || rows == .posts }
}

extension IndicatorRows {
    /// What is added up beside the number of rows.
    var amount: IndicatorSum {
        switch self {
        case .sessions: .minutes
        case .attendance: .turns
        case .posts, .units: .count
        case .samples: .value
        case .prints: .quantity
        }
    }
}
