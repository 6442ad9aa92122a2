/// Where the present comes from: the system's clock, or one that a test or the demo turns by hand.
///
/// Outreach itself never asks it; whoever reads the clock hands the instant in.
public struct TimeSource: Sendable {
    private let read: @Sendable () -> Instant

    public init(_ read: @escaping @Sendable () -> Instant) {
        self.read = read
    }

    public var now: Instant { read() }
}
