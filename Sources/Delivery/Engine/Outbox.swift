public import Outreach

/// Where due posts come from and outcomes go to. Declared here by the engine that uses it; a database implements it.
public protocol Outbox: Sendable {
    /// Claims due posts for sending. When this returns, the claims are durable: only then may a byte leave.
    ///
    /// - Parameter resting: channels that must not be asked again yet.
    func claim(limit: Int, resting: Set<Slug>) async throws -> [Envelope]

    /// Writes an outcome where its claim still stands.
    ///
    /// - Returns: false for a stale result; nothing was changed then.
    func record(_ result: DeliveryResult) async throws -> Bool

    /// Settles posts that a dead process left in `sending`, by each channel's promise; returns how many.
    func recover() async throws -> Int

    /// When the next post of a channel that is not resting falls due; a moment in the past where one is due already.
    func nextDue(resting: Set<Slug>) async throws -> Instant?
}
