import Outreach

/// Holds the wall clock against the monotonic one, to notice that somebody or something has set it.
struct ClockWatch: Sendable {
    private let limit: Duration
    private var last: Moment

    init(_ now: Moment, limit: Duration) {
        last = now
        self.limit = limit
    }

    /// - Returns: by how much the wall clock was set since the last look, where that is more than the limit.
    mutating func jump(at now: Moment) -> Duration? {
        let jump = (now.wall - last.wall) - (now.uptime - last.uptime)
        last = now
        return abs(jump) > limit ? jump : nil
    }

    private func abs(_ duration: Duration) -> Duration { duration < .zero ? .zero - duration : duration }
}
