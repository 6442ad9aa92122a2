/// When an attempt is followed by another, and when that one comes.
public struct RetryPolicy: Sendable, Hashable {
    /// Whether a connection that never came about is tried again: no byte has left.
    public let onConnect: Bool
    public let statuses: [StatusPattern]
    public let schedule: RetrySchedule

    public init(onConnect: Bool, statuses: [StatusPattern], schedule: RetrySchedule) {
        self.onConnect = onConnect
        self.statuses = statuses
        self.schedule = schedule
    }

    /// Connect failures, 429 and 503: the answers that say nothing was done.
    public static let standard = RetryPolicy(
        onConnect: true, statuses: [.code(429), .code(503)], schedule: .standard)
}

/// How long to wait after each attempt; past its end there is no further attempt.
public struct RetrySchedule: Sendable, Hashable {
    public let delays: [Duration]
    /// The share of a delay, from 0 to 1, by which chance may lengthen it, so that a crowd does not return at once.
    public let jitter: Double

    public init(delays: [Duration], jitter: Double) {
        self.delays = delays
        self.jitter = min(max(jitter, 0), 1)
    }

    public static let standard = RetrySchedule(
        delays: [.seconds(5), .seconds(60), .seconds(300), .seconds(1800), .seconds(7200)], jitter: 0.2)

    /// The wait after attempt `number` (from 1) failed, or nil where it was the last.
    ///
    /// Chance only lengthens it, and it is never shorter than what the receiver asked for.
    /// - Parameters:
    ///   - random: from 0 up to 1, handed in.
    ///   - asked: what the receiver asked for, as `AnswerVerdict.retry` gives it.
    public func delay(afterAttempt number: Int, random: Double, asked: Duration? = nil) -> Duration? {
        guard delays.indices.contains(number - 1) else { return nil }
        let wait = max(delays[number - 1], asked ?? .zero)
        return wait + wait * (jitter * min(max(random, 0), 1))
    }
}

/// Which answers end a post's attempts: the receiver would refuse the same request again.
public struct DeadRule: Sendable, Hashable {
    public let statuses: [StatusPattern]
    /// Any of these in a JSON answer.
    public let conditions: [JSONConditions]

    public init(statuses: [StatusPattern] = [], conditions: [JSONConditions] = []) {
        self.statuses = statuses
        self.conditions = conditions
    }

    /// Nothing beyond what every answer is read by.
    public static let standard = DeadRule()
}

/// When a channel is switched off with its queue kept, because every further post would fail the same way.
public struct DisableRule: Sendable, Hashable {
    public let statuses: [StatusPattern]
    /// Any of these in a JSON answer.
    public let conditions: [JSONConditions]
    /// After failing for this long without one success; nil for never.
    public let afterFailing: Duration?

    public init(statuses: [StatusPattern] = [], conditions: [JSONConditions] = [], afterFailing: Duration? = nil) {
        self.statuses = statuses
        self.conditions = conditions
        self.afterFailing = afterFailing
    }

    public static let never = DisableRule()
}
