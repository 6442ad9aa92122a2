import Documents
import Outreach
import Testing

@Suite("Calendars to subscribe to")
struct ICalendarTests {
    private func event(
        _ time: CalendarEvent.Time, summary: String = "Buổi nói chuyện", details: String? = nil, url: String? = nil,
        categories: [String] = []
    ) throws -> CalendarEvent {
        let stamp = try #require(Instant("2026-05-01T01:02:03.999Z"))
        return CalendarEvent(
            uid: "0196f2c0@loa", sequence: 2, stamp: stamp, time: time, summary: summary, details: details,
            location: "Nhà văn hóa, ấp 3", url: url, categories: categories, status: .cancelled)
    }

    private func june() throws -> CalendarEvent.Time {
        let first = try #require(Day("2026-06-01"))
        return .days(try #require(DayRange(first, first + 29)))
    }

    private func text(_ calendar: ICalendar) -> String { String(decoding: calendar.bytes, as: UTF8.self) }

    /// Lines put together again as RFC 5545 §3.1 says, on bytes: a blank and a combining mark are one Character.
    private func lines(_ calendar: ICalendar) -> [String] {
        let unfolded = calendar.bytes.split(separator: Array("\r\n ".utf8)).joined()
        return Array(unfolded).split(separator: Array("\r\n".utf8)).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test("a calendar as a whole")
    func whole() throws {
        let event = try event(june(), url: "https://a.vn/lich?a=1,2;b", categories: ["Dịp", "Trẻ em, học sinh"])
        #expect(
            lines(ICalendar(name: "Lịch; xã A", events: [event], refreshMinutes: 60)) == [
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Loa//vi", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
                "NAME:Lịch\\; xã A", "X-WR-CALNAME:Lịch\\; xã A", "REFRESH-INTERVAL;VALUE=DURATION:PT60M",
                "X-PUBLISHED-TTL:PT60M", "BEGIN:VEVENT", "UID:0196f2c0@loa", "DTSTAMP:20260501T010203Z", "SEQUENCE:2",
                "DTSTART;VALUE=DATE:20260601", "DTEND;VALUE=DATE:20260701", "TRANSP:TRANSPARENT",
                "SUMMARY:Buổi nói chuyện",
                "LOCATION:Nhà văn hóa\\, ấp 3", "URL:https://a.vn/lich?a=1,2;b", "CATEGORIES:Dịp,Trẻ em\\, học sinh",
                "STATUS:CANCELLED", "END:VEVENT", "END:VCALENDAR",
            ])
    }

    @Test("instants are in UTC, and a moment has no end")
    func instants() throws {
        let start = try #require(Instant("2026-06-01T07:30:00+07:00"))
        let span = lines(ICalendar(name: "x", events: [try event(.instants(start, until: start + .seconds(5400)))]))
        #expect(span.contains("DTSTART:20260601T003000Z") && span.contains("DTEND:20260601T020000Z"))
        for end in [nil, start, start - .seconds(60), start + .milliseconds(5)] {
            let moment = lines(ICalendar(name: "x", events: [try event(.instants(start, until: end))]))
            #expect(moment.contains("DTSTART:20260601T003000Z") && !moment.contains { $0.hasPrefix("DTEND") })
        }
    }

    @Test("lines are at most 75 octets, broken between characters, and end in CR LF")
    func folding() throws {
        let details = String(repeating: "Tuyên truyền 👨‍👩‍👧‍👦 ", count: 30) + "a" + String(repeating: "\u{0301}", count: 100)
        let bytes = ICalendar(name: "x", events: [try event(june(), details: details)]).bytes
        let physical = bytes.split(separator: UInt8(ascii: "\n"))
        #expect(physical.allSatisfy { $0.last == UInt8(ascii: "\r") && $0.count - 1 <= 75 })
        #expect(physical.allSatisfy { String(validating: $0, as: UTF8.self) != nil })
        let calendar = ICalendar(name: "x", events: [try event(june(), details: details)])
        #expect(lines(calendar).contains("DESCRIPTION:" + details))
    }

    @Test("a line of exactly 75 octets is not folded, one more is")
    func foldingBoundary() {
        let room = 75 - "NAME:".utf8.count
        #expect(text(ICalendar(name: String(repeating: "a", count: room), events: [])).contains("a\r\nX-WR"))
        let folded = text(ICalendar(name: String(repeating: "a", count: room + 1), events: []))
        #expect(folded.contains("NAME:\(String(repeating: "a", count: room))\r\n a\r\nX-WR"))
    }

    @Test("text is escaped, and no line end can begin another property")
    func escaping() throws {
        let summary = "a\\b;c,d\r\ne\nf\rg\u{0}\u{7}\th: \"i\""
        let calendar = ICalendar(
            name: "x", events: [try event(june(), summary: summary, url: "https://a.vn/\r\nATTENDEE:b c\u{7F}")])
        #expect(lines(calendar).contains("SUMMARY:a\\\\b\\;c\\,d\\ne\\nf\\ng\th: \"i\""))
        #expect(lines(calendar).contains("URL:https://a.vn/ATTENDEE:bc"))
    }

    @Test("the same calendar gives the same bytes")
    func stable() throws {
        let calendar = ICalendar(name: "x", events: [try event(june())])
        #expect(calendar.bytes == ICalendar(name: "x", events: [try event(june())]).bytes)
    }
}
