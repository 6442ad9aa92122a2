import Outreach
import Testing

struct PeriodDayTests {
    @Test(arguments: [
        ("01-01", 2026, "2026-01-01"), ("12-31", 2026, "2026-12-31"), ("12-15@-1", 2026, "2025-12-15"),
        ("05-31@+1", 2026, "2027-05-31"), ("02-29", 2024, "2024-02-29"), ("02-29", 2026, "2026-02-28"),
        ("02-29@+1", 2023, "2024-02-29"), ("02-29", 1900, "1900-02-28"),
    ])
    func `a day of a period falls into the year it counts from`(text: String, year: Int, day: String) throws {
        #expect(try #require(PeriodDay(text)).day(in: year)?.description == day)
    }

    @Test(arguments: ["01-01", "12-31", "02-29", "12-15@-1", "05-31@+1"])
    func `a day is written as it was read`(text: String) throws {
        #expect(try #require(PeriodDay(text)).description == text)
    }

    @Test(arguments: [
        "", "1-1", "13-01", "00-10", "04-31", "02-30", "12-15@1", "12-15@", "12-15@+10", "12-15 ", "12/15", "١٢-١٥",
    ])
    func `what is no day of a year is refused`(text: String) {
        #expect(PeriodDay(text) == nil)
    }

    @Test func `before the first year and after the last there is no day`() throws {
        #expect(try #require(PeriodDay("12-15@-1")).day(in: 1) == nil)
        #expect(try #require(PeriodDay("01-05@+1")).day(in: 9999) == nil)
    }
}
