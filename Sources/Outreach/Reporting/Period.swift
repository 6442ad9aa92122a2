/// A day of a year counted from the year a period is named for: 15 December of the year before is `12-15@-1`.
public struct PeriodDay: Sendable, Hashable, Codable, LosslessStringConvertible {
    public let month: Int
    public let day: Int
    public let yearOffset: Int

    /// Reads `MM-DD`, `MM-DD@-1` or `MM-DD@+1`.
    public init?(_ text: String) {
        guard let match = text.wholeMatch(of: /([0-9]{2})-([0-9]{2})(?:@([+-][0-9]))?/),
            let month = Int(match.1), let day = Int(match.2),
            Day(year: 2024, month: month, day: day) != nil
        else { return nil }
        self.month = month
        self.day = day
        yearOffset = match.3.flatMap { Int($0) } ?? 0
    }

    public var description: String {
        let offset = yearOffset == 0 ? "" : "@\(yearOffset > 0 ? "+" : "")\(yearOffset)"
        return "\(month.padded(2))-\(day.padded(2))\(offset)"
    }

    /// 29 February of a common year is its 28th.
    public func day(in year: Int) -> Day? {
        let year = year + yearOffset
        guard (1...9999).contains(year) else { return nil }
        return Day(year: year, month: month, day: min(day, Day.length(ofMonth: month, year: year)))
    }
}

/// A period as a calendar defines it for every year.
public struct PeriodRule: Sendable, Hashable, Codable {
    /// Names the period, with `{year}` where the year stands: `{year}-H1`.
    public let code: String
    public let name: LocalizedText
    public let from: PeriodDay
    public let to: PeriodDay
    /// When the report is due.
    public let due: PeriodDay

    public init(code: String, name: LocalizedText, from: PeriodDay, to: PeriodDay, due: PeriodDay) {
        self.code = code
        self.name = name
        self.from = from
        self.to = to
        self.due = due
    }

    /// The period a person asks for by its code, or nil where the code is another's.
    public func period(named text: String) -> Period? {
        let parts = code.split(separator: "{year}", omittingEmptySubsequences: false)
        guard parts.count == 2, text.hasPrefix(parts[0]), text.hasSuffix(parts[1]) else { return nil }
        let digits = text.dropFirst(parts[0].count).dropLast(parts[1].count)
        guard digits.utf8.count == 4, let year = Int(digits) else { return nil }
        return period(in: year)
    }

    public func period(in year: Int) -> Period? {
        guard let first = from.day(in: year), let last = to.day(in: year), let range = DayRange(first, last),
            let due = due.day(in: year)
        else { return nil }
        let title = { (text: String) in text.replacing("{year}", with: String(year)) }
        let name = LocalizedText(vi: title(name.vi), en: title(name.en))
        return Period(code: title(code), name: name, range: range, due: due)
    }
}

/// A reporting calendar: the periods of a year.
public struct ReportingCalendar: Sendable, Hashable, Codable {
    public let id: Slug
    public let name: LocalizedText
    public let periods: [PeriodRule]

    public init(id: Slug, name: LocalizedText, periods: [PeriodRule]) {
        self.id = id
        self.name = name
        self.periods = periods
    }
}

/// A span of days with a name and a day on which its report is due.
public struct Period: Sendable, Hashable, Codable {
    public let code: String
    public let name: LocalizedText
    public let range: DayRange
    public let due: Day

    public init(code: String, name: LocalizedText, range: DayRange, due: Day) {
        self.code = code
        self.name = name
        self.range = range
        self.due = due
    }
}
