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
    /// The last day on which a late report is still taken; nil where there is no end to it.
    public let lock: PeriodDay?

    public init(
        code: String, name: LocalizedText, from: PeriodDay, to: PeriodDay, due: PeriodDay, lock: PeriodDay? = nil
    ) {
        self.code = code
        self.name = name
        self.from = from
        self.to = to
        self.due = due
        self.lock = lock
    }

    /// The year in a code of this rule, or nil where the code is another's.
    public func year(in text: String) -> Int? {
        let parts = code.split(separator: "{year}", omittingEmptySubsequences: false)
        guard parts.count == 2, text.hasPrefix(parts[0]), text.hasSuffix(parts[1]) else { return nil }
        let digits = text.dropFirst(parts[0].count).dropLast(parts[1].count).utf8
        // A sign is no digit, though a number may begin with one.
        guard digits.count == 4, digits.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else { return nil }
        return Int(String(decoding: digits, as: UTF8.self))
    }

    /// The period a person asks for by its code, or nil where the code is another's.
    public func period(named text: String) -> Period? {
        year(in: text).flatMap(period)
    }

    public func period(in year: Int) -> Period? {
        guard let first = from.day(in: year), let last = to.day(in: year), let range = DayRange(first, last),
            let due = due.day(in: year)
        else { return nil }
        let title = { (text: String) in text.replacing("{year}", with: String(year)) }
        let name = LocalizedText(vi: title(name.vi), en: title(name.en))
        return Period(code: title(code), name: name, range: range, due: due, lock: lock?.day(in: year))
    }
}

/// A reporting calendar: the periods of a year.
public struct ReportingCalendar: Sendable, Hashable, Codable {
    public let id: Slug
    public let name: LocalizedText
    public let periods: [PeriodRule]
    /// Whether units owe a report for each of its periods and are reminded of it; others are there to be asked for.
    public let isRequired: Bool

    public init(id: Slug, name: LocalizedText, periods: [PeriodRule], isRequired: Bool = false) {
        self.id = id
        self.name = name
        self.periods = periods
        self.isRequired = isRequired
    }

    /// Calendars written down before some were required are not.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        id = try values.decode(Slug.self, forKey: .id)
        name = try values.decode(LocalizedText.self, forKey: .name)
        periods = try values.decode([PeriodRule].self, forKey: .periods)
        isRequired = try values.decodeIfPresent(Bool.self, forKey: .isRequired) ?? false
    }
}

/// A span of days with a name and a day on which its report is due.
public struct Period: Sendable, Hashable, Codable {
    public let code: String
    public let name: LocalizedText
    public let range: DayRange
    public let due: Day
    /// The last day on which a late report is still taken; nil where there is no end to it.
    public let lock: Day?

    public init(code: String, name: LocalizedText, range: DayRange, due: Day, lock: Day? = nil) {
        self.code = code
        self.name = name
        self.range = range
        self.due = due
        self.lock = lock
    }

    /// Whether nothing more is taken on a day, but from who was let in again.
    public func isLocked(on day: Day) -> Bool { lock.map { day > $0 } ?? false }
}

/// A period with what it is set against: the same period of the year before, and the year so far.
public struct ReportingSpan: Sendable, Hashable, Codable {
    public let period: Period
    public let before: Period
    /// From the first day of the reporting year to the last of the period.
    public let cumulative: DayRange

    public init(period: Period, before: Period, cumulative: DayRange) {
        self.period = period
        self.before = before
        self.cumulative = cumulative
    }
}

extension ReportingCalendar {
    /// The period a person asks for by its code with what it is set against, or nil where the code is another's.
    public func span(named code: String) -> ReportingSpan? {
        for rule in periods {
            guard let year = rule.year(in: code), let period = rule.period(in: year),
                let before = rule.period(in: year - 1)
            else { continue }
            let first = periods.compactMap { $0.period(in: year)?.range.first }.min() ?? period.range.first
            guard let cumulative = DayRange(min(first, period.range.first), period.range.last) else { continue }
            return ReportingSpan(period: period, before: before, cumulative: cumulative)
        }
        return nil
    }
}

extension ReportingSpan {
    /// A span of days that no calendar names: set against the same days of the year before, and its year from January.
    public init(_ range: DayRange) {
        func period(_ range: DayRange) -> Period {
            Period(
                code: "\(range.first)..\(range.last)",
                name: LocalizedText(
                    vi: "từ \(range.first.written) đến \(range.last.written)",
                    en: "\(range.first.written) to \(range.last.written)"),
                range: range, due: range.last)
        }
        let before = DayRange(range.first.aYearBefore, range.last.aYearBefore) ?? range
        let january = Day(year: range.last.year, month: 1, day: 1) ?? range.first
        let cumulative = DayRange(min(january, range.first), range.last) ?? range
        self.init(period: period(range), before: period(before), cumulative: cumulative)
    }
}

extension Day {
    /// The same day of the year before; for 29 February the 28th.
    var aYearBefore: Day {
        let (year, month, day) = components
        return Day(year: year - 1, month: month, day: min(day, Day.length(ofMonth: month, year: year - 1))) ?? self
    }
}
