/// A host that did not answer several times in a row.
public struct HostState: Sendable, Hashable, Codable {
    /// With its port.
    public let host: String
    public let failures: Int
    /// Until when it is left alone.
    public let openUntil: Instant?
    public let notedAt: Instant

    public init(host: String, failures: Int, openUntil: Instant?, notedAt: Instant) {
        self.host = host
        self.failures = failures
        self.openUntil = openUntil
        self.notedAt = notedAt
    }
}
