import Outreach
import Synchronization

/// A clock that stands still until somebody waits.
final class EngineClock: Sendable {
    /// 2026-06-01 08:00 in Vietnam.
    static let start = Instant(milliseconds: 1_780_275_600_000)

    private let instant = Mutex(EngineClock.start)

    var now: Instant { instant.withLock { $0 } }
    var source: TimeSource { TimeSource { [self] in now } }

    func advance(by duration: Duration) { instant.withLock { $0 = $0 + duration } }
}

/// What happened, in order.
final class EngineLog: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    func note(_ line: String) { lines.withLock { $0.append(line) } }
}
