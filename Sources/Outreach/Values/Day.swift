/// A day of the proleptic Gregorian calendar, without time or zone.
///
/// Arithmetic goes through the Julian day number at noon, so it needs no calendar of the operating system.
public struct Day: Sendable, Hashable, Comparable {
    /// The Julian day number that begins at noon of this day.
    public let julianDay: Int

    public init(julianDay: Int) {
        self.julianDay = julianDay
    }

    /// The day of these numbers, or nil where the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Day.length(ofMonth: month, year: year)
        else { return nil }
        julianDay = Day.julianDay(year: year, month: month, day: day)
    }

    public var year: Int { components.year }
    public var month: Int { components.month }
    public var day: Int { components.day }

    /// Monday is 1, Sunday is 7 (ISO 8601).
    public var isoWeekday: Int { julianDay % 7 + 1 }

    public static func < (left: Day, right: Day) -> Bool { left.julianDay < right.julianDay }

    public static func + (day: Day, count: Int) -> Day { Day(julianDay: day.julianDay + count) }
    public static func - (day: Day, count: Int) -> Day { Day(julianDay: day.julianDay - count) }

    /// The number of days from `right` to `left`.
    public static func - (left: Day, right: Day) -> Int { left.julianDay - right.julianDay }

    public static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    public static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }
}

extension Day {
    /// Year, month and day by the algorithm of Richards (Explanatory Supplement to the Astronomical Almanac, 15.11).
    public var components: (year: Int, month: Int, day: Int) {
        let f = julianDay + 1401 + (4 * julianDay + 274_277) / 146_097 * 3 / 4 - 38
        let e = 4 * f + 3
        let g = e % 1461 / 4
        let h = 5 * g + 2
        let month = (h / 153 + 2) % 12 + 1
        return (e / 1461 - 4716 + (14 - month) / 12, month, h % 153 / 5 + 1)
    }

    private static func julianDay(year: Int, month: Int, day: Int) -> Int {
        let shift = (14 - month) / 12
        let y = year + 4800 - shift
        let m = month + 12 * shift - 3
        return day + (153 * m + 2) / 5 + 365 * y + y / 4 - y / 100 + y / 400 - 32045
    }
}

extension Day: LosslessStringConvertible, Codable {
    /// The day as ISO 8601 writes it, `2026-06-01`.
    public var description: String {
        let (year, month, day) = components
        guard (0...9999).contains(year) else { return "\(year.padded(4))-\(month.padded(2))-\(day.padded(2))" }
        // Written by the hundred thousand.
        return String(unsafeUninitializedCapacity: 10) { text in
            let digits = [year / 1000, year / 100, year / 10, year, month / 10, month, day / 10, day]
            for (place, digit) in zip([0, 1, 2, 3, 5, 6, 8, 9], digits) {
                text[place] = UInt8(ascii: "0") + UInt8(digit % 10)
            }
            (text[4], text[7]) = (UInt8(ascii: "-"), UInt8(ascii: "-"))
            return 10
        }
    }

    /// The day as people read it, `01/06/2026`: as Vietnamese offices write it in tables, and alike in both languages, so
    /// that a page, a message and a paper show one day in one form. Documents spell it out, see Decree 30/2020/NĐ-CP.
    public var written: String {
        let (year, month, day) = components
        return "\(day.padded(2))/\(month.padded(2))/\(year.padded(4))"
    }

    /// Reads `yyyy-MM-dd` only: exactly ten ASCII characters, and a day that exists.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
        let digits = bytes.indices.filter { $0 != 4 && $0 != 7 }
        guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[$0]) }) else { return nil }
        let number = { (range: Range<Int>) in bytes[range].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } }
        self.init(year: number(0..<4), month: number(5..<7), day: number(8..<10))
    }

    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let day = Day(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "not a day: \(text)"))
        }
        self = day
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Int {
    /// `00` to `99`: hours, minutes, days and months are written all the time.
    private static let twoDigits = (0..<100).map { ($0 < 10 ? "0" : "") + String($0) }

    /// The number with zeros in front up to `width` digits.
    public func padded(_ width: Int) -> String {
        if width == 2, (0..<100).contains(self) { return Int.twoDigits[self] }
        let digits = String(magnitude)
        return (self < 0 ? "-" : "") + digits.leftPadded(width)
    }
}
