/// A time on the clock, to the minute: 00:00 to 23:59.
public struct TimeOfDay: Sendable, Hashable, Comparable {
    public let minutes: Int

    public init?(minutes: Int) {
        guard (0..<1440).contains(minutes) else { return nil }
        self.minutes = minutes
    }

    public var hour: Int { minutes / 60 }
    public var minute: Int { minutes % 60 }

    public static let midnight = TimeOfDay(unchecked: 0)
    public static let lastMinute = TimeOfDay(unchecked: 1439)

    public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.minutes < right.minutes }

    private init(unchecked minutes: Int) {
        self.minutes = minutes
    }
}

extension TimeOfDay {
    /// `07:30 · 01/06/2026`: how a time and its day stand together, in both languages.
    public func written(on day: Day) -> String { "\(self) · \(day.written)" }
}

extension TimeOfDay: LosslessStringConvertible, Codable {
    public var description: String { "\(hour.padded(2)):\(minute.padded(2))" }

    /// Reads `HH:mm` on the 24-hour clock.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 5, bytes[2] == UInt8(ascii: ":") else { return nil }
        let digits = [0, 1, 3, 4].map { Int(bytes[$0]) - Int(UInt8(ascii: "0")) }
        guard digits.allSatisfy((0...9).contains) else { return nil }
        let (hour, minute) = (digits[0] * 10 + digits[1], digits[2] * 10 + digits[3])
        guard hour < 24, minute < 60 else { return nil }
        self.init(unchecked: hour * 60 + minute)
    }

    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let time = TimeOfDay(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "not a time: \(text)"))
        }
        self = time
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
