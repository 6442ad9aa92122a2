import Outreach

/// Keeps each channel to its rate: a token bucket that holds `burst` requests and fills at the rate.
struct ChannelPace: Sendable {
    private struct Bucket {
        var tokens: Double
        var filledAt: Instant
    }

    private var buckets: [Slug: Bucket] = [:]
    private var restUntil: [Slug: Instant] = [:]

    /// Channels that may not be asked yet.
    func resting(at now: Instant) -> Set<Slug> {
        Set(restUntil.filter { $0.value > now }.keys)
    }

    /// When the first resting channel may be asked again.
    func nextReady(after now: Instant) -> Instant? {
        restUntil.values.filter { $0 > now }.min()
    }

    /// Spends one request of a channel.
    mutating func spend(_ channel: Slug, limits: DeliveryLimits, at now: Instant) {
        guard let rate = limits.rate else { return }
        let interval = Double(rate.per.milliseconds) / Double(rate.count)
        var bucket = buckets[channel] ?? Bucket(tokens: Double(max(1, limits.burst)), filledAt: now)
        let gained = max(0, Double((now - bucket.filledAt).milliseconds) / interval)
        bucket.tokens = min(Double(max(1, limits.burst)), bucket.tokens + gained) - 1
        bucket.filledAt = now
        buckets[channel] = bucket
        restUntil[channel] =
            bucket.tokens >= 1 ? nil : now + .milliseconds(Int64(((1 - bucket.tokens) * interval).rounded(.up)))
    }
}
