/// Leaves a host alone that failed several times in a row, and tries it with one transfer at a time until it answers.
struct HostBreaker: Sendable, Hashable {
    /// When a breaker opens and for how long.
    struct Policy: Sendable, Hashable {
        /// So many failures without an answer in between.
        var failures = 5
        /// The first rest; each trial that fails doubles it.
        var rest = Duration.seconds(30)
        var longestRest = Duration.seconds(300)
    }

    private(set) var failures = 0
    /// On the monotonic clock; nil while the breaker is closed.
    private(set) var openUntil: Duration?

    func isResting(at now: Duration) -> Bool { openUntil.map { now < $0 } ?? false }

    /// Whether the next transfer is a trial: then it goes alone.
    var isOnTrial: Bool { openUntil != nil }

    /// - Parameter begun: when the transfer began that told of it.
    /// - Returns: whether this closed or opened it.
    mutating func note(_ sign: SignOfLife, begun: Duration, at now: Duration, _ policy: Policy) -> Bool {
        guard sign == .none else {
            defer { self = HostBreaker() }
            return openUntil != nil
        }
        // What was under way already tells of the outage that is known, however many they were.
        if let openUntil, begun < openUntil { return false }
        failures += 1
        guard failures >= policy.failures else { return false }
        let doublings = min(failures - policy.failures, 10)
        openUntil = now + min(policy.rest * (1 << doublings), policy.longestRest)
        return true
    }
}
