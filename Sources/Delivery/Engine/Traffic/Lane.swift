public import Outreach

/// Where a channel's requests go and what they share with those of other channels.
public struct Lane: Sendable, Hashable {
    public let channel: Slug
    /// Host and port of the publishing request: a receiver that is down is down for every channel it serves.
    public let host: String
    /// What the rate is counted by; channels under one token or account have it in common.
    public let limitKey: String
    public let limits: DeliveryLimits
    public let promise: IdempotencyPromise

    public init(
        channel: Slug, host: String, limitKey: String, limits: DeliveryLimits, promise: IdempotencyPromise
    ) {
        self.channel = channel
        self.host = host
        self.limitKey = limitKey
        self.limits = limits
        self.promise = promise
    }

    /// Whether its posts may be claimed before there is a transfer for them: a crash then costs nothing, because they
    /// are sent again under their key. Anything else would be unknown without ever having left.
    var mayBeClaimedAhead: Bool { promise == .key }
}
