/// A day of every year, such as 06-01.
public struct MonthDay: Sendable, Hashable, Comparable {
    public let month: Int
    public let day: Int

    /// The day of these numbers, or nil where no year has it; 29 February is allowed.
    public init?(month: Int, day: Int) {
        let someLeapYear = 2024
        guard Day(year: someLeapYear, month: month, day: day) != nil else { return nil }
        self.month = month
        self.day = day
    }

    /// The day in a year from 1 to 9999, or nil outside them; 29 February falls on the 28th in a common year.
    public func day(in year: Int) -> Day? {
        Day(year: year, month: month, day: min(day, Day.length(ofMonth: month, year: year)))
    }

    public static func < (left: MonthDay, right: MonthDay) -> Bool {
        (left.month, left.day) < (right.month, right.day)
    }
}

extension MonthDay: LosslessStringConvertible, Codable {
    public var description: String { "\(month.padded(2))-\(day.padded(2))" }

    /// Reads `MM-dd` only: two ASCII digits, a hyphen, two ASCII digits, and a day that some year has.
    public init?(_ text: String) {
        guard let match = text.wholeMatch(of: /([0-9]{2})-([0-9]{2})/), let month = Int(match.1), let day = Int(match.2)
        else { return nil }
        self.init(month: month, day: day)
    }

    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let monthDay = MonthDay(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "not a day of the year: \(text)"))
        }
        self = monthDay
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// A stretch of every year, both ends included; where the last day comes before the first it crosses the new year.
public struct MonthDaySpan: Sendable, Hashable, Codable {
    public let first: MonthDay
    public let last: MonthDay

    public init(_ first: MonthDay, _ last: MonthDay) {
        self.first = first
        self.last = last
    }

    /// The days of the stretch that begins in a year.
    public func dates(in year: Int) -> DayRange? {
        guard let first = first.day(in: year), let last = last.day(in: self.last < self.first ? year + 1 : year) else {
            return nil
        }
        return DayRange(first, last)
    }
}
