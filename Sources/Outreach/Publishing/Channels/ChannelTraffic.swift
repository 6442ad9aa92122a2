/// What went through a channel and what waits for it.
public struct ChannelTraffic: Sendable, Hashable {
    /// The newest post that went out.
    public let lastPosted: Instant?
    /// The moment of the oldest post that has not gone out since the last one that did; nil where none failed.
    public let failingSince: Instant?
    /// Approved, or to be tried again.
    public let waiting: Int
    /// The moment of the first of them.
    public let nextDue: Instant?
    /// Failed, missed or unknown: for a person to settle.
    public let toSettle: Int

    public init(lastPosted: Instant?, failingSince: Instant?, waiting: Int, nextDue: Instant?, toSettle: Int) {
        self.lastPosted = lastPosted
        self.failingSince = failingSince
        self.waiting = waiting
        self.nextDue = nextDue
        self.toSettle = toSettle
    }

    public static let none = ChannelTraffic(
        lastPosted: nil, failingSince: nil, waiting: 0, nextDue: nil, toSettle: 0)
}
