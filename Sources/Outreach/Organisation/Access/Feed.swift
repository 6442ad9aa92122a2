/// The formats another program can subscribe to.
public enum FeedKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// RFC 5545.
    case calendar
    /// RFC 4287.
    case atom
}

/// What a feed is narrowed to; empty is all its maker may see.
public struct FeedFilter: Sendable, Hashable, Codable {
    public var unit: Slug?
    public var channel: Slug?
    public var campaign: Slug?

    public init(unit: Slug? = nil, channel: Slug? = nil, campaign: Slug? = nil) {
        self.unit = unit
        self.channel = channel
        self.campaign = campaign
    }
}

/// A secret address for a calendar or news program. It shows what its maker may see at that moment, and changes
/// nothing.
public struct Feed: Sendable, Hashable, Codable {
    public let id: Identifier<Feed>
    public let kind: FeedKind
    public let filter: FeedFilter
    public let madeBy: Slug
    public let madeAt: Instant
    /// The last day on which someone fetched it.
    public let usedOn: Day?
    public let revokedAt: Instant?

    public init(
        id: Identifier<Feed>, kind: FeedKind, filter: FeedFilter, madeBy: Slug, madeAt: Instant, usedOn: Day? = nil,
        revokedAt: Instant? = nil
    ) {
        self.id = id
        self.kind = kind
        self.filter = filter
        self.madeBy = madeBy
        self.madeAt = madeAt
        self.usedOn = usedOn
        self.revokedAt = revokedAt
    }
}
