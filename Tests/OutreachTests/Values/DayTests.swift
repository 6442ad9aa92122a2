import Foundation
import Outreach
import Testing

struct DayTests {
    @Test func `every day from 1900 to 2200 leads to year, month and day and back`() throws {
        var expected = try #require(Day(year: 1900, month: 1, day: 1))
        for year in 1900...2200 {
            for month in 1...12 {
                for number in 1...Day.length(ofMonth: month, year: year) {
                    let day = try #require(Day(year: year, month: month, day: number))
                    let (foundYear, foundMonth, foundNumber) = day.components
                    guard day == expected, (foundYear, foundMonth, foundNumber) == (year, month, number) else {
                        Issue.record("\(year)-\(month)-\(number) became \(day)")
                        return
                    }
                    expected = expected + 1
                }
            }
        }
        #expect(expected == Day(year: 2201, month: 1, day: 1))
    }

    @Test(arguments: [
        ("2026-06-17", "2026-06-01", "2026-06-30"), ("2028-02-29", "2028-02-01", "2028-02-29"),
        ("2100-02-01", "2100-02-01", "2100-02-28"), ("2026-12-31", "2026-12-01", "2026-12-31"),
    ])
    func `the month of a day is all of it`(day: String, first: String, last: String) throws {
        let month = DayRange(monthOf: try #require(Day(day)))
        #expect(month.first.description == first)
        #expect(month.last.description == last)
    }

    @Test func `the first day of every month from 1900 to 2200 reads what it prints`() throws {
        for (year, month) in (1900...2200).flatMap({ year in (1...12).map { (year, $0) } }) {
            let day = try #require(Day(year: year, month: month, day: 1))
            #expect(Day(day.description) == day)
        }
    }

    @Test(arguments: [(1, "0001-02-09"), (44, "0044-02-09"), (987, "0987-02-09"), (9999, "9999-02-09")])
    func `a day is printed in ten characters in every year`(year: Int, text: String) throws {
        #expect(try #require(Day(year: year, month: 2, day: 9)).description == text)
    }

    @Test(arguments: [
        ("1582-10-15", 2_299_161), ("1858-11-17", 2_400_001), ("1970-01-01", 2_440_588), ("2000-01-01", 2_451_545),
    ])
    func `days have their Julian day number`(text: String, number: Int) {
        #expect(Day(text)?.julianDay == number)
    }

    @Test(arguments: [
        ("1900-01-01", 1), ("1969-07-20", 7), ("2000-01-01", 6), ("2024-02-29", 4), ("2026-06-01", 1),
        ("2026-06-07", 7),
    ])
    func `weekdays run from Monday 1 to Sunday 7`(text: String, weekday: Int) {
        #expect(Day(text)?.isoWeekday == weekday)
    }

    @Test func `weekdays step by one and start again after Sunday`() throws {
        let first = try #require(Day("1900-01-01"))
        let weekdays = (0..<110_000).map { (first + $0).isoWeekday }
        #expect(weekdays.indices.allSatisfy { weekdays[$0] == $0 % 7 + 1 })
    }

    @Test func `a century is a leap year only where 400 divides it`() {
        #expect([1900, 2000, 2023, 2024, 2100, 2200].map(Day.isLeap) == [false, true, false, true, false, false])
        #expect(Day(year: 1900, month: 2, day: 29) == nil)
        #expect(Day(year: 2000, month: 2, day: 29) != nil)
    }

    @Test(arguments: [
        "", "2026-6-1", "2026-06-1", "26-06-01", "2026/06/01", "01/06/2026", "2026-02-29", "2026-06-31", "2026-00-01",
        "2026-13-01", "2026-06-00", "0000-01-01", " 2026-06-01", "2026-06-01 ", "2026-06-01T00:00", "+026-06-01",
        "2026-+6-01", "-026-06-01", "٢٠٢٦-06-01", "２０２６-06-01", "2026–06–01", "2026-06-01\r\n", "2026-06-0x",
    ])
    func `other forms, and days that do not exist, are not read`(text: String) {
        #expect(Day(text) == nil)
    }

    @Test func `the first and the last day a calendar year can hold are read`() {
        #expect(Day("0001-01-01")?.components.year == 1)
        #expect(Day("9999-12-31")?.description == "9999-12-31")
        #expect(Day(year: 10_000, month: 1, day: 1) == nil)
    }

    @Test func `adding days crosses months, leap days and years`() throws {
        let day = try #require(Day("2024-02-28"))
        #expect((day + 1).description == "2024-02-29")
        #expect((day + 2).description == "2024-03-01")
        #expect((day - 59).description == "2023-12-31")
        #expect(day + 366 - day == 366)
        #expect(day < day + 1)
    }

    @Test func `offices read day, month and year in that order, with the time in front`() throws {
        let day = try #require(Day("2026-06-01"))
        #expect(day.written == "01/06/2026")
        #expect(try #require(TimeOfDay("07:30")).written(on: day) == "07:30 · 01/06/2026")
        let moment = Zone.vietnam.instant(day, try #require(TimeOfDay("07:30")))
        #expect(Zone.vietnam.written(moment) == "07:30 · 01/06/2026")
    }

    @Test func `a day is coded as its text`() throws {
        let days = [try #require(Day("2026-06-01"))]
        let data = try JSONEncoder().encode(days)
        #expect(String(bytes: data, encoding: .utf8) == #"["2026-06-01"]"#)
        #expect(try JSONDecoder().decode([Day].self, from: data) == days)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Day].self, from: Data(#"["2026-02-30"]"#.utf8))
        }
    }
}
