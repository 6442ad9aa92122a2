import Foundation

/// The apparent longitude of the sun (Jean Meeus, Astronomical Algorithms, 2nd edition, chapter 25, lower accuracy).
///
/// Good to 0.01°, a quarter of an hour of the sun's way. That is enough here: from 1900 to 2199 it puts the sun into the
/// same twelfth as a full ephemeris at the start of every lunar month.
enum SunLongitude {
    /// Degrees from 0 up to 360 at a Julian ephemeris day.
    static func apparent(at ephemerisDay: Double) -> Double {
        let t = (ephemerisDay - 2_451_545) / 36_525
        let mean = 280.46646 + 36_000.76983 * t + 0.0003032 * t * t
        let anomaly = (357.52911 + 35_999.05029 * t - 0.0001537 * t * t) * .pi / 180
        let center =
            (1.914602 - 0.004817 * t - 0.000014 * t * t) * sin(anomaly)
            + (0.019993 - 0.000101 * t) * sin(2 * anomaly) + 0.000289 * sin(3 * anomaly)
        let node = (125.04 - 1934.136 * t) * .pi / 180
        let longitude = mean + center - 0.00569 - 0.00478 * sin(node)
        return longitude - 360 * (longitude / 360).rounded(.down)
    }

    /// The twelfth of the year the sun is in: 0 from the March equinox, 9 from the December solstice.
    ///
    /// Each begins with a major solar term (trung khí).
    static func twelfth(at ephemerisDay: Double) -> Int { Int(apparent(at: ephemerisDay) / 30) }
}
