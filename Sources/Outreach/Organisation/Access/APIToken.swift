/// A machine's way into the JSON API, with one role within one unit or the whole workspace.
///
/// It never may more than its maker may at that moment, never approves and never administers.
public struct APIToken: Sendable, Hashable, Codable {
    public let name: Slug
    public let grant: Grant
    public let madeBy: Slug
    public let madeAt: Instant
    /// Nil where it holds until it is revoked.
    public let expiresAt: Instant?
    /// The last day on which it was used.
    public let usedOn: Day?
    public let revokedAt: Instant?

    public init(
        name: Slug, grant: Grant, madeBy: Slug, madeAt: Instant, expiresAt: Instant?, usedOn: Day? = nil,
        revokedAt: Instant? = nil
    ) {
        self.name = name
        self.grant = grant
        self.madeBy = madeBy
        self.madeAt = madeAt
        self.expiresAt = expiresAt
        self.usedOn = usedOn
        self.revokedAt = revokedAt
    }

    /// The roles a machine can have; reading is the usual one.
    public static let roles: [Role] = [.viewer, .logger, .editor]

    public func holds(at now: Instant) -> Bool {
        revokedAt == nil && expiresAt.map { now < $0 } ?? true
    }
}
