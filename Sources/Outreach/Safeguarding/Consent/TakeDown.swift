/// A post that is out, or may be, although a consent it rested on was withdrawn: somebody has to take it down.
public struct TakeDown: Sendable, Hashable, Codable {
    public let post: Identifier<Post>
    public let consent: Identifier<Consent>
    public let askedAt: Instant
    public let doneBy: String?
    public let doneAt: Instant?

    public init(
        post: Identifier<Post>, consent: Identifier<Consent>, askedAt: Instant, doneBy: String? = nil,
        doneAt: Instant? = nil
    ) {
        self.post = post
        self.consent = consent
        self.askedAt = askedAt
        self.doneBy = doneBy
        self.doneAt = doneAt
    }
}
