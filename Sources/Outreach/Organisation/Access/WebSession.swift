/// How someone showed who they are when a web session began.
public enum LogInMeans: String, Sendable, Hashable, Codable {
    case password, link
}

/// One stay of a user in the web pages, on one device, from logging in to logging out.
public struct WebSession: Sendable, Hashable {
    public let id: Identifier<WebSession>
    public let user: Slug
    public let means: LogInMeans
    /// The network address it was opened from, for its owner to recognise it.
    public let address: String
    public let createdAt: Instant
    /// When it was last used, to within ``seenInterval``.
    public let lastSeenAt: Instant

    public init(
        id: Identifier<WebSession>, user: Slug, means: LogInMeans, address: String, createdAt: Instant,
        lastSeenAt: Instant
    ) {
        self.id = id
        self.user = user
        self.means = means
        self.address = address
        self.createdAt = createdAt
        self.lastSeenAt = lastSeenAt
    }

    /// Unused for so long, it is over.
    public static let idleLimit = Duration.seconds(12 * 3600)
    /// However much it is used, it is over after this.
    public static let wholeLimit = Duration.seconds(30 * 86_400)
    /// Its use is written down no more often than this, so that reading a page changes nothing.
    public static let seenInterval = Duration.seconds(5 * 60)
    /// For so long after a log-in by link a password may be set without the one before, which may be forgotten.
    public static let settingTime = Duration.seconds(3600)

    /// When it is over if it is not used again.
    public var endsAt: Instant { min(lastSeenAt + WebSession.idleLimit, createdAt + WebSession.wholeLimit) }

    public func isOpen(at now: Instant) -> Bool { now < endsAt }

    public func isSeenToBeWritten(at now: Instant) -> Bool { now - lastSeenAt >= WebSession.seenInterval }

    public func mayForgoCurrentPassword(at now: Instant) -> Bool {
        means == .link && now - createdAt < WebSession.settingTime
    }
}
