import Foundation
import Outreach
import Testing

struct InstantTests {
    @Test(arguments: [
        (0, "1970-01-01T00:00:00.000Z"), (1, "1970-01-01T00:00:00.001Z"), (-1, "1969-12-31T23:59:59.999Z"),
        (-86_400_000, "1969-12-31T00:00:00.000Z"), (-86_400_001, "1969-12-30T23:59:59.999Z"),
        (951_782_400_000, "2000-02-29T00:00:00.000Z"), (1_780_273_800_000, "2026-06-01T00:30:00.000Z"),
        (-2_208_988_800_000, "1900-01-01T00:00:00.000Z"),
    ])
    func `an instant prints as RFC 3339 in UTC and reads what it prints`(milliseconds: Int64, text: String) {
        #expect(Instant(milliseconds: milliseconds).description == text)
        #expect(Instant(text)?.milliseconds == milliseconds)
    }

    @Test func `every millisecond of a second is read as printed, before the epoch too`() {
        for milliseconds in Int64(-1000)..<1000 {
            #expect(Instant(Instant(milliseconds: milliseconds).description)?.milliseconds == milliseconds)
        }
    }

    @Test(arguments: [
        "2026-06-01T07:30:00+07:00", "2026-05-31T19:00:00-05:30", "2026-06-01T00:30:00-00:00", "2026-06-01t00:30:00z",
        "2026-06-01 00:30:00Z", "2026-06-01T00:30:00.0Z", "2026-06-01T00:30:00.000999999Z",
        "2026-06-01T23:30:00+23:00",
    ])
    func `one instant may be written with any offset and any fraction`(text: String) {
        #expect(Instant(text)?.milliseconds == 1_780_273_800_000)
    }

    @Test func `an offset may lead into another day, and before the epoch`() {
        #expect(Instant("1970-01-01T06:59:59.5+07:00")?.milliseconds == -500)
        #expect(Instant("2026-03-01T00:00:00+07:00")?.description == "2026-02-28T17:00:00.000Z")
    }

    @Test(arguments: [
        "", "2026-06-01", "2026-06-01T00:30Z", "2026-06-01T00:30:00", "2026-06-01T24:00:00Z", "2026-06-01T00:60:00Z",
        "2026-12-31T23:59:60Z", "2026-02-29T00:00:00Z", "2026-06-01T00:30:00+0700", "2026-06-01T00:30:00+24:00",
        "2026-06-01T00:30:00+07:60", "2026-06-01T00:30:00.Z", "2026-06-01T00:30:00,5Z", "2026-06-01T00:30:00ZZ",
        " 2026-06-01T00:30:00Z", "2026-06-01T00:30:00Z\r\n", "٢٠٢٦-06-01T00:30:00Z",
    ])
    func `other forms, times and offsets are not read`(text: String) {
        #expect(Instant(text) == nil)
    }

    @Test func `durations move an instant and lie between two`() {
        let instant = Instant(milliseconds: 1_780_273_800_000)
        #expect((instant + .seconds(90)).description == "2026-06-01T00:31:30.000Z")
        #expect((instant - .seconds(86_400)).description == "2026-05-31T00:30:00.000Z")
        #expect(instant + .milliseconds(1500) - instant == .milliseconds(1500))
        #expect(instant < instant + .milliseconds(1))
    }

    @Test func `an instant is coded as its text`() throws {
        let instants = [Instant(milliseconds: -1)]
        let data = try JSONEncoder().encode(instants)
        #expect(String(bytes: data, encoding: .utf8) == #"["1969-12-31T23:59:59.999Z"]"#)
        #expect(try JSONDecoder().decode([Instant].self, from: data) == instants)
    }
}
