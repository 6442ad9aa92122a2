public import Outreach

/// What became of an attempt, to be written where its claim still stands.
public struct AttemptOutcome: Sendable, Hashable {
    public let post: Identifier<Post>
    /// The zone the post's moment was chosen in; days are counted by it.
    public let zone: Zone
    /// 1 for the first attempt.
    public let number: Int
    public let token: String
    public let claimedAt: Instant
    public let state: PostState
    public let outcome: String
    public let endedAt: Instant
    public let status: Int?
    public let bytesMayHaveLeft: Bool
    public let request: String?
    public let answer: String?
    public let nextAttemptAt: Instant?
    public let receipt: Receipt?
    public let reason: Message?
    /// So many pieces of the text are out.
    public let partsSent: Int

    public init(
        post: Identifier<Post>,
        zone: Zone,
        number: Int,
        token: String,
        claimedAt: Instant,
        state: PostState,
        outcome: String,
        endedAt: Instant,
        status: Int?,
        bytesMayHaveLeft: Bool,
        request: String?,
        answer: String?,
        nextAttemptAt: Instant?,
        receipt: Receipt?,
        reason: Message?,
        partsSent: Int = 0
    ) {
        self.post = post
        self.zone = zone
        self.number = number
        self.token = token
        self.claimedAt = claimedAt
        self.state = state
        self.outcome = outcome
        self.endedAt = endedAt
        self.status = status
        self.bytesMayHaveLeft = bytesMayHaveLeft
        self.request = request
        self.answer = answer
        self.nextAttemptAt = nextAttemptAt
        self.receipt = receipt
        self.reason = reason
        self.partsSent = partsSent
    }
}
