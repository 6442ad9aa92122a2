/// When an observance comes round, for any year.
public enum ObservanceRule: Sendable, Hashable, Codable {
    /// The same solar day every year.
    case day(MonthDay)

    /// From one day to another, both included; a span that crosses the new year belongs to the year it begins in.
    case span(MonthDay, MonthDay)

    /// A whole month.
    case month(Int)

    /// The nth weekday of a month, Monday 1 to Sunday 7; -1 is the last, and not every year has a fifth.
    case weekday(nth: Int, isoWeekday: Int, month: Int)

    /// A day of the Vietnamese lunar year, never in a leap month; a 30th exists only where its month has 30 days.
    case lunar(month: Int, day: Int)

    /// The occurrences that begin in a solar year, in order.
    ///
    /// Mostly one, and none where the year lacks the day. The first day of lunar month 12 and its neighbours lie near
    /// the turn of the solar year, so that one year may hold two of them and another none. Outside
    /// `LunarCalendar.supportedYears` no lunar day is found.
    public func dates(in year: Int) -> [DayRange] {
        switch self {
        case .day(let day):
            day.day(in: year).map { [DayRange($0)] } ?? []
        case .span(let first, let last):
            MonthDaySpan(first, last).dates(in: year).map { [$0] } ?? []
        case .month(let month):
            month.range(in: year).map { [$0] } ?? []
        case .weekday(let nth, let isoWeekday, let month):
            nthDay(nth, isoWeekday: isoWeekday, month: month, year: year).map { [DayRange($0)] } ?? []
        case .lunar(let month, let day):
            [year - 1, year]
                .compactMap { try? LunarCalendar.day(of: LunarDate(day: day, month: month, year: $0)) }
                .filter { $0.year == year }
                .map { DayRange($0) }
        }
    }

    private func nthDay(_ nth: Int, isoWeekday: Int, month: Int, year: Int) -> Day? {
        let days = month.range(in: year)?.days.filter { $0.isoWeekday == isoWeekday } ?? []
        let index = nth == -1 ? days.count - 1 : nth - 1
        return days.indices.contains(index) ? days[index] : nil
    }
}

extension Int {
    /// The days of the month of this number, or nil where a year has no such month.
    fileprivate func range(in year: Int) -> DayRange? {
        Day(year: year, month: self, day: 1).map(DayRange.init(monthOf:))
    }
}
