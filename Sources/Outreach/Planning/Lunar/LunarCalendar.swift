/// The Vietnamese lunar calendar, computed from the sun and the moon at 105°E.
///
/// A month starts on the day that holds the new moon at UTC+7; the December solstice is always in month 11; where
/// thirteen months reach from one solstice to the next, the first without a major solar term repeats the number of the
/// month before it (rules as stated by Hồ Ngọc Đức). The calendar of the operating system cannot stand in: the Chinese
/// calendar is reckoned at UTC+8 and differs, among others, at Tết 2007 and 2030.
public enum LunarCalendar {
    /// The lunar years this calendar answers for: from the first reckoned at UTC+7 to the last whose new year
    /// and leap month were compared with known values.
    ///
    /// The first day is 29 January 1968, the last 28 January 2101.
    public static let supportedYears = 1968...2100

    /// The lunar date of a solar day.
    public static func lunar(of day: Day) throws(LunarError) -> LunarDate {
        guard (supportedYears.lowerBound...supportedYears.upperBound + 1).contains(day.year) else {
            throw .dayOutOfSpan(day)
        }
        let solstices = SolsticeYear(holding: day)
        let month = solstices.month(at: Lunation(holding: day).index - solstices.first.index)
        guard supportedYears.contains(month.year) else { throw .dayOutOfSpan(day) }
        return LunarDate(day: day - month.first + 1, month: month.month, year: month.year, isLeap: month.isLeap)
    }

    /// The solar day of a lunar date.
    public static func day(of date: LunarDate) throws(LunarError) -> Day {
        let month = try month(date.month, year: date.year, isLeap: date.isLeap)
        guard let day = month.day(date.day) else { throw .noSuchDay(date, length: month.length) }
        return day
    }

    /// The month a leap month of this lunar year repeats; nil where the year has none or is not supported.
    public static func leapMonth(in year: Int) -> Int? {
        (try? months(in: year))?.first(where: \.isLeap)?.month
    }

    /// How many days a month has, 29 or 30.
    public static func length(ofMonth month: Int, year: Int, isLeap: Bool = false) throws(LunarError) -> Int {
        try self.month(month, year: year, isLeap: isLeap).length
    }

    /// One month of a lunar year.
    public static func month(_ month: Int, year: Int, isLeap: Bool = false) throws(LunarError) -> LunarMonth {
        guard supportedYears.contains(year) else { throw .yearOutOfSpan(year) }
        guard (1...12).contains(month) else { throw .monthOutOfRange(month) }
        let solstices = SolsticeYear(from: month < 11 ? year - 1 : year)
        guard let offset = solstices.offset(ofMonth: month, isLeap: isLeap) else {
            throw .noSuchLeapMonth(month: month, year: year, actual: leapMonth(in: year))
        }
        return solstices.month(at: offset)
    }

    /// The twelve or thirteen months of a lunar year, in order.
    public static func months(in year: Int) throws(LunarError) -> [LunarMonth] {
        guard supportedYears.contains(year) else { throw .yearOutOfSpan(year) }
        return [SolsticeYear(from: year - 1), SolsticeYear(from: year)]
            .flatMap { solstices in (0..<solstices.count).map(solstices.month(at:)) }
            .filter { $0.year == year }
    }
}
