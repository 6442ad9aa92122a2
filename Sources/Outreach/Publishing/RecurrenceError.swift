/// Why a recurrence yields no days.
public enum RecurrenceError: ReadableError, Hashable {
    case noWeekday
    case noSuchWeekday(Int)

    /// The day asked for, and the last one a month can have.
    case noSuchDay(Int, last: Int)

    case tooMany(limit: Int)

    /// The recurrence leaves the years the lunar calendar answers for, or names no lunar month.
    case lunar(LunarError)

    public var message: Message {
        switch self {
        case .noWeekday:
            Message(
                vi: "Chưa chọn thứ nào trong tuần nên không có ngày lặp lại nào. Hãy chọn ít nhất một thứ.",
                en: "No weekday is chosen, so no day repeats. Choose at least one weekday."
            )
        case .noSuchWeekday(let weekday):
            ObservanceRuleError.noSuchWeekday(weekday).message
        case .noSuchDay(let day, let last):
            Message(
                vi: "Không tháng nào có ngày \(day) nên không có ngày lặp lại nào. Hãy ghi ngày từ 1 đến \(last).",
                en: "No month has a day \(day), so no day repeats. Write a day from 1 to \(last)."
            )
        case .tooMany(let limit):
            Message(
                vi: "Lịch lặp lại này có hơn \(limit) ngày nên chưa thêm ngày nào. Hãy chọn ngày kết thúc sớm hơn.",
                en: "This repetition has more than \(limit) days, so none was added. Choose an earlier last day."
            )
        case .lunar(let error):
            error.message
        }
    }
}
