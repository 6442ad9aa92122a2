import Outreach

/// The index a list of posts is read along. Each ends in the moment, so a page of a list costs as much as it shows,
/// however many posts there are.
enum PostLane: Hashable {
    case channel(Slug)
    case campaign(Slug)
    case series(String)
    case unit(Slug)
    case state(PostState)
    case whole
}

extension PostFilter {
    /// More units than this are not read one by one: then the whole is dense enough in them.
    static let mostUnits = 40

    /// The units asked for that may be seen; nil asks nothing.
    var soughtUnits: [Slug]? {
        guard let unit else { return units }
        return units.map { $0.filter { $0 == unit } } ?? [unit]
    }

    /// Where to read; several lanes are read side by side and put together.
    var lanes: [PostLane] {
        if let channel { return [.channel(channel)] }
        if let series { return [.series(series)] }
        if let campaign { return [.campaign(campaign)] }
        if let units = soughtUnits, units.count <= PostFilter.mostUnits { return units.map(PostLane.unit) }
        return states.isEmpty ? [.whole] : states.sorted { $0.rawValue < $1.rawValue }.map(PostLane.state)
    }

    /// The conditions of the filter. Only what the lane reads along is written so that an index can answer it: without
    /// statistics SQLite may else choose one that reads everything.
    func conditions(along lane: PostLane) -> (sql: String, arguments: [any SQLConvertible]) {
        var conditions: [String] = []
        var arguments: [any SQLConvertible] = []
        func add(_ column: String, _ values: [any SQLConvertible], isLane: Bool) {
            let marks = values.isEmpty ? "NULL" : values.map { _ in "?" }.joined(separator: ", ")
            conditions.append("\(isLane ? column : "\(column) || ''") IN (\(marks))")
            arguments += values
        }
        if case .unit(let unit) = lane {
            add("unit", [unit], isLane: true)
        } else if let units = soughtUnits {
            add("unit", units, isLane: false)
        }
        if case .state(let state) = lane {
            let (condition, values) = PostFilter.isIn([state])
            conditions.append(condition)
            arguments += values
        } else if !states.isEmpty {
            let (condition, values) = PostFilter.isIn(states, column: "state || ''")
            conditions.append(condition)
            arguments += values
        }
        if let channel { add("channel", [channel], isLane: lane == .channel(channel)) }
        if let campaign { add("campaign", [campaign], isLane: lane == .campaign(campaign)) }
        if let series { add("series", [series], isLane: lane == .series(series)) }
        // The index by series leaves out what was dropped.
        if case .series = lane { conditions.append("state <> 'cancelled'") }
        if let from {
            conditions.append("moment >= ?")
            arguments.append(from)
        }
        if let before {
            conditions.append("moment < ?")
            arguments.append(before)
        }
        return (conditions.isEmpty ? "1 = 1" : conditions.joined(separator: " AND "), arguments)
    }

    /// That a post is in one of these states, the claim of one that is being sent looked at as well.
    static func isIn(
        _ states: Set<PostState>, column: String = "state"
    ) -> (sql: String, arguments: [any SQLConvertible]) {
        let marks = states.map { _ in "?" }.joined(separator: ", ")
        let (stored, claimed) = ("\(column) IN (\(marks))", "posts.id IN (SELECT post FROM claims)")
        let sql: String
        if states.isSuperset(of: [.approved, .retrying, .sending]) || states.isDisjoint(with: PostFilter.claimable) {
            sql = stored
        } else if states.contains(.sending) {
            sql = "(\(stored) AND NOT \(claimed) OR \(claimed))"
        } else {
            sql = "\(stored) AND NOT \(claimed)"
        }
        return (sql, states.map(\.rawValue).sorted())
    }

    /// What a row may say of a post with a claim, and what is said of it then.
    private static let claimable: Set<PostState> = [.approved, .retrying, .sending]
}
