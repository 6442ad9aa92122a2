import Foundation

/// The instants of the new moon (Jean Meeus, Astronomical Algorithms, 2nd edition, chapter 49).
///
/// Between 1900 and 2199 the series was found to be within 18 seconds of a full lunar ephemeris.
enum NewMoon {
    /// The mean length of a lunation, in days.
    static let meanLunation = 29.530588861

    /// The Julian ephemeris day of the first new moon counted, that of 6 January 2000, on average.
    static let meanStart = 2_451_550.09766

    /// The Julian ephemeris day of the true new moon number `index`; 0 is the new moon of 6 January 2000.
    static func ephemerisDay(_ index: Int) -> Double {
        let k = Double(index)
        let t = k / 1236.85
        let t2 = t * t
        let t3 = t2 * t
        let t4 = t3 * t
        let mean = meanStart + meanLunation * k + 0.00015437 * t2 - 0.000000150 * t3 + 0.00000000073 * t4
        let sun = 2.5534 + 29.10535670 * k - 0.0000014 * t2 - 0.00000011 * t3
        let moon = 201.5643 + 385.81693528 * k + 0.0107582 * t2 + 0.00001238 * t3 - 0.000000058 * t4
        let latitude = 160.7108 + 390.67050284 * k - 0.0016118 * t2 - 0.00000227 * t3 + 0.000000011 * t4
        let node = 124.7746 - 1.56375588 * k + 0.0020672 * t2 + 0.00000215 * t3
        let eccentricity = 1 - 0.002516 * t - 0.0000074 * t2

        var correction = -0.00017 * sine(node)
        for term in periodicTerms {
            let scale = term.eccentricity == 0 ? 1 : term.eccentricity == 1 ? eccentricity : eccentricity * eccentricity
            correction += term.days * scale * sine(term.moon * moon + term.sun * sun + term.latitude * latitude)
        }
        correction += 0.000325 * sine(299.77 + 0.107408 * k - 0.009173 * t2)
        for term in planetaryTerms {
            correction += term.days * sine(term.start + term.rate * k)
        }
        return mean + correction
    }

    /// One periodic term: days to add, times the sine of multiples of the moon's and the sun's mean anomaly and the
    /// moon's argument of latitude, scaled by a power of the eccentricity factor of the earth's orbit.
    private typealias PeriodicTerm = (days: Double, eccentricity: Int, moon: Double, sun: Double, latitude: Double)

    private static let periodicTerms: [PeriodicTerm] = [
        (-0.40720, 0, 1, 0, 0), (+0.17241, 1, 0, 1, 0), (+0.01608, 0, 2, 0, 0), (+0.01039, 0, 0, 0, 2),
        (+0.00739, 1, 1, -1, 0), (-0.00514, 1, 1, 1, 0), (+0.00208, 2, 0, 2, 0), (-0.00111, 0, 1, 0, -2),
        (-0.00057, 0, 1, 0, 2), (+0.00056, 1, 2, 1, 0), (-0.00042, 0, 3, 0, 0), (+0.00042, 1, 0, 1, 2),
        (+0.00038, 1, 0, 1, -2), (-0.00024, 1, 2, -1, 0), (-0.00007, 0, 1, 2, 0), (+0.00004, 0, 2, 0, -2),
        (+0.00004, 0, 0, 3, 0), (+0.00003, 0, 1, 1, -2), (+0.00003, 0, 2, 0, 2), (-0.00003, 0, 1, 1, 2),
        (+0.00003, 0, 1, -1, 2), (-0.00002, 0, 1, -1, -2), (-0.00002, 0, 3, 1, 0), (+0.00002, 0, 4, 0, 0),
    ]

    /// The terms of the planets: days to add, and the argument in degrees at the start and by lunation.
    private static let planetaryTerms: [(days: Double, start: Double, rate: Double)] = [
        (0.000165, 251.88, 0.016321), (0.000164, 251.83, 26.651886), (0.000126, 349.42, 36.412478),
        (0.000110, 84.66, 18.206239), (0.000062, 141.74, 53.303771), (0.000060, 207.14, 2.453732),
        (0.000056, 154.84, 7.306860), (0.000047, 34.52, 27.261239), (0.000042, 207.19, 0.121824),
        (0.000040, 291.34, 1.844379), (0.000037, 161.72, 24.198154), (0.000035, 239.56, 25.513099),
        (0.000023, 331.55, 3.592518),
    ]

    private static func sine(_ degrees: Double) -> Double { sin(degrees * .pi / 180) }
}
