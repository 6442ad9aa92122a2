import Foundation
import Outreach
import Testing

struct ObservanceRuleTests {
    @Test func `a fixed day comes once a year`() throws {
        let rule = ObservanceRule.day(try #require(MonthDay("06-01")))
        #expect(try rule.dates(in: 2026) == [dayRange("2026-06-01", "2026-06-01")])
    }

    @Test func `a span covers both its ends`() throws {
        let rule = ObservanceRule.span(try #require(MonthDay("11-15")), try #require(MonthDay("12-15")))
        #expect(try rule.dates(in: 2026) == [dayRange("2026-11-15", "2026-12-15")])
        #expect(rule.dates(in: 2026).first?.count == 31)
    }

    @Test func `a span across the new year begins in the year asked`() throws {
        let rule = ObservanceRule.span(try #require(MonthDay("12-15")), try #require(MonthDay("01-15")))
        #expect(try rule.dates(in: 2026) == [dayRange("2026-12-15", "2027-01-15")])
    }

    @Test func `a month covers all its days`() throws {
        #expect(try ObservanceRule.month(6).dates(in: 2026) == [dayRange("2026-06-01", "2026-06-30")])
        #expect(try ObservanceRule.month(2).dates(in: 2028) == [dayRange("2028-02-01", "2028-02-29")])
    }

    @Test func `the nth weekday is counted from the first of the month, or from its end`() throws {
        let secondSunday = ObservanceRule.weekday(nth: 2, isoWeekday: 7, month: 5)
        #expect(try secondSunday.dates(in: 2026) == [dayRange("2026-05-10", "2026-05-10")])
        let lastSunday = ObservanceRule.weekday(nth: -1, isoWeekday: 7, month: 5)
        #expect(try lastSunday.dates(in: 2026) == [dayRange("2026-05-31", "2026-05-31")])
        #expect(try lastSunday.dates(in: 2025) == [dayRange("2025-05-25", "2025-05-25")])
    }

    @Test func `a fifth weekday exists in some years only`() throws {
        let fifthSunday = ObservanceRule.weekday(nth: 5, isoWeekday: 7, month: 5)
        #expect(try fifthSunday.dates(in: 2026) == [dayRange("2026-05-31", "2026-05-31")])
        #expect(fifthSunday.dates(in: 2025).isEmpty)
    }

    @Test func `Mid-Autumn and Tết fall on their solar days`() throws {
        let midAutumn = ObservanceRule.lunar(month: 8, day: 15)
        #expect(try midAutumn.dates(in: 2026) == [dayRange("2026-09-25", "2026-09-25")])
        let tet = ObservanceRule.lunar(month: 1, day: 1)
        #expect(try tet.dates(in: 2026) == [dayRange("2026-02-17", "2026-02-17")])
        let kitchenGods = ObservanceRule.lunar(month: 12, day: 23)
        #expect(try kitchenGods.dates(in: 2026) == [dayRange("2026-02-10", "2026-02-10")])
    }

    @Test func `one solar year may hold a lunar day twice and the next not at all`() throws {
        let firstOfTwelfth = ObservanceRule.lunar(month: 12, day: 1)
        #expect(
            try firstOfTwelfth.dates(in: 2024)
                == [dayRange("2024-01-11", "2024-01-11"), dayRange("2024-12-31", "2024-12-31")])
        #expect(firstOfTwelfth.dates(in: 2025).isEmpty)
    }

    @Test func `a lunar day is not kept again in the leap month`() throws {
        #expect(try ObservanceRule.lunar(month: 6, day: 1).dates(in: 2025) == [dayRange("2025-06-25", "2025-06-25")])
    }

    @Test func `the thirtieth of a month of 29 days is left out`() throws {
        let eve = ObservanceRule.lunar(month: 12, day: 30)
        #expect(eve.dates(in: 2026).isEmpty)
        #expect(try eve.dates(in: 2024) == [dayRange("2024-02-09", "2024-02-09")])
    }

    @Test func `outside the years of the lunar calendar no lunar day is found`() {
        #expect(ObservanceRule.lunar(month: 8, day: 15).dates(in: 1967).isEmpty)
        #expect(ObservanceRule.lunar(month: 8, day: 15).dates(in: 2101).isEmpty)
        #expect(ObservanceRule.lunar(month: 1, day: 1).dates(in: Int.max).isEmpty)
    }

    @Test(arguments: [
        (ObservanceRule.month(13), ObservanceRuleError.noSuchMonth(13)),
        (.weekday(nth: 0, isoWeekday: 7, month: 5), .noSuchPlace(0)),
        (.weekday(nth: 6, isoWeekday: 7, month: 5), .noSuchPlace(6)),
        (.weekday(nth: 1, isoWeekday: 8, month: 5), .noSuchWeekday(8)),
        (.weekday(nth: 1, isoWeekday: 7, month: 0), .noSuchMonth(0)),
        (.lunar(month: 13, day: 1), .noSuchLunarDay(month: 13, day: 1)),
        (.lunar(month: 1, day: 31), .noSuchLunarDay(month: 1, day: 31)),
    ])
    func `a rule that no year can satisfy is refused and yields nothing`(
        rule: ObservanceRule, error: ObservanceRuleError
    ) {
        #expect(throws: error) { try rule.validate() }
        #expect(error.message.vietnamese.contains("Hãy"))
        #expect((1970...2100).allSatisfy { rule.dates(in: $0).isEmpty })
    }

    @Test func `rules that some year satisfies are accepted and survive coding`() throws {
        let day = try #require(MonthDay("06-01"))
        let rules: [ObservanceRule] = [
            .day(day), .span(day, day), .month(6), .weekday(nth: -1, isoWeekday: 1, month: 1),
            .weekday(nth: 5, isoWeekday: 7, month: 2), .lunar(month: 12, day: 30),
        ]
        for rule in rules { #expect(throws: Never.self) { try rule.validate() } }
        #expect(try JSONDecoder().decode([ObservanceRule].self, from: JSONEncoder().encode(rules)) == rules)
    }
}
