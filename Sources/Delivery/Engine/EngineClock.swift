public import Outreach

/// What both clocks show at one time.
public struct Moment: Sendable, Hashable {
    /// The wall clock, which decides when a post is due.
    public let wall: Instant
    /// The monotonic clock, which decides how long things take.
    public let uptime: Duration

    public init(wall: Instant, uptime: Duration) {
        self.wall = wall
        self.uptime = uptime
    }
}

/// The clocks the engine goes by, and how it lets time pass.
public struct EngineClock: Sendable {
    let read: @Sendable () -> Moment
    /// Lets time pass; throws when the engine is to stop.
    let wait: @Sendable (Duration) async throws -> Void
    /// Whether time passes while transfers are under way. A clock turned by hand stands still then.
    let runsByItself: Bool

    public var now: Moment { read() }

    /// The machine's own clocks: `time` for the day and hour, and one that counts on through suspend for durations.
    public static func running(_ time: TimeSource) -> EngineClock {
        let start = ContinuousClock.now
        return EngineClock(
            read: { Moment(wall: time.now, uptime: start.duration(to: .now)) },
            wait: { try await Task.sleep(for: $0) }, runsByItself: true)
    }

    /// A clock that stands still until the engine has nothing to do and `wait` turns it.
    public static func turned(
        _ time: TimeSource, wait: @escaping @Sendable (Duration) async throws -> Void
    ) -> EngineClock {
        let start = time.now
        return EngineClock(
            read: {
                let now = time.now
                return Moment(wall: now, uptime: now - start)
            }, wait: wait, runsByItself: false)
    }
}
