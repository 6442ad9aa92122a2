/// A picture of a session as it is kept: made anew from its pixels, so that it says nothing beyond what it shows.
public struct SessionPhoto: Sendable, Hashable {
    public let id: Identifier<SessionPhoto>
    public let session: Identifier<Session>
    /// Of the bytes as they were sent: the same picture sent again is recognised.
    public let sentHash: ContentHash
    /// Of the bytes as they are kept.
    public let hash: ContentHash
    public let mediaType: String
    public let width: Int
    public let height: Int
    public let addedBy: String
    public let addedAt: Instant

    public init(
        id: Identifier<SessionPhoto>, session: Identifier<Session>, sentHash: ContentHash, hash: ContentHash,
        mediaType: String, width: Int, height: Int, addedBy: String, addedAt: Instant
    ) {
        self.id = id
        self.session = session
        self.sentHash = sentHash
        self.hash = hash
        self.mediaType = mediaType
        self.width = width
        self.height = height
        self.addedBy = addedBy
        self.addedAt = addedAt
    }
}
