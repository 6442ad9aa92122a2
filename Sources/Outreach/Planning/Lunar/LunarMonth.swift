/// One month of the Vietnamese lunar calendar and the days it covers.
public struct LunarMonth: Sendable, Hashable {
    /// 1, tháng Giêng, to 12, tháng Chạp.
    public let month: Int

    /// The lunar year, numbered by the solar year in which it begins.
    public let year: Int

    /// Whether it repeats the number of the month before it (tháng nhuận).
    public let isLeap: Bool

    /// The solar day of its day 1 (mùng một).
    public let first: Day

    /// 29 or 30 days.
    public let length: Int

    /// The solar day of a day of this month, or nil where the month has no such day.
    public func day(_ number: Int) -> Day? {
        (1...length).contains(number) ? first + (number - 1) : nil
    }
}
