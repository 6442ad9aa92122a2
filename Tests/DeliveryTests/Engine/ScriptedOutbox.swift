import Delivery
import Outreach

/// A queue in memory that keeps the outbox's word: what it hands out is claimed, and an outcome counts once.
actor ScriptedOutbox: Outbox {
    struct Waiting: Sendable {
        let envelope: Envelope
        var due: Instant
        var attempts = 0
    }

    private(set) var waiting: [Waiting]
    private(set) var results: [DeliveryResult] = []
    private let time: TimeSource
    private let log: EngineLog?
    private let abandoned: Int
    private let isStale: @Sendable (DeliveryResult) -> Bool
    private var claimed: [String: Waiting] = [:]

    init(
        _ waiting: [Waiting], time: TimeSource, log: EngineLog? = nil, abandoned: Int = 0,
        isStale: @escaping @Sendable (DeliveryResult) -> Bool = { _ in false }
    ) {
        self.waiting = waiting
        self.time = time
        self.log = log
        self.abandoned = abandoned
        self.isStale = isStale
    }

    func add(_ envelope: Envelope, due: Instant) { waiting.append(Waiting(envelope: envelope, due: due)) }

    func claim(limit: Int, resting: Set<Slug>) async throws -> [Envelope] {
        let now = time.now
        let due = waiting.filter { $0.due <= now && !resting.contains($0.envelope.channel.slug) }
        return due.sorted { $0.due < $1.due }.prefix(limit).map { next in
            waiting.removeAll { $0.envelope.post == next.envelope.post }
            var taken = next
            taken.attempts += 1
            let envelope = taken.envelope.again(attempt: taken.attempts)
            claimed[envelope.token] = taken
            log?.note("claim \(envelope.token)")
            return envelope
        }
    }

    func record(_ result: DeliveryResult) async throws -> Bool {
        log?.note("record \(result.token)")
        results.append(result)
        guard let taken = claimed.removeValue(forKey: result.token), !isStale(result) else { return false }
        if case .retry(let next, _, _) = result.conclusion {
            waiting.append(Waiting(envelope: taken.envelope, due: next, attempts: taken.attempts))
        }
        return true
    }

    func recover() async throws -> Int {
        log?.note("recover")
        return abandoned
    }

    func nextDue(resting: Set<Slug>) async throws -> Instant? {
        waiting.filter { !resting.contains($0.envelope.channel.slug) }.map(\.due).min()
    }
}

extension Envelope {
    /// The same post claimed for this attempt.
    fileprivate func again(attempt: Int) -> Envelope {
        Envelope(
            post: post, attempt: attempt, token: "\(values.title)/\(attempt)", channel: channel, webhook: webhook,
            values: values, secrets: secrets, notAfter: notAfter)
    }
}
