/// The minutes of each day of the week at which something may take place.
struct OpenTimes: Sendable, Hashable {
    /// Seven lists, Monday first, each in order and without touching spans.
    private let week: [[Range<Int>]]

    init(week: [[Range<Int>]]) {
        self.week = week
    }

    /// A channel's hours, asked once for every day of the week: they are the same in all weeks.
    init(_ hours: PostingHours) {
        week = (0..<7).map { weekday in
            hours.openSpans(of: Day(julianDay: OpenTimes.anyMonday + weekday))
                .map { $0.from.minutes..<$0.endMinute }
        }
    }

    func spans(on day: Day) -> [Range<Int>] { week[day.isoWeekday - 1] }

    func contains(_ time: TimeOfDay, on day: Day) -> Bool {
        spans(on: day).contains { $0.contains(time.minutes) }
    }

    private static let anyMonday = 2_440_592
}

/// When sessions can be held, unless a person chooses otherwise.
enum SessionHours {
    /// Never so late that people go home in the night.
    private static let usual = OpenTimes(week: Array(repeating: [day], count: 7))

    /// Schools give no lessons on Sundays.
    private static let school = OpenTimes(week: Array(repeating: [day], count: 6) + [[]])

    private static let day = 6 * 60..<21 * 60

    /// Minutes from the beginning of one session to the next of the same unit: to hold it, and to get there.
    static let minutesApart = 120

    static func times(for form: SessionForm) -> OpenTimes {
        form == .schoolSession ? school : usual
    }
}
