import Foundation
import Outreach
import Testing

struct RecurrenceTests {
    @Test func `weekly posts come on the chosen weekdays, both ends included`() throws {
        #expect(
            try days(.weekly(isoWeekdays: [1, 4]), from: "2026-06-01", until: "2026-06-15")
                == ["2026-06-01", "2026-06-04", "2026-06-08", "2026-06-11", "2026-06-15"])
    }

    @Test func `a month without the day is skipped, not moved to its end`() throws {
        #expect(
            try days(.monthly(day: 31), from: "2026-01-01", until: "2026-07-31")
                == ["2026-01-31", "2026-03-31", "2026-05-31", "2026-07-31"])
    }

    @Test func `yearly posts keep their day, and 29 February falls on the 28th in a common year`() throws {
        #expect(
            try days(.yearly(try #require(MonthDay("06-01"))), from: "2026-06-02", until: "2028-06-01")
                == ["2027-06-01", "2028-06-01"])
        #expect(
            try days(.yearly(try #require(MonthDay("02-29"))), from: "2026-01-01", until: "2028-12-31")
                == ["2026-02-28", "2027-02-28", "2028-02-29"])
    }

    @Test func `yearly lunar posts follow the lunar year`() throws {
        #expect(
            try days(.lunarYearly(month: 8, day: 15), from: "2025-01-01", until: "2027-12-31")
                == ["2025-10-06", "2026-09-25", "2027-09-15"])
    }

    @Test func `yearly lunar posts do not come again in the leap month`() throws {
        #expect(
            try days(.lunarYearly(month: 6, day: 1), from: "2025-01-01", until: "2025-12-31") == ["2025-06-25"])
    }

    @Test func `monthly lunar posts come in the leap month too`() throws {
        #expect(
            try days(.lunarMonthly(day: 1), from: "2025-05-27", until: "2025-08-23")
                == ["2025-05-27", "2025-06-25", "2025-07-25", "2025-08-23"])
    }

    @Test func `monthly lunar posts cross the turn of both years without gap or repetition`() throws {
        let texts = try days(.lunarMonthly(day: 15), from: "2025-11-01", until: "2027-03-31")
        let found = texts.compactMap { Day($0) }
        #expect(found.count == 18)
        #expect(zip(found, found.dropFirst()).allSatisfy { (29...30).contains($1 - $0) })
        #expect(try found.allSatisfy { try LunarCalendar.lunar(of: $0).day == 15 })
    }

    @Test func `lunar months of 29 days have no thirtieth and are skipped`() throws {
        let texts = try days(.lunarMonthly(day: 30), from: "2026-01-01", until: "2026-06-30")
        #expect(texts == ["2026-01-18", "2026-03-18", "2026-05-16"])
    }

    @Test func `an end before the first day leaves nothing`() throws {
        #expect(try days(.weekly(isoWeekdays: [1]), from: "2026-06-02", until: "2026-06-01").isEmpty)
        #expect(try days(.monthly(day: 31), from: "2026-06-01", until: "2026-06-30").isEmpty)
    }

    @Test func `four hundred days are allowed and the next one is refused, with nothing listed`() throws {
        let daily = Recurrence.Rhythm.weekly(isoWeekdays: Set(1...7))
        #expect(try days(daily, from: "2026-01-01", until: "2027-02-04").count == Recurrence.limit)
        #expect(throws: RecurrenceError.tooMany(limit: 400)) {
            try days(daily, from: "2026-01-01", until: "2027-02-05")
        }
        #expect(throws: RecurrenceError.tooMany(limit: 400)) {
            try days(.yearly(try #require(MonthDay("06-01"))), from: "0001-01-01", until: "9999-12-31")
        }
    }

    @Test func `a lunar rhythm beyond the years of the lunar calendar is refused, not cut short`() throws {
        let end = try #require(Day("2101-06-01"))
        #expect(throws: RecurrenceError.lunar(.dayOutOfSpan(end))) {
            try days(.lunarYearly(month: 8, day: 15), from: "2099-01-01", until: "2101-06-01")
        }
    }

    @Test(arguments: [
        (Recurrence.Rhythm.weekly(isoWeekdays: []), RecurrenceError.noWeekday),
        (.weekly(isoWeekdays: [1, 8]), .noSuchWeekday(8)),
        (.monthly(day: 0), .noSuchDay(0, last: 31)),
        (.monthly(day: 32), .noSuchDay(32, last: 31)),
        (.lunarMonthly(day: 31), .noSuchDay(31, last: 30)),
        (.lunarYearly(month: 1, day: 31), .noSuchDay(31, last: 30)),
        (.lunarYearly(month: 13, day: 1), .lunar(.monthOutOfRange(13))),
    ])
    func `a rhythm that never comes is refused with the reason in both languages`(
        rhythm: Recurrence.Rhythm, error: RecurrenceError
    ) {
        #expect(throws: error) { try days(rhythm, from: "2026-01-01", until: "2026-12-31") }
        #expect(error.message.vietnamese.contains("Hãy"))
        #expect(error.message.english != error.message.vietnamese)
    }

    @Test func `a recurrence survives coding`() throws {
        let until = try #require(Day("2026-12-31"))
        let rhythms: [Recurrence.Rhythm] = [
            .weekly(isoWeekdays: [1, 4]), .monthly(day: 31), .yearly(try #require(MonthDay("06-01"))),
            .lunarYearly(month: 8, day: 15), .lunarMonthly(day: 1),
        ]
        let recurrences = rhythms.map { Recurrence($0, until: until) }
        let data = try JSONEncoder().encode(recurrences)
        #expect(try JSONDecoder().decode([Recurrence].self, from: data) == recurrences)
    }

    private func days(_ rhythm: Recurrence.Rhythm, from first: String, until last: String) throws -> [String] {
        let recurrence = Recurrence(rhythm, until: try #require(Day(last)))
        return try recurrence.days(from: try #require(Day(first))).map(\.description)
    }
}
