/// Days and astronomers' time at 105°E, UTC+7, the meridian of the Vietnamese lunar calendar since 1968
/// (Government Council Decision 121/CP of 8 August 1967).
enum VietnamMeridian {
    private static let offset = 7.0 / 24

    /// The day in Vietnam that holds an instant given as a Julian ephemeris day.
    static func day(holding ephemerisDay: Double) -> Day {
        let universal = ephemerisDay - lead(at: ephemerisDay)
        return Day(julianDay: Int((universal + offset + 0.5).rounded(.down)))
    }

    /// The Julian ephemeris day at which a day in Vietnam begins.
    static func start(of day: Day) -> Double {
        let universal = Double(day.julianDay) - 0.5 - offset
        return universal + lead(at: universal)
    }

    /// How far ephemeris time is ahead of universal time, in days.
    ///
    /// The polynomial of Espenak and Meeus for 2005 to 2050 (NASA, Polynomial Expressions for Delta T, 2006), used for
    /// the whole span. It is within 20 seconds of what was measured from 1968 on, and until 2053 no new moon comes
    /// nearer than 90 seconds to midnight in Vietnam. Three later ones (7 May 2054, 15 November 2077, 18 October 2085)
    /// come within a minute: how the earth will turn by then is not known, so those months may yet shift by a day.
    private static func lead(at julianDay: Double) -> Double {
        let years = (julianDay - 2_451_545) / 365.25
        return (62.92 + 0.32217 * years + 0.005589 * years * years) / 86_400
    }
}
