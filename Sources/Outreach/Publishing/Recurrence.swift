/// A post that comes again: on which days, and until when.
public struct Recurrence: Sendable, Hashable, Codable {
    /// On which days the post comes again.
    public enum Rhythm: Sendable, Hashable, Codable {
        /// On these days of every week, Monday 1 to Sunday 7.
        case weekly(isoWeekdays: Set<Int>)

        /// On this day of every month; a month without that day is skipped, not moved to its end.
        case monthly(day: Int)

        /// On this day of every year; 29 February falls on the 28th in a common year.
        case yearly(MonthDay)

        /// On this day of every Vietnamese lunar year, never in a leap month; a year without that day is skipped.
        case lunarYearly(month: Int, day: Int)

        /// On this day of every lunar month, leap months included; a month of 29 days has no 30th and is skipped.
        case lunarMonthly(day: Int)
    }

    public let rhythm: Rhythm

    /// The last day on which the post may come.
    public let until: Day

    /// How many days one recurrence may have.
    public static let limit = 400

    public init(_ rhythm: Rhythm, until: Day) {
        self.rhythm = rhythm
        self.until = until
    }

    /// The days from a first one to `until`, both included, in order; empty where the end lies before the first day.
    ///
    /// - Throws: where the rhythm names a day that never comes, where a lunar one leaves the years the lunar calendar
    ///   answers for, and where there are more days than `limit`; never a shortened list.
    public func days(from first: Day) throws(RecurrenceError) -> [Day] {
        try rhythm.validate()
        guard first <= until else { return [] }
        if rhythm.isLunar { try Recurrence.requireLunarYears(first, until) }
        var days: [Day] = []
        for year in first.year...until.year {
            days += rhythm.days(in: year).filter { first <= $0 && $0 <= until }
            guard days.count <= Recurrence.limit else { throw .tooMany(limit: Recurrence.limit) }
        }
        return days
    }

    private static func requireLunarYears(_ days: Day...) throws(RecurrenceError) {
        do {
            for day in days { _ = try LunarCalendar.lunar(of: day) }
        } catch {
            throw .lunar(error)
        }
    }
}

extension Recurrence.Rhythm {
    var isLunar: Bool {
        switch self {
        case .weekly, .monthly, .yearly: false
        case .lunarYearly, .lunarMonthly: true
        }
    }

    /// Every day of a solar year in this rhythm, in order.
    func days(in year: Int) -> [Day] {
        switch self {
        case .weekly(let isoWeekdays):
            (1...12).flatMap { ObservanceRule.month($0).dates(in: year) }.flatMap(\.days)
                .filter { isoWeekdays.contains($0.isoWeekday) }
        case .monthly(let day):
            (1...12).compactMap { Day(year: year, month: $0, day: day) }
        case .yearly(let monthDay):
            monthDay.day(in: year).map { [$0] } ?? []
        case .lunarYearly(let month, let day):
            ObservanceRule.lunar(month: month, day: day).dates(in: year).map(\.first)
        case .lunarMonthly(let day):
            [year - 1, year].flatMap { (try? LunarCalendar.months(in: $0)) ?? [] }
                .compactMap { $0.day(day) }
                .filter { $0.year == year }
        }
    }

    /// Refuses a rhythm that can never come, with the reason.
    public func validate() throws(RecurrenceError) {
        switch self {
        case .weekly(let isoWeekdays):
            guard !isoWeekdays.isEmpty else { throw .noWeekday }
            if let strange = isoWeekdays.subtracting(1...7).min() { throw .noSuchWeekday(strange) }
        case .monthly(let day):
            guard (1...31).contains(day) else { throw .noSuchDay(day, last: 31) }
        case .yearly:
            break
        case .lunarYearly(let month, let day):
            guard (1...12).contains(month) else { throw .lunar(.monthOutOfRange(month)) }
            guard (1...30).contains(day) else { throw .noSuchDay(day, last: 30) }
        case .lunarMonthly(let day):
            guard (1...30).contains(day) else { throw .noSuchDay(day, last: 30) }
        }
    }
}
