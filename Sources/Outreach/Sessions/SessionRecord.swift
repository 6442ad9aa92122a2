/// Where a session came from.
public enum SessionOrigin: String, Sendable, Hashable, Codable, CaseIterable {
    case typed, imported
}

/// A session as it is kept, with who logged it and how often it was corrected.
public struct SessionRecord: Sendable, Hashable, Codable {
    public let session: Session
    /// 1 as logged, one more for every correction.
    public let version: Int
    public let origin: SessionOrigin
    public let loggedBy: String
    public let loggedAt: Instant

    public init(session: Session, version: Int, origin: SessionOrigin, loggedBy: String, loggedAt: Instant) {
        self.session = session
        self.version = version
        self.origin = origin
        self.loggedBy = loggedBy
        self.loggedAt = loggedAt
    }
}

/// What a session said before it was corrected, and why that was wrong.
public struct Correction: Sendable, Hashable, Codable {
    public let version: Int
    public let reason: String
    public let by: String
    public let at: Instant
    public let before: Session

    public init(version: Int, reason: String, by: String, at: Instant, before: Session) {
        self.version = version
        self.reason = reason
        self.by = by
        self.at = at
        self.before = before
    }
}
