import Outreach

/// How many posts of which channel may be claimed now; handed to the outbox with every look for due posts.
public struct SendingRoom: Sendable {
    /// How many more posts there is room for, whatever their channel.
    public private(set) var free: Int
    /// Nil where nothing is known of any channel, and each may take all there is.
    private var traffic: Traffic?
    private let now: Duration

    init(_ traffic: Traffic, at now: Duration) {
        free = traffic.free
        self.traffic = traffic
        self.now = now
    }

    /// Room for so many posts, whatever their channels.
    public init(slots: Int) {
        free = slots
        now = .zero
    }

    /// How many more posts of this channel there is room for.
    public func room(_ lane: Lane) -> Int { min(free, traffic?.room(lane, at: now) ?? free) }

    /// Takes a place; false where there is none.
    public mutating func take(_ lane: Lane) -> Bool {
        guard room(lane) > 0 else { return false }
        traffic?.claim(lane, at: now)
        free -= 1
        return true
    }
}
