/// A one-time way in: for a new user, or for one who forgot the password. Used once, and only for a while.
public struct LogInLink: Sendable, Hashable, Codable {
    /// Nil makes the first administrator of a workspace.
    public let user: Slug?
    public let madeBy: String
    public let madeAt: Instant
    public let expiresAt: Instant

    public init(user: Slug?, madeBy: String, madeAt: Instant, expiresAt: Instant) {
        self.user = user
        self.madeBy = madeBy
        self.madeAt = madeAt
        self.expiresAt = expiresAt
    }

    public static let usualTime = Duration.seconds(24 * 3600)
    public static let longestTime = Duration.seconds(7 * 86_400)
}
