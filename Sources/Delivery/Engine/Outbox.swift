public import Outreach

/// Where due posts come from and outcomes go to. Declared here by the engine that uses it; a database implements it.
public protocol Outbox: Sendable {
    /// Writes outcomes where their claims still stand and claims due posts, in one commit. When this returns, all of it
    /// is durable: only then may a byte of a claimed post leave.
    ///
    /// - Throws: where none of it was done.
    func exchange(_ exchange: Exchange) async throws -> ExchangeAnswer

    /// Settles posts that a dead process left in `sending`, by each channel's promise, and forgets what it knew of hosts;
    /// returns how many posts.
    func recover() async throws -> Int

    /// What must not be sent now, though it may be claimed already.
    func stops() async throws -> SendingStops

    /// Stops all sending until a person lets it go on.
    func pause(_ reason: Message) async throws

    /// Keeps what is known of a host's health, for people to see.
    func note(_ health: HostHealth) async throws

    /// The rests that were noted and are not over.
    func rests() async throws -> [AskedRest]

    /// Keeps that a receiver asked to be left alone, for people to see and for the next engine to go by.
    func note(_ rest: AskedRest) async throws
}

/// One round with the outbox: outcomes go in, due posts come out.
public struct Exchange: Sendable {
    public let results: [DeliveryResult]
    /// Nil where nothing is to be claimed.
    public let room: SendingRoom?
    /// What the wall clock showed when this was decided; nil for now. A clock that is set in the meantime is noticed
    /// before the next round, so no post is called late by it.
    public let at: Instant?
    /// Only posts that fell due up to here; nil for now.
    public let dueUntil: Instant?
    /// Posts on their way, whose claims stand whatever the clock says; nil where those whose claims ran out are not to be
    /// looked for this time.
    public let underWay: Set<Identifier<Post>>?

    public init(
        results: [DeliveryResult] = [], room: SendingRoom?, at: Instant? = nil, dueUntil: Instant? = nil,
        underWay: Set<Identifier<Post>>? = []
    ) {
        self.results = results
        self.room = room
        self.at = at
        self.dueUntil = dueUntil
        self.underWay = underWay
    }
}

/// What a round with the outbox gave.
public struct ExchangeAnswer: Sendable {
    /// When the next post of a channel falls due; in the past where one is waiting for room.
    public struct Due: Sendable, Hashable {
        public let lane: Lane
        public let at: Instant

        public init(lane: Lane, at: Instant) {
            self.lane = lane
            self.at = at
        }
    }

    public let claimed: [Envelope]
    /// Posts whose outcome came too late and was not written.
    public let stale: Set<Identifier<Post>>
    /// For every channel with a queue.
    public let due: [Due]
    /// Whether there may be more to claim at once.
    public let hasMore: Bool

    public init(
        claimed: [Envelope] = [], stale: Set<Identifier<Post>> = [], due: [Due] = [], hasMore: Bool = false
    ) {
        self.claimed = claimed
        self.stale = stale
        self.due = due
        self.hasMore = hasMore
    }
}

/// What must not be sent now, and why: holds, and channels that are switched off.
public struct SendingStops: Sendable, Hashable {
    public var everything: Message?
    public var units: [Slug: Message] = [:]
    public var campaigns: [Slug: Message] = [:]
    public var channels: [Slug: Message] = [:]
    public var posts: [Identifier<Post>: Message] = [:]

    public init() {}

    var isEmpty: Bool {
        everything == nil && units.isEmpty && campaigns.isEmpty && channels.isEmpty && posts.isEmpty
    }

    func reason(for envelope: Envelope) -> Message? {
        everything ?? channels[envelope.channel] ?? units[envelope.unit] ?? posts[envelope.post]
            ?? envelope.campaign.flatMap { campaigns[$0] }
    }
}

/// That a receiver asked to be left alone, by what its rate is counted by: every channel that counts by the same waits.
public struct AskedRest: Sendable, Hashable {
    /// ``Lane/limitKey``.
    public let limitKey: String
    public let until: Instant

    public init(limitKey: String, until: Instant) {
        self.limitKey = limitKey
        self.until = until
    }
}

/// Whether a host is left alone because it does not answer.
public struct HostHealth: Sendable, Hashable {
    public let host: String
    public let failures: Int
    /// Nil where it answers again.
    public let openUntil: Instant?

    public init(host: String, failures: Int, openUntil: Instant?) {
        self.host = host
        self.failures = failures
        self.openUntil = openUntil
    }
}
