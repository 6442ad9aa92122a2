import Outreach
import Synchronization

/// A clock that is turned by hand, so that a whole month of posts goes out in moments and each at its time.
final class DemoClock: Sendable {
    let year: Int
    private let instant: Mutex<Instant>

    /// Begins on the morning of 4 May, when June is planned.
    init(year: Int) {
        self.year = year
        let day = Day(year: year, month: 5, day: 4) ?? Day(julianDay: Instant.epochJulianDay)
        instant = Mutex(Zone.vietnam.instant(day, TimeOfDay(minutes: 8 * 60) ?? .midnight))
    }

    var source: TimeSource {
        TimeSource { [self] in instant.withLock { $0 } }
    }

    func advance(by duration: Duration) {
        instant.withLock { $0 = $0 + duration }
    }

    func advance(to target: Instant) {
        instant.withLock { $0 = max($0, target) }
    }
}
