/// A date of the Vietnamese lunar calendar, such as 15/8/2026 for the Mid-Autumn Festival.
///
/// A value may name a day that does not exist; `LunarCalendar.day(of:)` refuses it and says why.
public struct LunarDate: Sendable, Hashable {
    public let day: Int

    /// 1, tháng Giêng, to 12, tháng Chạp.
    public let month: Int

    /// The lunar year, numbered by the solar year in which it begins.
    public let year: Int

    /// Whether the month is the second of its number (tháng nhuận).
    public let isLeap: Bool

    public init(day: Int, month: Int, year: Int, isLeap: Bool = false) {
        self.day = day
        self.month = month
        self.year = year
        self.isLeap = isLeap
    }
}

extension LunarDate: LosslessStringConvertible {
    /// Day, month and year as people write them, `15/8/2026`; a leap month has an n for nhuận behind it, `1/6n/2025`.
    public var description: String { "\(day)/\(month)\(isLeap ? "n" : "")/\(year.padded(4))" }

    /// Reads `d/M/yyyy` in ASCII digits, day and month with one or two of them, with `n` behind a leap month's number.
    ///
    /// Only the form is checked, so that 30/2/2026 is read and can then be refused with the reason.
    public init?(_ text: String) {
        let form = /([0-9]{1,2})\/([0-9]{1,2})(n?)\/([0-9]{4})/
        guard let match = text.wholeMatch(of: form),
            let day = Int(match.1), let month = Int(match.2), let year = Int(match.4)
        else { return nil }
        self.init(day: day, month: month, year: year, isLeap: !match.3.isEmpty)
    }
}

extension LunarDate: Codable {
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let date = LunarDate(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "not a lunar date: \(text)"))
        }
        self = date
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
