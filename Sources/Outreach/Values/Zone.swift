import Foundation

/// An IANA time zone by name, the one in which a person chose a time.
public struct Zone: Sendable, Hashable, Codable {
    public let name: String
    private let timeZone: TimeZone

    /// The zone, or nil where this machine's zone data has no such name.
    public init?(_ name: String) {
        // Nearly every post's; looking a zone up by name costs more than reading the rest of its row.
        if name == Zone.vietnam.name {
            self = .vietnam
            return
        }
        guard let timeZone = TimeZone(identifier: name) else { return nil }
        self.name = name
        self.timeZone = timeZone
    }

    /// Vietnam: UTC+7 all year.
    public static let vietnam = Zone(
        name: "Asia/Ho_Chi_Minh",
        data: TimeZone(identifier: "Asia/Ho_Chi_Minh") ?? TimeZone(secondsFromGMT: 7 * 3600) ?? .gmt)

    /// The zone of this name by data that need not be this machine's.
    init(name: String, data: TimeZone) {
        self.name = name
        timeZone = data
    }

    public func day(of instant: Instant) -> Day { clock(of: instant).day }

    public func time(of instant: Instant) -> TimeOfDay { clock(of: instant).time }

    /// What calendar and clock show at an instant.
    public func clock(of instant: Instant) -> (day: Day, time: TimeOfDay, second: Int) {
        Zone.clock(of: instant, offset: offset(at: instant))
    }

    private static func clock(of instant: Instant, offset: Int) -> (day: Day, time: TimeOfDay, second: Int) {
        let local = instant.milliseconds + Int64(offset) * 1000
        let (days, rest) = local.flooredDivision(by: 86_400_000)
        let time = TimeOfDay(minutes: Int(rest / 60_000)) ?? .midnight
        return (Day(julianDay: Int(days) + Instant.epochJulianDay), time, Int(rest / 1000 % 60))
    }

    /// The instant a clock in this zone shows this day and time.
    ///
    /// A time that daylight saving skips is moved forward by the gap; of a time that comes twice the first is meant.
    public func instant(_ day: Day, _ time: TimeOfDay) -> Instant {
        let wall = Int64(day.julianDay - Instant.epochJulianDay) * 86_400_000 + Int64(time.minutes) * 60_000
        let before = offset(at: Instant(milliseconds: wall - 86_400_000))
        let first = Instant(milliseconds: wall - Int64(before) * 1000)
        let actual = offset(at: first)
        guard actual != before else { return first }
        let second = Instant(milliseconds: wall - Int64(actual) * 1000)
        return offset(at: second) == actual ? second : first
    }

    /// RFC 3339 with this zone's offset and whole seconds, `2026-06-01T07:30:00+07:00`.
    public func rfc3339(_ instant: Instant) -> String {
        let seconds = offset(at: instant)
        let (day, time, second) = Zone.clock(of: instant, offset: seconds)
        let minutes = seconds / 60
        // Put together piece by piece: every post that leaves asks for it, and a text in one piece costs three times as much.
        var text = day.description
        text += "T"
        text += time.hour.padded(2)
        text += ":"
        text += time.minute.padded(2)
        text += ":"
        text += second.padded(2)
        text += minutes < 0 ? "-" : "+"
        text += (abs(minutes) / 60).padded(2)
        text += ":"
        text += (abs(minutes) % 60).padded(2)
        return text
    }

    /// The moment as people read it, `07:30 · 01/06/2026`, on this zone's clocks.
    public func written(_ instant: Instant) -> String { time(of: instant).written(on: day(of: instant)) }

    private func offset(at instant: Instant) -> Int {
        timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000))
    }

    public static func == (left: Zone, right: Zone) -> Bool { left.name == right.name }
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }

    public init(from decoder: any Decoder) throws {
        let name = try decoder.singleValueContainer().decode(String.self)
        guard let zone = Zone(name) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "unknown zone: \(name)"))
        }
        self = zone
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
    }
}
