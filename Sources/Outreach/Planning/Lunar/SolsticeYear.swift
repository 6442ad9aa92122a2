/// The lunar months from one December solstice to the next, by which months get their numbers.
///
/// The solstice always lies in month 11. Where thirteen months reach to the next solstice, the first of them without a
/// major solar term is a leap month and repeats the number before it (rules as stated by Hồ Ngọc Đức).
struct SolsticeYear {
    /// The solar year whose December solstice lies in the first month.
    let year: Int

    /// Month 11, with the solstice.
    let first: Lunation

    /// Twelve, or thirteen with a leap month.
    let count: Int

    /// How many months after the first the leap month comes.
    let leapOffset: Int?

    init(from year: Int) {
        self.init(
            year: year,
            first: SolsticeYear.lunation(withSolsticeOf: year),
            next: SolsticeYear.lunation(withSolsticeOf: year + 1)
        )
    }

    /// The solstices a day lies between, counted by their months.
    init(holding day: Day) {
        let year = day.year
        let solstice = SolsticeYear.lunation(withSolsticeOf: year)
        if day < solstice.first {
            let before = SolsticeYear.lunation(withSolsticeOf: year - 1)
            self.init(year: year - 1, first: before, next: solstice)
        } else {
            self.init(year: year, first: solstice, next: SolsticeYear.lunation(withSolsticeOf: year + 1))
        }
    }

    private init(year: Int, first: Lunation, next: Lunation) {
        self.year = year
        self.first = first
        count = next.index - first.index
        leapOffset = count == 13 ? SolsticeYear.leapOffset(after: first) : nil
    }

    /// The month so many months after the first.
    func month(at offset: Int) -> LunarMonth {
        let isLeap = offset == leapOffset
        let repetitions = leapOffset.map { $0 <= offset ? 1 : 0 } ?? 0
        let place = offset - repetitions
        let lunation = Lunation(index: first.index + offset)
        return LunarMonth(
            month: (place + 10) % 12 + 1,
            year: place < 2 ? year : year + 1,
            isLeap: isLeap,
            first: lunation.first,
            length: lunation.length
        )
    }

    /// How many months after the first a month comes, or nil for a leap month these solstices do not have.
    func offset(ofMonth month: Int, isLeap: Bool) -> Int? {
        let place = (month + 1) % 12
        guard let leapOffset else { return isLeap ? nil : place }
        guard isLeap else { return place < leapOffset ? place : place + 1 }
        return place + 1 == leapOffset ? leapOffset : nil
    }

    /// The month of the December solstice: that of a day some ten days later, or where it began since, the one before.
    private static func lunation(withSolsticeOf year: Int) -> Lunation {
        let lastOfDecember2000 = 2_451_910.0
        let daysOfYear = 365.2422
        let later = Day(julianDay: Int(lastOfDecember2000 + daysOfYear * Double(year - 2000)))
        let lunation = Lunation(holding: later)
        return lunation.twelfth < 9 ? lunation : Lunation(index: lunation.index - 1)
    }

    private static func leapOffset(after first: Lunation) -> Int? {
        var lunation = first.next
        for offset in 1...12 {
            let next = lunation.next
            if lunation.twelfth == next.twelfth { return offset }
            lunation = next
        }
        return nil
    }
}
