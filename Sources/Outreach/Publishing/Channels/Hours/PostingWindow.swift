/// Days of the week, Monday to Sunday.
public struct PostingDays: Sendable, Hashable, LosslessStringConvertible {
    /// 1 for Monday to 7 for Sunday (ISO 8601).
    public let isoWeekdays: Set<Int>

    public init?(isoWeekdays: Set<Int>) {
        guard !isoWeekdays.isEmpty, isoWeekdays.allSatisfy((1...7).contains) else { return nil }
        self.isoWeekdays = isoWeekdays
    }

    /// Reads days and spans of days with commas between, such as `mon-fri` or `mon,wed,fri-sun`; `sat-mon` goes over
    /// Sunday.
    public init?(_ text: String) {
        var days: Set<Int> = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.trimmingPrefix(" ").split(separator: "-", omittingEmptySubsequences: false)
                .map { PostingDays.names.firstIndex(of: String($0)) }
            guard (1...2).contains(ends.count), let first = ends.first ?? nil, let last = ends.last ?? nil else {
                return nil
            }
            for step in 0...((last - first + 7) % 7) { days.insert((first + step) % 7 + 1) }
        }
        self.init(isoWeekdays: days)
    }

    public static let all = PostingDays(unchecked: Set(1...7))

    public func contains(_ day: Day) -> Bool { isoWeekdays.contains(day.isoWeekday) }

    /// The days one by one, `mon,tue`; all seven as `mon-sun`.
    public var description: String {
        isoWeekdays.count == 7
            ? "mon-sun" : isoWeekdays.sorted().map { PostingDays.names[$0 - 1] }.joined(separator: ",")
    }

    private static let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    private init(unchecked days: Set<Int>) {
        isoWeekdays = days
    }
}

/// A stretch of the clock, its end not included. One that ends at or before its start goes on past midnight: 21:30 to
/// 06:00 is a night, 06:00 to 00:00 the rest of a day.
public struct ClockSpan: Sendable, Hashable {
    public let from: TimeOfDay
    public let to: TimeOfDay

    /// Nil where both are the same, which could mean all or nothing.
    public init?(from: TimeOfDay, to: TimeOfDay) {
        guard from != to else { return nil }
        self.from = from
        self.to = to
    }

    /// Minutes after midnight of the day it begins; the end is above 1440 where it goes on past midnight.
    var minutes: Range<Int> {
        from.minutes..<(to > from ? to.minutes : to.minutes + 1440)
    }
}

/// When a channel may post: on these days, in this stretch. A stretch past midnight belongs to the day it begins.
public struct PostingWindow: Sendable, Hashable {
    public let days: PostingDays
    public let span: ClockSpan

    public init(days: PostingDays, span: ClockSpan) {
        self.days = days
        self.span = span
    }
}
