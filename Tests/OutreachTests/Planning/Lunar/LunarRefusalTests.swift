import Outreach
import Testing

struct LunarRefusalTests {
    @Test func `day 30 of a month of 29 days is refused, and the reason names the length`() {
        let eve = LunarDate(day: 30, month: 12, year: 2025)
        #expect(throws: LunarError.noSuchDay(eve, length: 29)) { try LunarCalendar.day(of: eve) }
        let message = LunarError.noSuchDay(eve, length: 29).message
        #expect(message.vietnamese.contains("30/12/2025"))
        #expect(message.vietnamese.contains("29 ngày"))
        #expect(message.english.contains("29 days"))
    }

    @Test(arguments: [-1, 0, 31]) func `days no lunar month has are refused`(day: Int) {
        let date = LunarDate(day: day, month: 1, year: 2026)
        #expect(throws: LunarError.noSuchDay(date, length: 30)) { try LunarCalendar.day(of: date) }
    }

    @Test(arguments: [0, 13]) func `a month out of range is refused`(month: Int) {
        #expect(throws: LunarError.monthOutOfRange(month)) {
            try LunarCalendar.day(of: LunarDate(day: 1, month: month, year: 2026))
        }
        #expect(throws: LunarError.monthOutOfRange(month)) { try LunarCalendar.length(ofMonth: month, year: 2026) }
    }

    @Test func `another leap month than the year's own is refused, and the reason names the right one`() {
        let error = LunarError.noSuchLeapMonth(month: 5, year: 2025, actual: 6)
        #expect(throws: error) { try LunarCalendar.day(of: LunarDate(day: 1, month: 5, year: 2025, isLeap: true)) }
        #expect(error.message.vietnamese.contains("nhuận tháng 6"))
        #expect(error.message.english.contains("its leap month is 6"))
    }

    @Test func `a leap eleventh month is found only in the year that has it`() throws {
        #expect(try LunarCalendar.length(ofMonth: 11, year: 2033, isLeap: true) == 29)
        #expect(throws: LunarError.noSuchLeapMonth(month: 11, year: 2034, actual: nil)) {
            try LunarCalendar.length(ofMonth: 11, year: 2034, isLeap: true)
        }
    }

    @Test(arguments: [1967, 2101, Int.min, Int.max]) func `years outside the supported span are refused`(year: Int) {
        #expect(throws: LunarError.yearOutOfSpan(year)) {
            try LunarCalendar.day(of: LunarDate(day: 1, month: 1, year: year))
        }
        #expect(throws: LunarError.yearOutOfSpan(year)) { try LunarCalendar.months(in: year) }
        #expect(LunarCalendar.leapMonth(in: year) == nil)
    }

    @Test func `solar days are answered from the first supported lunar year's first to the last one's last`() throws {
        let first = try #require(Day("1968-01-29"))
        let last = try #require(Day("2101-01-28"))
        #expect(try LunarCalendar.lunar(of: first).description == "1/1/1968")
        #expect(try LunarCalendar.lunar(of: last).description == "29/12/2100")
        for day in [first - 1, last + 1, first - 100_000, last + 100_000] {
            #expect(throws: LunarError.dayOutOfSpan(day)) { try LunarCalendar.lunar(of: day) }
        }
    }

    @Test(arguments: [
        LunarError.monthOutOfRange(13), .yearOutOfSpan(1967), .noSuchLeapMonth(month: 6, year: 2024, actual: nil),
        .noSuchLeapMonth(month: 5, year: 2025, actual: 6),
        .noSuchDay(LunarDate(day: 30, month: 2, year: 2026), length: 29),
    ])
    func `every refusal says in both languages what to do`(error: LunarError) {
        #expect(error.message.vietnamese.contains("Hãy"))
        #expect(error.message.vietnamese != error.message.english)
        #expect(error.message.english.hasSuffix("."))
    }
}
