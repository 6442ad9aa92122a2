/// The sixty names (can chi) that count lunar years: ten stems and twelve branches, stepping together.
public enum SexagenaryCycle {
    private static let stems = ["Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý"]

    private static let branches = [
        "Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi",
    ]

    /// The name of a lunar year, "Bính Ngọ" for 2026; the year 4 was a Giáp Tý.
    public static func name(ofYear year: Int) -> String {
        "\(stems[(year - 4).wrapped(by: 10)]) \(branches[(year - 4).wrapped(by: 12)])"
    }
}

extension LunarDate {
    /// The name of the year, such as "Bính Ngọ".
    public var yearName: String { SexagenaryCycle.name(ofYear: year) }
}

extension Int {
    /// The remainder that is never negative, as years before the common era need.
    fileprivate func wrapped(by divisor: Int) -> Int { (self % divisor + divisor) % divisor }
}
