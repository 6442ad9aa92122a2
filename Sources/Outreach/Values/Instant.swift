/// A point in time: milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted (as POSIX does).
public struct Instant: Sendable, Hashable, Comparable, Codable {
    public let milliseconds: Int64

    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    public static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

    public static func + (instant: Instant, duration: Duration) -> Instant {
        Instant(milliseconds: instant.milliseconds + duration.milliseconds)
    }

    public static func - (instant: Instant, duration: Duration) -> Instant {
        Instant(milliseconds: instant.milliseconds - duration.milliseconds)
    }

    public static func - (left: Instant, right: Instant) -> Duration {
        .milliseconds(left.milliseconds - right.milliseconds)
    }

    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let instant = Instant(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "not an instant: \(text)"))
        }
        self = instant
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Duration {
    /// Whole milliseconds, cut off towards zero.
    public var milliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }
}

extension Instant: LosslessStringConvertible {
    /// RFC 3339 in UTC with milliseconds, `2026-06-01T00:30:00.000Z`.
    public var description: String {
        let (days, rest) = milliseconds.flooredDivision(by: 86_400_000)
        let day = Day(julianDay: Int(days) + Instant.epochJulianDay)
        let seconds = Int(rest / 1000)
        return "\(day)T\((seconds / 3600).padded(2)):\((seconds / 60 % 60).padded(2)):\((seconds % 60).padded(2))"
            + ".\(Int(rest % 1000).padded(3))Z"
    }

    /// Reads RFC 3339 with `Z` or a numeric offset, with or without fractions of a second.
    public init?(_ text: String) {
        let form =
            /([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]([0-9]{2}):([0-9]{2}):([0-9]{2})(\.[0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})/
        guard let match = text.wholeMatch(of: form),
            let day = Day(String(match.1)),
            let hour = Int(match.2), let minute = Int(match.3), let second = Int(match.4),
            hour < 24, minute < 60, second < 60
        else { return nil }
        let fraction = match.5.map { Int64((Double("0" + $0) ?? 0) * 1000) } ?? 0
        var offset = 0
        if match.6.count == 6 {
            let parts = match.6.dropFirst().split(separator: ":").compactMap { Int($0) }
            guard parts.count == 2, parts[0] < 24, parts[1] < 60 else { return nil }
            offset = (parts[0] * 60 + parts[1]) * (match.6.first == "-" ? -1 : 1)
        }
        let seconds =
            Int64(day.julianDay - Instant.epochJulianDay) * 86_400
            + Int64(hour * 3600 + (minute - offset) * 60 + second)
        self.init(milliseconds: seconds * 1000 + fraction)
    }

    /// The Julian day number of 1970-01-01.
    public static let epochJulianDay = 2_440_588
}

extension Int64 {
    /// Quotient and remainder with the remainder never negative, as calendars need before the epoch.
    func flooredDivision(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
