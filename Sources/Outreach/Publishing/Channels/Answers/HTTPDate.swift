/// The dates HTTP headers carry (RFC 9110 §5.6.7), always in UTC.
public enum HTTPDate {
    /// Reads the preferred form and the two old ones a recipient has to understand: `Sun, 06 Nov 1994 08:49:37 GMT`,
    /// `Sunday, 06-Nov-94 08:49:37 GMT` and `Sun Nov  6 08:49:37 1994`. The name of the weekday is not checked.
    ///
    /// - Parameter now: a two-digit year more than 50 years ahead of it means the past one.
    public static func instant(_ text: String, now: Instant) -> Instant? {
        if let match = text.wholeMatch(of: /[A-Za-z]{3}, ([0-9]{2}) ([A-Za-z]{3}) ([0-9]{4}) ([0-9:]{8}) GMT/) {
            return instant(year: Int(match.3), month: match.2, day: match.1, clock: match.4)
        }
        if let match = text.wholeMatch(of: /[A-Za-z]{6,9}, ([0-9]{2})-([A-Za-z]{3})-([0-9]{2}) ([0-9:]{8}) GMT/) {
            return instant(
                year: Int(match.3).map { fullYear($0, now: now) }, month: match.2, day: match.1, clock: match.4)
        }
        if let match = text.wholeMatch(of: /[A-Za-z]{3} ([A-Za-z]{3}) ([0-9 ][0-9]) ([0-9:]{8}) ([0-9]{4})/) {
            return instant(year: Int(match.4), month: match.1, day: match.2, clock: match.3)
        }
        return nil
    }

    /// The preferred form, in whole seconds.
    public static func text(_ instant: Instant) -> String {
        let (days, rest) = instant.milliseconds.flooredDivision(by: 86_400_000)
        let day = Day(julianDay: Int(days) + Instant.epochJulianDay)
        let (year, month, date) = day.components
        let seconds = Int(rest / 1000)
        let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0.padded(2) }.joined(separator: ":")
        let weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][day.isoWeekday - 1]
        return "\(weekday), \(date.padded(2)) \(months[month - 1]) \(year.padded(4)) \(clock) GMT"
    }

    private static func instant(year: Int?, month: Substring, day: Substring, clock: Substring) -> Instant? {
        guard let year, let month = months.firstIndex(of: String(month)).map({ $0 + 1 }),
            let day = Int(day.trimmingPrefix(" "))
        else { return nil }
        return Instant("\(year.padded(4))-\(month.padded(2))-\(day.padded(2))T\(clock)Z")
    }

    private static func fullYear(_ year: Int, now: Instant) -> Int {
        let current = Day(julianDay: Int(now.milliseconds / 86_400_000) + Instant.epochJulianDay).year
        let candidate = current / 100 * 100 + year
        return candidate > current + 50 ? candidate - 100 : candidate
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
