/// A try to deliver a post, as it is kept.
public struct AttemptRecord: Sendable, Hashable, Codable {
    public static let inDoubt = "retry in doubt"
    public static let interrupted = "interrupted"
    /// No attempt this database knows of: it fell due after the back-up that was put back, and may have gone out then.
    public static let restored = "restored"
    /// Whether it had its effect only a person can tell.
    public static let unknown = "unknown"
    /// Outcomes after which the post may be out although it is to be sent.
    public static let doubtful = [inDoubt, interrupted, restored]

    public let post: Identifier<Post>
    public let number: Int
    public let claimedAt: Instant
    public let endedAt: Instant?
    public let outcome: String?
    public let status: Int?
    public let bytesMayHaveLeft: Bool?
    /// What was sent, without secrets.
    public let request: String?
    /// The beginning of the answer, without secrets.
    public let answer: String?

    public init(
        post: Identifier<Post>,
        number: Int,
        claimedAt: Instant,
        endedAt: Instant?,
        outcome: String?,
        status: Int?,
        bytesMayHaveLeft: Bool?,
        request: String?,
        answer: String?
    ) {
        self.post = post
        self.number = number
        self.claimedAt = claimedAt
        self.endedAt = endedAt
        self.outcome = outcome
        self.status = status
        self.bytesMayHaveLeft = bytesMayHaveLeft
        self.request = request
        self.answer = answer
    }
}
