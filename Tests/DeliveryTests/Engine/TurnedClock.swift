import Outreach
import Synchronization

@testable import Delivery

/// A clock that stands still until somebody waits.
final class TurnedClock: Sendable {
    /// 2026-06-01 08:00 in Vietnam.
    static let start = Instant(milliseconds: 1_780_275_600_000)

    private let instant = Mutex(TurnedClock.start)

    var now: Instant { instant.withLock { $0 } }
    var source: TimeSource { TimeSource { [self] in now } }

    /// The engine's clock: it stands still while anything is under way, and is turned as far as the engine waits.
    var turning: EngineClock { .turned(source) { [self] in advance(by: $0) } }

    func advance(by duration: Duration) { instant.withLock { $0 = $0 + duration } }
}

/// What happened, in order.
final class EngineLog: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    func note(_ line: String) { lines.withLock { $0.append(line) } }
}
