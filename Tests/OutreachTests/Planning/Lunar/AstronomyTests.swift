import Testing

@testable import Outreach

/// The worked examples of Meeus, Astronomical Algorithms, 2nd edition.
struct AstronomyTests {
    @Test func `the new moon of February 1977 is that of example 49a`() {
        #expect(abs(NewMoon.ephemerisDay(-283) - 2_443_192.65118) < 0.00001)
    }

    @Test func `the sun on 13 October 1992 stands where example 25a puts it`() {
        #expect(abs(SunLongitude.apparent(at: 2_448_908.5) - 199.90895) < 0.0001)
    }

    @Test func `the solstice and the equinox of 2026 begin the twelfths they should`() throws {
        let solstice = try #require(Day("2026-12-22"))
        #expect(SunLongitude.twelfth(at: VietnamMeridian.start(of: solstice)) == 8)
        #expect(SunLongitude.twelfth(at: VietnamMeridian.start(of: solstice + 1)) == 9)
        let equinox = try #require(Day("2026-03-20"))
        #expect(SunLongitude.twelfth(at: VietnamMeridian.start(of: equinox)) == 11)
        #expect(SunLongitude.twelfth(at: VietnamMeridian.start(of: equinox + 1)) == 0)
    }

    @Test func `a day that begins in Vietnam is the day that holds that instant`() throws {
        let day = try #require(Day("2026-06-01"))
        let start = VietnamMeridian.start(of: day)
        let second = 1.0 / 86_400
        #expect(VietnamMeridian.day(holding: start + second) == day)
        #expect(VietnamMeridian.day(holding: start - second) == day - 1)
    }
}
