public import Outreach

extension Day {
    /// The day as official documents spell it, `ngày 05 tháng 02 năm 2026`.
    ///
    /// A zero stands before days under 10 and before months 1 and 2 only (Decree 30/2020/NĐ-CP, annex I).
    public var officialVietnamese: String {
        let (year, month, day) = components
        return "ngày \(day.padded(2)) tháng \(month <= 2 ? month.padded(2) : String(month)) năm \(year)"
    }
}
