import Outreach
import Testing

struct MonthDayTests {
    @Test func `a day of the year reads and prints as month and day`() throws {
        let childrensDay = try #require(MonthDay("06-01"))
        #expect(childrensDay == MonthDay(month: 6, day: 1))
        #expect(childrensDay.description == "06-01")
        #expect(childrensDay.day(in: 2026) == Day(year: 2026, month: 6, day: 1))
    }

    @Test func `29 February falls on the 28th in a common year`() throws {
        let leapDay = try #require(MonthDay("02-29"))
        #expect(leapDay.day(in: 2024) == Day(year: 2024, month: 2, day: 29))
        #expect(leapDay.day(in: 2026) == Day(year: 2026, month: 2, day: 28))
    }

    @Test(arguments: ["", "6-1", "06-31", "13-01", "00-01", "01-00", "02-30", "0601", "06/01", "06-01 ", "٠٦-01"])
    func `a day that no year has, or another form, is not read`(text: String) {
        #expect(MonthDay(text) == nil)
    }

    @Test func `days of the year are in order of month, then day`() throws {
        let texts = ["12-31", "01-31", "02-01", "01-01"]
        let sorted = try texts.map { try #require(MonthDay($0)) }.sorted()
        #expect(sorted.map(\.description) == ["01-01", "01-31", "02-01", "12-31"])
    }

    @Test func `years that days cannot have yield nothing`() throws {
        let day = try #require(MonthDay("06-01"))
        #expect(day.day(in: 0) == nil)
        #expect(day.day(in: 10_000) == nil)
    }
}
