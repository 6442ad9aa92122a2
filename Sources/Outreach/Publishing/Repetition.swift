/// How often a post comes again, as a person asks for it; the first day settles the rest.
public enum Repetition: String, Sendable, Hashable, CaseIterable {
    case weekly, monthly, yearly
    case lunarMonthly = "lunar-monthly"
    case lunarYearly = "lunar-yearly"

    /// - Parameter weekdays: further days of the week, for a weekly one.
    public func rhythm(from day: Day, weekdays: Set<Int> = []) throws(RecurrenceError) -> Recurrence.Rhythm {
        switch self {
        case .weekly: return .weekly(isoWeekdays: weekdays.union([day.isoWeekday]))
        case .monthly: return .monthly(day: day.day)
        case .yearly:
            guard let date = MonthDay(month: day.month, day: day.day) else { throw .noSuchDay(day.day, last: 31) }
            return .yearly(date)
        case .lunarMonthly: return .lunarMonthly(day: try lunar(day).day)
        case .lunarYearly:
            let lunar = try lunar(day)
            return .lunarYearly(month: lunar.month, day: lunar.day)
        }
    }

    private func lunar(_ day: Day) throws(RecurrenceError) -> LunarDate {
        do {
            return try LunarCalendar.lunar(of: day)
        } catch {
            throw .lunar(error)
        }
    }

    public var words: Message {
        switch self {
        case .weekly: Message(vi: "hằng tuần", en: "every week")
        case .monthly: Message(vi: "hằng tháng", en: "every month")
        case .yearly: Message(vi: "hằng năm", en: "every year")
        case .lunarMonthly: Message(vi: "hằng tháng âm lịch", en: "every lunar month")
        case .lunarYearly: Message(vi: "hằng năm âm lịch", en: "every lunar year")
        }
    }
}
