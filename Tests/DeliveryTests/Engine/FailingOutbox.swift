import Delivery
import Outreach

/// An outbox on a disk that is full for a while: claims or outcomes are refused so many times, then all goes well.
actor FailingOutbox: Outbox {
    struct Full: ReadableError {
        let kind: FailureKind
        var message: Message { Message(vi: "Đĩa đầy.", en: "The disk is full.") }
    }

    let outbox: ScriptedOutbox
    private let kind: FailureKind
    private var claimsToRefuse: Int
    private var outcomesToRefuse: Int

    init(_ outbox: ScriptedOutbox, claims: Int = 0, outcomes: Int = 0, kind: FailureKind = .tryAgain) {
        self.outbox = outbox
        self.kind = kind
        claimsToRefuse = claims
        outcomesToRefuse = outcomes
    }

    func claim(limit: Int, resting: Set<Slug>) async throws -> [Envelope] {
        claimsToRefuse -= 1
        guard claimsToRefuse < 0 else { throw Full(kind: kind) }
        return try await outbox.claim(limit: limit, resting: resting)
    }

    func record(_ result: DeliveryResult) async throws -> Bool {
        outcomesToRefuse -= 1
        guard outcomesToRefuse < 0 else { throw Full(kind: kind) }
        return try await outbox.record(result)
    }

    func recover() async throws -> Int { try await outbox.recover() }

    func nextDue(resting: Set<Slug>) async throws -> Instant? { try await outbox.nextDue(resting: resting) }
}
