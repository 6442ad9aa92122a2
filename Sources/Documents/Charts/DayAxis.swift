import Outreach

/// A scale of days with at most eight ticks, or four on a narrow screen: on days, Mondays, or the first of a month, quarter, half-year or year.
struct DayAxis {
    let range: DayRange
    let ticks: [Tick]

    struct Tick: Equatable {
        let day: Day
        let label: String
    }

    init(_ range: DayRange, _ language: Language) {
        self.range = range
        let step = Step.all.first { $0.isCoarse(for: range, Self.maximum) } ?? .months(24_000)
        let days = step.days(in: range)
        let crossesYears = range.first.year != range.last.year
        ticks = days.map { Tick(day: $0, label: step.label($0, withYear: crossesYears, language)) }
    }

    /// Where a day lies between the ends, 0 to 1; a single day lies in the middle.
    func fraction(of day: Day) -> Double {
        range.count == 1 ? 0.5 : Double(day - range.first) / Double(range.count - 1)
    }

    private static var maximum: Int { ChartCanvas.width < 480 ? 4 : 8 }
}

/// The distance between two ticks.
private enum Step {
    case days(Int)
    case mondays(Int)
    case months(Int)

    static let all: [Step] =
        [.days(1), .days(2), .mondays(1), .mondays(2), .months(1), .months(2), .months(3), .months(6)]
        + [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000].map { .months(12 * $0) }

    /// Whether the range has at most so many ticks at this distance.
    func isCoarse(for range: DayRange, _ maximum: Int) -> Bool {
        range.count / longest <= maximum && days(in: range).count <= maximum
    }

    /// The most days between two ticks; settles long ranges without counting them out.
    private var longest: Int {
        switch self {
        case .days(let count): count
        case .mondays(let count): 7 * count
        case .months(let count): 31 * count
        }
    }

    func days(in range: DayRange) -> [Day] {
        switch self {
        case .days(let count):
            return stride(from: range.first.julianDay, through: range.last.julianDay, by: count).map(
                Day.init(julianDay:))
        case .mondays(let count):
            let first = range.first + (8 - range.first.isoWeekday) % 7
            return stride(from: first.julianDay, through: range.last.julianDay, by: 7 * count).map(Day.init(julianDay:))
        case .months(let count):
            let first = range.first.year * 12
            let last = range.last.year * 12 + 11
            return stride(from: first - first % count, through: last, by: count)
                .compactMap { Day(year: $0 / 12, month: $0 % 12 + 1, day: 1) }
                .filter(range.contains)
        }
    }

    func label(_ day: Day, withYear: Bool, _ language: Language) -> String {
        switch (self, language) {
        case (.months(let count), _) where count.isMultiple(of: 12): "\(day.year)"
        case (.months, .vietnamese): "\(day.month.padded(2))/\(day.year)"
        case (.months, .english): "\(Step.englishMonths[day.month - 1]) \(day.year)"
        case (.days, _), (.mondays, _): withYear ? day.written : String(day.written.prefix(5))
        }
    }

    private static let englishMonths = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
