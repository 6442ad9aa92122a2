import Outreach
import Testing

struct RepetitionTests {
    @Test func `a weekly one has the first day's weekday and those chosen besides`() throws {
        let monday = try #require(Day("2026-06-01"))
        #expect(try Repetition.weekly.rhythm(from: monday) == .weekly(isoWeekdays: [1]))
        #expect(try Repetition.weekly.rhythm(from: monday, weekdays: [3, 5]) == .weekly(isoWeekdays: [1, 3, 5]))
    }

    @Test func `the others follow from the first day, by the sun or by the moon`() throws {
        // Mid-Autumn 2026.
        let day = try #require(Day("2026-09-25"))
        #expect(try Repetition.monthly.rhythm(from: day) == .monthly(day: 25))
        #expect(try Repetition.lunarMonthly.rhythm(from: day) == .lunarMonthly(day: 15))
        #expect(try Repetition.lunarYearly.rhythm(from: day) == .lunarYearly(month: 8, day: 15))
    }
}
