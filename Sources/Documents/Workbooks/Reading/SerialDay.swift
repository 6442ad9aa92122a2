import Outreach

/// The numbers Excel keeps days and times as.
enum SerialDay {
    /// A day as `dd/MM/yyyy`, with the time where there is one; nil where the number is no day.
    /// - Parameter from1904: whether day 0 is 1 January 1904; else day 1 is 1 January 1900.
    static func text(_ serial: Double, from1904: Bool) -> String? {
        // To the second, so that 07:30 does not become 07:29 through binary fractions.
        let seconds = (serial * 86_400).rounded()
        guard seconds.isFinite, (0...lastSecond).contains(seconds) else { return nil }
        let (days, rest) = (Int(seconds) / 86_400, Int(seconds) % 86_400)
        guard let day = day(days, from1904: from1904) else { return nil }
        return rest == 0 ? day.written : "\(day.written) \(time(rest))"
    }

    /// The time of day as `HH:mm`, with seconds where there are some.
    static func time(of serial: Double) -> String? {
        let seconds = (serial * 86_400).rounded()
        guard seconds.isFinite, (0...lastSecond).contains(seconds) else { return nil }
        return time(Int(seconds) % 86_400)
    }

    private static func time(_ seconds: Int) -> String {
        let minutes = "\((seconds / 3_600).padded(2)):\((seconds / 60 % 60).padded(2))"
        return seconds % 60 == 0 ? minutes : "\(minutes):\((seconds % 60).padded(2))"
    }

    private static func day(_ number: Int, from1904: Bool) -> Day? {
        if from1904 { return Day(julianDay: 2_416_481 + number) }
        // Excel counts a 29 February 1900 that never was: number 60.
        switch number {
        case 1...59: return Day(julianDay: 2_415_020 + number)
        case 61...: return Day(julianDay: 2_415_019 + number)
        default: return nil
        }
    }

    /// The end of the year 9999.
    private static let lastSecond = 2_958_466.0 * 86_400
}
