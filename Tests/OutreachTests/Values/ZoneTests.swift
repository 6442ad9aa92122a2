import Foundation
import Outreach
import Testing

struct ZoneTests {
    @Test func `Vietnam is seven hours ahead of UTC in every month`() throws {
        for month in 1...12 {
            let day = try #require(Day(year: 2026, month: month, day: 15))
            let instant = Zone.vietnam.instant(day, try time("07:30"))
            #expect(instant.description == "\(day)T00:30:00.000Z")
            #expect(Zone.vietnam.rfc3339(instant) == "\(day)T07:30:00+07:00")
        }
    }

    @Test func `a day in Vietnam begins at 17:00 UTC of the day before`() throws {
        let midnight = try #require(Instant("2026-05-31T17:00:00Z"))
        #expect(Zone.vietnam.day(of: midnight).description == "2026-06-01")
        #expect(Zone.vietnam.time(of: midnight) == .midnight)
        let before = midnight - .milliseconds(1)
        #expect(Zone.vietnam.day(of: before).description == "2026-05-31")
        #expect(Zone.vietnam.clock(of: before).time == .lastMinute)
        #expect(Zone.vietnam.clock(of: before).second == 59)
    }

    @Test func `a clock before the epoch is read like any other`() throws {
        let berlin = try #require(Zone("Europe/Berlin"))
        let instant = try #require(Instant("1969-12-31T22:30:00Z"))
        #expect(berlin.rfc3339(instant) == "1969-12-31T23:30:00+01:00")
        #expect(berlin.instant(try day("1969-12-31"), try time("23:30")) == instant)
    }

    @Test func `a time that daylight saving skips is moved forward by the gap`() throws {
        let newYork = try #require(Zone("America/New_York"))
        let instant = newYork.instant(try day("2026-03-08"), try time("02:30"))
        #expect(instant.description == "2026-03-08T07:30:00.000Z")
        #expect(newYork.rfc3339(instant) == "2026-03-08T03:30:00-04:00")
    }

    @Test func `of a time that comes twice the first is meant`() throws {
        let newYork = try #require(Zone("America/New_York"))
        let instant = newYork.instant(try day("2026-11-01"), try time("01:30"))
        #expect(newYork.rfc3339(instant) == "2026-11-01T01:30:00-04:00")
        #expect(newYork.rfc3339(instant + .seconds(3600)) == "2026-11-01T01:30:00-05:00")
    }

    @Test(arguments: ["America/New_York", "Australia/Lord_Howe", "Pacific/Auckland", "Asia/Ho_Chi_Minh"])
    func `every quarter of an hour around the changes of clocks is shown again by its instant, unless skipped`(
        name: String
    ) throws {
        let zone = try #require(Zone(name))
        let first = try day("2026-03-01")
        for day in (0..<300).map({ first + $0 }) {
            for minutes in stride(from: 0, to: 1440, by: 15) {
                let wanted = try #require(TimeOfDay(minutes: minutes))
                let clock = zone.clock(of: zone.instant(day, wanted))
                let isShownAgain = clock.day == day && clock.time == wanted
                let isMovedForward = clock.day == day && (1...60).contains(clock.time.minutes - minutes)
                guard isShownAgain || isMovedForward else {
                    Issue.record("\(day) \(wanted) in \(name) became \(clock.day) \(clock.time)")
                    return
                }
            }
        }
    }

    @Test func `the hours before and after a change of clocks are as far apart as they were`() throws {
        let newYork = try #require(Zone("America/New_York"))
        let spring = try day("2026-03-08")
        #expect(newYork.instant(spring + 1, .midnight) - newYork.instant(spring, .midnight) == .seconds(23 * 3600))
        let autumn = try day("2026-11-01")
        #expect(newYork.instant(autumn + 1, .midnight) - newYork.instant(autumn, .midnight) == .seconds(25 * 3600))
    }

    @Test(arguments: ["", "Asia/Hanoi", "Vietnam", "Asia/Ho Chi Minh"])
    func `a name that the zone data does not know is refused`(name: String) {
        #expect(Zone(name) == nil)
    }

    @Test func `a zone is coded by its name`() throws {
        let data = try JSONEncoder().encode([Zone.vietnam])
        #expect(try JSONDecoder().decode([String].self, from: data) == ["Asia/Ho_Chi_Minh"])
        #expect(try JSONDecoder().decode([Zone].self, from: data) == [.vietnam])
    }

    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    private func time(_ text: String) throws -> TimeOfDay { try #require(TimeOfDay(text)) }
}
