/// The days from one new moon to the next, without a number in any year yet.
struct Lunation {
    /// Lunations since the new moon of 6 January 2000.
    let index: Int

    /// The day that holds the new moon at UTC+7.
    let first: Day

    init(index: Int) {
        self.index = index
        first = VietnamMeridian.day(holding: NewMoon.ephemerisDay(index))
    }

    /// The lunation a day lies in.
    init(holding day: Day) {
        let estimate = (Double(day.julianDay) - NewMoon.meanStart) / NewMoon.meanLunation
        var lunation = Lunation(index: Int(estimate.rounded(.down)) + 1)
        while lunation.first > day { lunation = Lunation(index: lunation.index - 1) }
        self = lunation
    }

    var next: Lunation { Lunation(index: index + 1) }

    var length: Int { next.first - first }

    /// The sun's twelfth when the first day begins.
    ///
    /// Where it is the same for the next lunation, no major solar term falls into this one.
    var twelfth: Int { SunLongitude.twelfth(at: VietnamMeridian.start(of: first)) }
}
