import Foundation
import Outreach
import Testing

struct ObservanceTests {
    @Test func `the action month has its focus inside and its planning before`() throws {
        let june = try observance("action-month", .month(6), focus: ("06-01", "06-07"), noticeDays: 45)
        #expect(try june.dates(in: 2026) == [dayRange("2026-06-01", "2026-06-30")])
        #expect(try june.focusDates(in: 2026) == [dayRange("2026-06-01", "2026-06-07")])
        #expect(june.planningStarts(in: 2026) == [Day(year: 2026, month: 4, day: 17)])
    }

    @Test func `planning for an occurrence in January may start in the year before`() throws {
        let day = try observance("new-year", .day(try #require(MonthDay("01-05"))), noticeDays: 14)
        #expect(day.planningStarts(in: 2026) == [Day(year: 2025, month: 12, day: 22)])
    }

    @Test func `a focus may lie in the second year of a span across the new year`() throws {
        let span = ObservanceRule.span(try #require(MonthDay("12-15")), try #require(MonthDay("01-15")))
        let turn = try observance("turn-of-the-year", span, focus: ("01-01", "01-03"))
        #expect(try turn.focusDates(in: 2026) == [dayRange("2027-01-01", "2027-01-03")])
        let across = try observance("turn-of-the-year", span, focus: ("12-30", "01-02"))
        #expect(try across.focusDates(in: 2026) == [dayRange("2026-12-30", "2027-01-02")])
    }

    @Test func `a focus that lies outside the dates is left out, and so is a missing one`() throws {
        #expect(try observance("june", .month(6), focus: ("07-01", "07-02")).focusDates(in: 2026).isEmpty)
        #expect(try observance("june", .month(6), focus: ("06-29", "07-02")).focusDates(in: 2026).isEmpty)
        #expect(try observance("june", .month(6), focus: ("05-30", "06-02")).focusDates(in: 2026).isEmpty)
        #expect(try observance("june", .month(6)).focusDates(in: 2026).isEmpty)
    }

    @Test func `the occurrences of a year are listed by day, whatever their rule`() throws {
        let observances = [
            try observance("june", .month(6)),
            try observance("childrens-day", .day(try #require(MonthDay("06-01")))),
            try observance("tet", .lunar(month: 1, day: 1)),
            try observance("first-of-twelfth", .lunar(month: 12, day: 1)),
            try observance("mid-autumn", .lunar(month: 8, day: 15)),
            try observance("another-june", .month(6)),
        ]
        let occurrences = observances.occurrences(in: 2024)
        #expect(
            occurrences.map { "\($0.dates.first) \($0.observance.id)" } == [
                "2024-01-11 first-of-twelfth", "2024-02-10 tet", "2024-06-01 childrens-day", "2024-06-01 another-june",
                "2024-06-01 june", "2024-09-17 mid-autumn", "2024-12-31 first-of-twelfth",
            ])
    }

    @Test func `an observance survives coding`() throws {
        let june = try observance("action-month", .month(6), focus: ("06-01", "06-07"), noticeDays: 45)
        #expect(try JSONDecoder().decode(Observance.self, from: JSONEncoder().encode(june)) == june)
    }

    private func observance(
        _ id: String, _ rule: ObservanceRule, focus: (String, String)? = nil, noticeDays: Int = 0
    ) throws -> Observance {
        Observance(
            id: try #require(Slug(id)),
            name: LocalizedText(vi: "Ngày thử", en: "Test day"),
            rule: rule,
            focus: try focus.map { MonthDaySpan(try #require(MonthDay($0.0)), try #require(MonthDay($0.1))) },
            noticeDays: noticeDays,
            source: "test"
        )
    }
}
