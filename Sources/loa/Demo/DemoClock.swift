import Operations
import Outreach
import Synchronization

/// The clock of the demo: it begins on a spring morning, jumps to whatever the story waits for, and goes on by itself
/// once the story is told.
final class DemoClock: Sendable {
    private struct Hands {
        var instant: Instant
        /// Since when the clock goes at the pace of the real one.
        var runningSince: Instant?
    }

    let year: Int
    private let hands: Mutex<Hands>

    init(year: Int) {
        self.year = year
        // The morning of 4 May, when June is planned.
        let day = Day(year: year, month: 5, day: 4) ?? Day(julianDay: Instant.epochJulianDay)
        hands = Mutex(Hands(instant: Zone.vietnam.instant(day, TimeOfDay(minutes: 8 * 60) ?? .midnight)))
    }

    var source: TimeSource {
        TimeSource { [self] in
            hands.withLock { hands in
                guard let since = hands.runningSince else { return hands.instant }
                return hands.instant + (TimeSource.system.now - since)
            }
        }
    }

    func advance(by duration: Duration) { hands.withLock { $0.instant = $0.instant + duration } }

    func advance(to instant: Instant) { hands.withLock { $0.instant = max($0.instant, instant) } }

    /// Goes on from here as the real clock does, for people who look around afterwards.
    func letRun() { hands.withLock { $0.runningSince = TimeSource.system.now } }
}
