/// Why a rule can never yield a day, whatever the year.
public enum ObservanceRuleError: ReadableError, Hashable {
    case noSuchMonth(Int)
    case noSuchWeekday(Int)
    case noSuchPlace(Int)
    case noSuchLunarDay(month: Int, day: Int)

    public var message: Message {
        switch self {
        case .noSuchMonth(let month):
            Message(
                vi: "Không có tháng \(month). Hãy ghi tháng từ 1 đến 12.",
                en: "There is no month \(month). Write a month from 1 to 12."
            )
        case .noSuchWeekday(let weekday):
            Message(
                vi: "Không có thứ trong tuần mang số \(weekday). Hãy ghi từ 1 (thứ Hai) đến 7 (Chủ nhật).",
                en: "There is no weekday \(weekday). Write 1 (Monday) to 7 (Sunday)."
            )
        case .noSuchPlace(let nth):
            Message(
                vi: "Không có lần thứ \(nth) của một thứ trong tháng. Hãy ghi từ 1 đến 5, hoặc -1 cho lần cuối cùng.",
                en: "A month has no weekday number \(nth). Write 1 to 5, or -1 for the last one."
            )
        case .noSuchLunarDay(let month, let day):
            Message(
                vi: "Không có ngày \(day)/\(month) âm lịch. Hãy ghi ngày từ 1 đến 30 và tháng từ 1 đến 12.",
                en: "There is no lunar day \(day)/\(month). Write a day from 1 to 30 and a month from 1 to 12."
            )
        }
    }
}

extension ObservanceRule {
    /// Refuses a rule that no year can satisfy, with the reason.
    public func validate() throws(ObservanceRuleError) {
        switch self {
        case .day, .span:
            break
        case .month(let month):
            guard (1...12).contains(month) else { throw .noSuchMonth(month) }
        case .weekday(let nth, let isoWeekday, let month):
            guard nth == -1 || (1...5).contains(nth) else { throw .noSuchPlace(nth) }
            guard (1...7).contains(isoWeekday) else { throw .noSuchWeekday(isoWeekday) }
            guard (1...12).contains(month) else { throw .noSuchMonth(month) }
        case .lunar(let month, let day):
            guard (1...12).contains(month), (1...30).contains(day) else {
                throw .noSuchLunarDay(month: month, day: day)
            }
        }
    }
}
