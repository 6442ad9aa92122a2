import Outreach

/// Keeps requests to their rates: for each key a token bucket that holds `burst` requests and fills at the rate, and a
/// rest where the receiver asked for one. Times are on the monotonic clock.
struct RequestPace: Sendable {
    fileprivate struct Bucket {
        var tokens: Double
        var filledAt: Duration
        /// Nothing may be asked before; set by a receiver that asked to be left alone.
        var restUntil: Duration?
    }

    private var buckets: [String: Bucket] = [:]

    /// How many requests may go at once now.
    func room(_ lane: Lane, at now: Duration) -> Int {
        guard let bucket = buckets[lane.limitKey] else { return lane.limits.rate == nil ? .max : lane.limits.capacity }
        if isResting(lane, at: now) { return 0 }
        guard let interval = lane.limits.interval else { return .max }
        return max(0, Int(bucket.filled(to: now, interval: interval, capacity: lane.limits.capacity)))
    }

    /// Whether the receiver asked to be left alone for a time that is not over.
    func isResting(_ lane: Lane, at now: Duration) -> Bool {
        buckets[lane.limitKey]?.restUntil.map { now < $0 } ?? false
    }

    /// When a request may go; now or earlier where one may go at once.
    func ready(_ lane: Lane, at now: Duration) -> Duration {
        guard let bucket = buckets[lane.limitKey] else { return now }
        var ready = bucket.restUntil ?? now
        if let interval = lane.limits.interval {
            let tokens = bucket.filled(to: now, interval: interval, capacity: lane.limits.capacity)
            if tokens < 1 { ready = max(ready, now + .milliseconds(Int64(((1 - tokens) * interval).rounded(.up)))) }
        }
        return max(ready, now)
    }

    /// Spends one request; a step beyond what was left is made up for by a longer rest.
    mutating func spend(_ lane: Lane, at now: Duration) {
        guard let interval = lane.limits.interval else { return }
        var bucket = buckets[lane.limitKey] ?? Bucket(tokens: Double(lane.limits.capacity), filledAt: now)
        bucket.tokens = bucket.filled(to: now, interval: interval, capacity: lane.limits.capacity) - 1
        bucket.filledAt = now
        buckets[lane.limitKey] = bucket
    }

    /// Takes back what a request had spent that was not made after all.
    mutating func giveBack(_ lane: Lane) {
        guard lane.limits.interval != nil else { return }
        buckets[lane.limitKey]?.tokens += 1
    }

    /// Leaves the receiver alone until then.
    ///
    /// - Returns: whether that is longer than was known.
    mutating func rest(_ limitKey: String, until instant: Duration) -> Bool {
        // A bucket that nothing was spent of is full, whatever it holds: nobody knows here how much that is.
        var bucket = buckets[limitKey] ?? Bucket(tokens: .infinity, filledAt: instant)
        if let known = bucket.restUntil, known >= instant { return false }
        bucket.restUntil = instant
        buckets[limitKey] = bucket
        return true
    }
}

extension RequestPace.Bucket {
    fileprivate func filled(to now: Duration, interval: Double, capacity: Int) -> Double {
        let gained = max(0, (now - filledAt) / .milliseconds(1)) / interval
        return min(Double(capacity), tokens + gained)
    }
}

extension DeliveryLimits {
    fileprivate var capacity: Int { max(1, burst) }

    /// Milliseconds from one request to the next; nil without a rate.
    fileprivate var interval: Double? {
        rate.map { Double($0.per.milliseconds) / Double($0.count) }
    }
}
