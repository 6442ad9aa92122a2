/// A span of days, both ends included.
public struct DayRange: Sendable, Hashable, Codable {
    public let first: Day
    public let last: Day

    /// The span, or nil where the last day lies before the first.
    public init?(_ first: Day, _ last: Day) {
        guard first <= last else { return nil }
        self.first = first
        self.last = last
    }

    public init(_ day: Day) {
        first = day
        last = day
    }

    /// The month that a day lies in.
    public init(monthOf day: Day) {
        first = day - (day.day - 1)
        last = first + (Day.length(ofMonth: day.month, year: day.year) - 1)
    }

    public var count: Int { last - first + 1 }
    public var days: [Day] { (first.julianDay...last.julianDay).map(Day.init(julianDay:)) }

    public func contains(_ day: Day) -> Bool { first <= day && day <= last }
    public func overlaps(_ other: DayRange) -> Bool { first <= other.last && other.first <= last }
}

/// When something holds: from a day, until a day, both included and both optional.
public struct Validity: Sendable, Hashable, Codable {
    public let from: Day?
    public let until: Day?

    public init(from: Day? = nil, until: Day? = nil) {
        self.from = from
        self.until = until
    }

    public static let always = Validity()

    public func contains(_ day: Day) -> Bool {
        (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
    }

    public func overlaps(_ range: DayRange) -> Bool {
        (from.map { $0 <= range.last } ?? true) && (until.map { range.first <= $0 } ?? true)
    }

    /// Whether both hold on some day.
    public func meets(_ other: Validity) -> Bool {
        let startsInTime = until.flatMap { last in other.from.map { $0 <= last } } ?? true
        return startsInTime && (other.until.flatMap { last in from.map { $0 <= last } } ?? true)
    }
}
