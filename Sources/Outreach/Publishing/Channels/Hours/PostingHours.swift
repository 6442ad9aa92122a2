/// A stretch of one day in which a channel may post.
public struct OpenSpan: Sendable, Hashable {
    public let from: TimeOfDay
    /// Minutes after midnight, not included; 1440 is the end of the day.
    public let endMinute: Int

    public init(from: TimeOfDay, endMinute: Int) {
        self.from = from
        self.endMinute = endMinute
    }

    public func contains(_ time: TimeOfDay) -> Bool {
        from <= time && time.minutes < endMinute
    }
}

/// When a channel may post: inside any of its windows and never in its quiet hours. Times are on the clock of the zone
/// the caller works in.
public struct PostingHours: Sendable, Hashable {
    /// None means the whole day, every day.
    public let windows: [PostingWindow]
    /// Every day; it outweighs every window.
    public let quietHours: ClockSpan?

    public init(windows: [PostingWindow] = [], quietHours: ClockSpan? = nil) {
        self.windows = windows
        self.quietHours = quietHours
    }

    public static let always = PostingHours()

    public func isOpen(at day: Day, _ time: TimeOfDay) -> Bool {
        openSpans(of: day).contains { $0.contains(time) }
    }

    /// The first open minute from this one on, itself included; nil where the channel never opens.
    public func nextOpening(from day: Day, _ time: TimeOfDay) -> (day: Day, time: TimeOfDay)? {
        for offset in 0...8 {
            let earliest = offset == 0 ? time : .midnight
            let spans = openSpans(of: day + offset)
            if let span = spans.first(where: { earliest.minutes < $0.endMinute }) {
                return (day + offset, max(span.from, earliest))
            }
        }
        return nil
    }

    /// The first minute from this one on, itself included, in which the channel is closed; nil where it never closes.
    public func nextClosing(from day: Day, _ time: TimeOfDay) -> (day: Day, time: TimeOfDay)? {
        for offset in 0...8 {
            let earliest = offset == 0 ? time : .midnight
            guard let span = openSpans(of: day + offset).first(where: { $0.contains(earliest) }) else {
                return (day + offset, earliest)
            }
            // A stretch that lasts to the end of the day may go on with the next.
            if let end = TimeOfDay(minutes: span.endMinute) { return (day + offset, end) }
        }
        return nil
    }

    /// The open stretches of a day, in order and apart from one another.
    public func openSpans(of day: Day) -> [OpenSpan] {
        var open = windows.isEmpty ? [0..<1440] : []
        for window in windows {
            if window.days.contains(day) { open.append(window.span.minutes.clamped(to: 0..<1440)) }
            if window.days.contains(day - 1) { open.append(PostingHours.overnight(window.span)) }
        }
        var spans = PostingHours.merged(open)
        if let quietHours {
            for quiet in [quietHours.minutes.clamped(to: 0..<1440), PostingHours.overnight(quietHours)] {
                spans = spans.flatMap {
                    [$0.clamped(to: 0..<quiet.lowerBound), $0.clamped(to: quiet.upperBound..<1440)]
                }
            }
        }
        return spans.filter { !$0.isEmpty }.compactMap { span in
            TimeOfDay(minutes: span.lowerBound).map { OpenSpan(from: $0, endMinute: span.upperBound) }
        }
    }

    /// What of a stretch that began the day before falls into this day.
    private static func overnight(_ span: ClockSpan) -> Range<Int> {
        let end = max(0, span.minutes.upperBound - 1440)
        return 0..<end
    }

    private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var merged: [Range<Int>] = []
        for range in ranges.filter({ !$0.isEmpty }).sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, range.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        return merged
    }
}
