/// How failures to log in slow down the next try: some are free, then the pause doubles with each up to a limit.
public struct LogInThrottle: Sendable, Hashable {
    /// After so many failures the pauses begin.
    public let free: Int
    public let firstPause: Duration
    public let longestPause: Duration
    /// Without a failure for so long, those before are forgotten.
    public let forgottenAfter: Duration

    public static let user = LogInThrottle(free: 5)
    /// An office shares one address, so it has more tries.
    public static let address = LogInThrottle(free: 20)

    private init(free: Int) {
        self.free = free
        firstPause = .seconds(30)
        longestPause = .seconds(15 * 60)
        forgottenAfter = .seconds(3600)
    }

    /// The pause that follows so many failures in a row; nil while they are free.
    public func pause(after failures: Int) -> Duration? {
        guard failures >= free else { return nil }
        // Ten doublings are far beyond the longest pause.
        return min(longestPause, firstPause * (1 << min(failures - free, 10)))
    }

    /// The count with one more failure.
    public func counting(_ count: LogInFailures?, at now: Instant) -> LogInFailures {
        let before = count.map { now - $0.lastAt < forgottenAfter ? $0.failures : 0 } ?? 0
        return LogInFailures(failures: before + 1, lastAt: now, pausedUntil: pause(after: before + 1).map { now + $0 })
    }
}

/// The failures to log in with one name, or from one address.
public struct LogInFailures: Sendable, Hashable {
    public let failures: Int
    public let lastAt: Instant
    public let pausedUntil: Instant?

    public init(failures: Int, lastAt: Instant, pausedUntil: Instant?) {
        self.failures = failures
        self.lastAt = lastAt
        self.pausedUntil = pausedUntil
    }
}
