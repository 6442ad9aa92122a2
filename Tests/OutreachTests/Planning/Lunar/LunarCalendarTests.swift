import Outreach
import Testing

struct LunarCalendarTests {
    let vectors: LunarVectors

    init() throws {
        vectors = try LunarVectors.read()
    }

    @Test func `the known values say where they come from and cover the supported years`() {
        #expect(!vectors.source.isEmpty)
        #expect(vectors.tet.count == LunarCalendar.supportedYears.count)
        #expect(vectors.midAutumn.count == LunarCalendar.supportedYears.count)
        #expect(vectors.conversions.count == 400)
        #expect(vectors.invalid.count == 3)
    }

    @Test func `Tết and Mid-Autumn of every supported year fall on the known days`() throws {
        for year in LunarCalendar.supportedYears {
            let tet = try #require(vectors.tet[String(year)])
            #expect(try LunarCalendar.day(of: LunarDate(day: 1, month: 1, year: year)) == tet)
            #expect(try LunarCalendar.lunar(of: tet) == LunarDate(day: 1, month: 1, year: year))
            let midAutumn = try #require(vectors.midAutumn[String(year)])
            #expect(try LunarCalendar.day(of: LunarDate(day: 15, month: 8, year: year)) == midAutumn)
            #expect(try LunarCalendar.lunar(of: midAutumn) == LunarDate(day: 15, month: 8, year: year))
        }
    }

    @Test func `every supported year has the known leap month or none`() {
        for year in LunarCalendar.supportedYears {
            #expect(LunarCalendar.leapMonth(in: year) == vectors.leapMonths[String(year)], "\(year)")
        }
    }

    @Test func `the new year is kept at UTC+7 where a calendar of UTC+8 would have another day`() throws {
        #expect(vectors.differsFromUTC8.count == 6)
        for (year, newYears) in vectors.differsFromUTC8 {
            let year = try #require(Int(year))
            let tet = try LunarCalendar.day(of: LunarDate(day: 1, month: 1, year: year))
            #expect(tet == newYears.vietnam)
            #expect(tet != newYears.utc8)
        }
    }

    @Test func `the known days convert both ways`() throws {
        for conversion in vectors.conversions {
            #expect(try LunarCalendar.lunar(of: conversion.solar) == conversion.lunar.lunarDate)
            #expect(try LunarCalendar.day(of: conversion.lunar.lunarDate) == conversion.solar)
        }
    }

    @Test func `the known impossible dates are refused for the known reason`() {
        for refusal in vectors.invalid {
            #expect(refusal.why == "that year has no such leap month")
            let date = refusal.lunarDate
            #expect(throws: LunarError.noSuchLeapMonth(month: date.month, year: date.year, actual: nil)) {
                try LunarCalendar.day(of: date)
            }
        }
    }

    @Test func `months follow one another without gap from the first supported day to the last`() throws {
        var expected = try #require(Day(year: 1968, month: 1, day: 29))
        for year in LunarCalendar.supportedYears {
            let months = try LunarCalendar.months(in: year)
            #expect(months.count == (LunarCalendar.leapMonth(in: year) == nil ? 12 : 13))
            for month in months {
                #expect(month.first == expected)
                #expect(month.length == 29 || month.length == 30)
                expected = month.first + month.length
            }
        }
        #expect(expected == Day(year: 2101, month: 1, day: 29))
    }

    @Test func `the first and the last day of every month convert both ways`() throws {
        for month in try LunarCalendar.supportedYears.flatMap({ try LunarCalendar.months(in: $0) }) {
            for number in [1, month.length] {
                let date = LunarDate(day: number, month: month.month, year: month.year, isLeap: month.isLeap)
                let day = month.first + (number - 1)
                #expect(try LunarCalendar.day(of: date) == day)
                #expect(try LunarCalendar.lunar(of: day) == date)
            }
        }
    }

    @Test func `a leap month follows the month whose number it repeats`() throws {
        let months = try LunarCalendar.months(in: 2025)
        #expect(months.map(\.month) == [1, 2, 3, 4, 5, 6, 6, 7, 8, 9, 10, 11, 12])
        #expect(months.map(\.isLeap) == months.indices.map { $0 == 6 })
        #expect(months[6].first == Day(year: 2025, month: 7, day: 25))
    }

    @Test func `lengths are those of the months`() throws {
        #expect(try LunarCalendar.length(ofMonth: 12, year: 2025) == 29)
        #expect(try LunarCalendar.length(ofMonth: 1, year: 2026) == 30)
        #expect(try LunarCalendar.length(ofMonth: 6, year: 2025, isLeap: true) == 29)
    }
}
