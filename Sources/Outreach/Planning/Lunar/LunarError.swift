/// Why a lunar date cannot be turned into a day, or a day into a lunar date.
public enum LunarError: ReadableError, Hashable {
    case monthOutOfRange(Int)

    /// The year lies outside `LunarCalendar.supportedYears`.
    case yearOutOfSpan(Int)

    /// The solar day lies outside the days of `LunarCalendar.supportedYears`.
    case dayOutOfSpan(Day)

    /// The leap month asked for, and the one that year has, if any.
    case noSuchLeapMonth(month: Int, year: Int, actual: Int?)

    /// The date asked for, and how many days its month has.
    case noSuchDay(LunarDate, length: Int)

    public var message: Message {
        let span = LunarCalendar.supportedYears
        return switch self {
        case .monthOutOfRange(let month):
            Message(
                vi: "Âm lịch không có tháng \(month). Hãy ghi tháng từ 1 đến 12.",
                en: "The lunar calendar has no month \(month). Write a month from 1 to 12."
            )
        case .yearOutOfSpan(let year):
            Message(
                vi: "Năm âm lịch \(year) nằm ngoài khoảng đã kiểm chứng. "
                    + "Hãy chọn năm từ \(span.lowerBound) đến \(span.upperBound).",
                en: "The lunar year \(year) lies outside the verified span. "
                    + "Choose a year from \(span.lowerBound) to \(span.upperBound)."
            )
        case .dayOutOfSpan(let day):
            Message(
                vi: "Không đổi được ngày \(day.written) sang âm lịch. "
                    + "Hãy chọn ngày thuộc các năm âm lịch từ \(span.lowerBound) đến \(span.upperBound).",
                en: "\(day.written) cannot be turned into a lunar date. "
                    + "Choose a day in the lunar years from \(span.lowerBound) to \(span.upperBound)."
            )
        case .noSuchLeapMonth(let month, let year, .some(let actual)):
            Message(
                vi: "Năm âm lịch \(year) không nhuận tháng \(month) mà nhuận tháng \(actual). Hãy sửa lại tháng.",
                en: "The lunar year \(year) has no leap month \(month); its leap month is \(actual). Correct the month."
            )
        case .noSuchLeapMonth(let month, let year, .none):
            Message(
                vi: "Năm âm lịch \(year) không nhuận nên không có tháng \(month) nhuận. Hãy bỏ chữ n sau số tháng.",
                en: "The lunar year \(year) has no leap month, so no leap month \(month). "
                    + "Leave out the n after the month."
            )
        case .noSuchDay(let date, let length):
            Message(
                vi: "Không có ngày \(date) âm lịch: tháng này chỉ có \(length) ngày. Hãy chọn ngày từ 1 đến \(length).",
                en: "There is no lunar day \(date): that month has \(length) days. Choose a day from 1 to \(length)."
            )
        }
    }
}
