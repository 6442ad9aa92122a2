import Outreach

@testable import Delivery

/// A queue in memory that keeps the outbox's word: what it hands out is claimed, and an outcome counts once.
actor ScriptedOutbox: Outbox {
    struct Waiting: Sendable {
        let envelope: Envelope
        var due: Instant
        var attempts = 0
        var isInDoubt = false
        var partsSent = 0
    }

    private(set) var waiting: [Waiting]
    private(set) var results: [DeliveryResult] = []
    private(set) var health: [HostHealth] = []
    /// The reasons for which all sending was stopped.
    private(set) var pauses: [Message] = []
    private var held = SendingStops()
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

    func hold(_ stops: SendingStops) { held = stops }

    func exchange(_ exchange: Exchange) async throws -> ExchangeAnswer {
        let stale = Set(exchange.results.filter { !record($0) }.map(\.post))
        guard var room = exchange.room, pauses.isEmpty, held.everything == nil else {
            return ExchangeAnswer(stale: stale)
        }
        let claimed = claim(from: &room, until: min(exchange.dueUntil ?? time.now, time.now))
        return ExchangeAnswer(claimed: claimed, stale: stale, due: due)
    }

    func recover() async throws -> Int {
        log?.note("recover")
        return abandoned
    }

    func stops() async throws -> SendingStops {
        log?.note("stops")
        return held
    }

    func pause(_ reason: Message) async throws { pauses.append(reason) }

    /// That a host is left alone takes long to note, so that later notes would come first if they did not wait for it.
    func note(_ health: HostHealth) async throws {
        if health.openUntil != nil { for _ in 0..<1000 { await Task.yield() } }
        self.health.append(health)
    }

    func rests() -> [AskedRest] { [] }
    func note(_: AskedRest) {}

    private var due: [ExchangeAnswer.Due] {
        Dictionary(grouping: waiting, by: \.envelope.lane).compactMap { lane, waiting in
            waiting.map(\.due).min().map { ExchangeAnswer.Due(lane: lane, at: $0) }
        }.sorted { $0.at < $1.at }
    }

    private func claim(from room: inout SendingRoom, until: Instant) -> [Envelope] {
        waiting.filter { $0.due <= until }.sorted { $0.due < $1.due }.compactMap { next in
            guard held.reason(for: next.envelope) == nil, room.take(next.envelope.lane) else { return nil }
            waiting.removeAll { $0.envelope.post == next.envelope.post }
            var taken = next
            taken.attempts += 1
            let envelope = taken.envelope.again(taken)
            claimed[envelope.token] = taken
            log?.note("claim \(envelope.token)")
            return envelope
        }
    }

    private func record(_ result: DeliveryResult) -> Bool {
        log?.note("record \(result.token)")
        results.append(result)
        guard var taken = claimed.removeValue(forKey: result.token), !isStale(result) else { return false }
        taken.partsSent = result.partsSent
        switch result.conclusion {
        case .retry(let next, _, let inDoubt):
            taken.due = next
            taken.isInDoubt = taken.isInDoubt || inDoubt
            waiting.append(taken)
        case .putBack:
            taken.attempts -= 1
            waiting.append(taken)
        default: break
        }
        return true
    }
}

extension Envelope {
    /// The same post claimed once more.
    fileprivate func again(_ taken: ScriptedOutbox.Waiting) -> Envelope {
        Envelope(
            post: post, unit: unit, campaign: campaign, attempt: taken.attempts,
            token: "\(values.title)/\(taken.attempts)", claimedAt: claimedAt, lease: lease, outlet: outlet,
            values: values, parts: parts, partsSent: taken.partsSent, isInDoubt: taken.isInDoubt, notAfter: notAfter,
            closesAt: closesAt)
    }
}
