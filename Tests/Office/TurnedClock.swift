import Outreach
import Synchronization

/// A clock a test turns by hand.
final class TurnedClock: Sendable {
    private let instant: Mutex<Instant>

    init(_ instant: Instant) {
        self.instant = Mutex(instant)
    }

    var source: TimeSource { TimeSource { [self] in instant.withLock { $0 } } }

    func advance(by duration: Duration) { instant.withLock { $0 = $0 + duration } }
}
