public import Outreach
import Synchronization

/// A clock that stands still until the simulation moves on to its next event.
public final class SimulatedClock: Sendable {
    private let moment: Mutex<Moment>

    public init(_ wall: Instant) {
        moment = Mutex(Moment(wall: wall, uptime: .zero))
    }

    public var now: Moment { moment.withLock(\.self) }
    public var source: TimeSource { TimeSource { [self] in now.wall } }

    func advance(to uptime: Duration) {
        moment.withLock { $0 = Moment(wall: $0.wall + (uptime - $0.uptime), uptime: uptime) }
    }

    /// Sets the wall clock against the other one.
    func jump(by duration: Duration) {
        moment.withLock { $0 = Moment(wall: $0.wall + duration, uptime: $0.uptime) }
    }
}
