/// What a hold lies over.
public enum HoldScope: Sendable, Hashable, Codable {
    case everything
    case unit(Slug)
    case campaign(Slug)
    case channel(Slug)
    case post(Identifier<Post>)
}

extension HoldScope: LosslessStringConvertible {
    /// Reads what ``description`` writes.
    public init?(_ text: String) {
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        switch (parts.first, parts.count > 1 ? parts[1] : nil) {
        case ("everything", nil): self = .everything
        case ("unit", let name?): self.init(Slug(name).map(HoldScope.unit))
        case ("campaign", let name?): self.init(Slug(name).map(HoldScope.campaign))
        case ("channel", let name?): self.init(Slug(name).map(HoldScope.channel))
        case ("post", let id?): self.init(Identifier<Post>(id).map(HoldScope.post))
        default: return nil
        }
    }

    private init?(_ scope: HoldScope?) {
        guard let scope else { return nil }
        self = scope
    }

    /// As forms and the audit log have it: `everything`, or what it lies over: `channel vh-facebook`.
    public var description: String {
        switch self {
        case .everything: "everything"
        case .unit(let unit): "unit \(unit)"
        case .campaign(let campaign): "campaign \(campaign)"
        case .channel(let channel): "channel \(channel)"
        case .post(let post): "post \(post)"
        }
    }
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
