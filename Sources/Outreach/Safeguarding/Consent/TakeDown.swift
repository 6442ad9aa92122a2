/// A post that is out, or may be, although a consent it rested on was withdrawn, or although somebody has since said of
/// a picture in it what keeps it in: somebody has to take it down.
public struct TakeDown: Sendable, Hashable, Codable {
    public let post: Identifier<Post>
    /// The consent that was withdrawn; nil where a picture is the reason.
    public let consent: Identifier<Consent>?
    /// The picture that must not be seen; nil where a consent is the reason.
    public let picture: ContentHash?
    public let askedAt: Instant
    public let doneBy: String?
    public let doneAt: Instant?

    public init(
        post: Identifier<Post>, consent: Identifier<Consent>?, picture: ContentHash?, askedAt: Instant,
        doneBy: String? = nil, doneAt: Instant? = nil
    ) {
        self.post = post
        self.consent = consent
        self.picture = picture
        self.askedAt = askedAt
        self.doneBy = doneBy
        self.doneAt = doneAt
    }
}
