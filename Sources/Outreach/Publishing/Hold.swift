/// What a hold lies over.
public enum HoldScope: Sendable, Hashable, Codable {
    case everything
    case unit(Slug)
    case campaign(Slug)
    case channel(Slug)
    case post(Identifier<Post>)
}

/// A stop on sending, with a reason, until someone releases it.
public struct Hold: Sendable, Hashable, Codable {
    public let scope: HoldScope
    public let reason: String
    public let by: String
    public let at: Instant

    public init(scope: HoldScope, reason: String, by: String, at: Instant) {
        self.scope = scope
        self.reason = reason
        self.by = by
        self.at = at
    }
}
