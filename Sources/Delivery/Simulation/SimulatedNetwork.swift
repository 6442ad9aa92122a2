public import Outreach

/// A request as a simulated network sees it.
public struct SimulatedRequest: Sendable {
    public let post: Identifier<Post>
    public let channel: Slug
    /// Whether it would make the post appear, rather than ask about it or prepare it.
    public let isPublishing: Bool
    public let url: String
    /// What the receiver tells requests apart by.
    public let key: String
    public let body: [UInt8]
    /// When it was begun.
    public let begun: Moment
}

/// How a request fares on its way.
public struct SimulatedFate: Sendable {
    public var connectsAfter = Duration.milliseconds(5)
    /// Why no connection comes about; nil where one does.
    public var refusal: TransferFailure?
    /// How long its bytes travel; nil where they get lost.
    public var arrivesAfter: Duration? = .milliseconds(5)
    /// How long the receiver takes to answer; nil where it never does.
    public var answersAfter: Duration? = .milliseconds(20)
    /// Whether the connection breaks before the answer is through.
    public var breaks = false

    public init() {}
}

/// Everything between the engine and the receivers, and the receivers themselves.
public protocol SimulatedNetwork: Sendable {
    /// Decides how a request fares, when it is begun.
    func fate(of request: SimulatedRequest) -> SimulatedFate
    /// Its first bytes leave.
    func leaves(_ request: SimulatedRequest, at now: Moment)
    /// It has arrived; gives the answer, which may never come back.
    func arrives(_ request: SimulatedRequest, at now: Moment) -> TransferAnswer
    /// Its answer reached the engine.
    func answered(_ request: SimulatedRequest, status: Int)
}

/// What happens to the engine and around it, by the monotonic clock.
public struct SimulationPlan: Sendable {
    /// When the process is killed, and how long it stays down.
    public var kills: [(at: Duration, downFor: Duration)] = []
    /// When it is asked to end in an orderly way.
    public var stops: [(at: Duration, downFor: Duration)] = []
    /// When the database refuses everything.
    public var diskFailures: [Range<Duration>] = []
    /// When the database does everything, and takes its time.
    public var slowSpells: [Range<Duration>] = []
    /// How likely the process dies between a commit and its answer.
    public var killAfterCommit = 0.0
    /// When the wall clock is set, and by how much.
    public var jumps: [(at: Duration, by: Duration)] = []
    /// What people do.
    public var people: [(at: Duration, act: @Sendable () async throws -> Void)] = []
    public var end = Duration.seconds(6 * 3600)

    public init() {}
}
