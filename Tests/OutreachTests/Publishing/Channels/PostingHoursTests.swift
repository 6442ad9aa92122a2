import Outreach
import Testing

@Suite("Posting hours")
struct PostingHoursTests {
    /// A Monday.
    private let monday = Day(julianDay: 2_461_193)

    private func time(_ text: String) throws -> TimeOfDay { try #require(TimeOfDay(text)) }

    private func span(_ from: String, _ to: String) throws -> ClockSpan {
        try #require(ClockSpan(from: try time(from), to: try time(to)))
    }

    private func window(_ days: String, _ from: String, _ to: String) throws -> PostingWindow {
        PostingWindow(days: try #require(PostingDays(days)), span: try span(from, to))
    }

    private func spans(_ hours: PostingHours, _ day: Day) -> [String] {
        hours.openSpans(of: day).map { "\($0.from)-\($0.endMinute)" }
    }

    @Test("The day the tests stand on is a Monday")
    func fixture() {
        #expect(monday.description == "2026-06-01" && monday.isoWeekday == 1)
    }

    @Test("Days and spans of days are read")
    func days() {
        #expect(PostingDays("mon-sun") == .all)
        #expect(PostingDays("fri-mon")?.isoWeekdays == [5, 6, 7, 1])
        #expect(PostingDays("mon,wed, fri-sun")?.description == "mon,wed,fri,sat,sun")
        for text in ["", "monday", "mon-", "-mon", "mon-tue-wed", "mon,,tue", "Mon", "t2"] {
            #expect(PostingDays(text) == nil, "\(text)")
        }
    }

    @Test("Without windows and quiet hours a channel is always open")
    func always() throws {
        #expect(spans(.always, monday) == ["00:00-1440"])
        #expect(PostingHours.always.isOpen(at: monday, .lastMinute))
    }

    @Test("A window is open from its first minute up to its end, which is closed")
    func edges() throws {
        let hours = PostingHours(windows: [try window("mon-fri", "06:00", "21:30")])
        #expect(!hours.isOpen(at: monday, try time("05:59")))
        #expect(hours.isOpen(at: monday, try time("06:00")))
        #expect(hours.isOpen(at: monday, try time("21:29")))
        #expect(!hours.isOpen(at: monday, try time("21:30")))
        #expect(!hours.isOpen(at: monday + 5, try time("12:00")))
    }

    @Test("A window past midnight belongs to the day it begins")
    func overnight() throws {
        let hours = PostingHours(windows: [try window("sat", "22:00", "02:00")])
        #expect(spans(hours, monday + 5) == ["22:00-1440"])
        #expect(spans(hours, monday + 6) == ["00:00-120"])
        #expect(spans(hours, monday + 4) == [])
        #expect(spans(PostingHours(windows: [try window("sat", "22:00", "00:00")]), monday + 6) == [])
    }

    @Test("Windows that touch or overlap become one stretch")
    func merging() throws {
        let hours = PostingHours(windows: [
            try window("mon-sun", "10:00", "12:00"), try window("mon", "08:00", "10:00"),
            try window("mon-sun", "11:00", "11:30"), try window("mon-sun", "14:00", "15:00"),
        ])
        #expect(spans(hours, monday) == ["08:00-720", "14:00-900"])
    }

    @Test("Quiet hours are cut out of every window")
    func quietHours() throws {
        let night = PostingHours(quietHours: try span("21:30", "06:00"))
        #expect(spans(night, monday) == ["06:00-1290"])
        let noon = PostingHours(
            windows: [try window("mon-sun", "10:00", "15:00")], quietHours: try span("12:00", "13:00"))
        #expect(spans(noon, monday) == ["10:00-720", "13:00-900"])
        #expect(!noon.isOpen(at: monday, try time("12:30")))
    }

    @Test("The next opening is now where it is open, else the start of the next stretch")
    func nextOpening() throws {
        let hours = PostingHours(
            windows: [try window("mon-fri", "06:00", "21:30")], quietHours: try span("06:00", "07:00"))
        let next = { (day: Day, time: String) throws in
            hours.nextOpening(from: day, try self.time(time)).map { "\($0.day) \($0.time)" }
        }
        #expect(try next(monday, "12:34") == "2026-06-01 12:34")
        #expect(try next(monday, "03:00") == "2026-06-01 07:00")
        #expect(try next(monday, "21:30") == "2026-06-02 07:00")
        #expect(try next(monday + 4, "22:00") == "2026-06-08 07:00")
        let weekly = PostingHours(windows: [try window("mon", "06:00", "06:01")])
        let again = weekly.nextOpening(from: monday, try time("06:01"))
        #expect(again?.day == monday + 7 && again?.time == TimeOfDay("06:00"))
    }

    @Test("The next closing is the end of the stretch, be it on another day, and now where it is closed")
    func nextClosing() throws {
        let hours = PostingHours(
            windows: [try window("mon-fri", "06:00", "21:30"), try window("sat", "20:00", "02:00")],
            quietHours: try span("12:00", "13:00"))
        let next = { (day: Day, time: String) throws in
            hours.nextClosing(from: day, try self.time(time)).map { "\($0.day) \($0.time)" }
        }
        #expect(try next(monday, "06:00") == "2026-06-01 12:00")
        #expect(try next(monday, "13:00") == "2026-06-01 21:30")
        #expect(try next(monday, "21:30") == "2026-06-01 21:30")
        #expect(try next(monday + 5, "23:59") == "2026-06-07 02:00")
        #expect(PostingHours.always.nextClosing(from: monday, .midnight) == nil)
    }

    @Test("A channel whose windows all lie in its quiet hours never opens")
    func neverOpen() throws {
        let hours = PostingHours(
            windows: [try window("mon-sun", "22:00", "23:00")], quietHours: try span("21:00", "05:00"))
        #expect(hours.nextOpening(from: monday, .midnight) == nil)
    }

    @Test("A span without length is refused, since it could mean all or nothing")
    func emptySpan() throws {
        #expect(ClockSpan(from: try time("06:00"), to: try time("06:00")) == nil)
    }
}
