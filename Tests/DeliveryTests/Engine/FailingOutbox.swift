import Delivery
import Outreach

/// An outbox on a disk that is full for a while: so many rounds are refused, then all goes well. What is refused for good
/// is refused with every round it is part of.
actor FailingOutbox: Outbox {
    struct Full: ReadableError {
        let kind: FailureKind
        var message: Message { Message(vi: "Đĩa đầy.", en: "The disk is full.") }
    }

    let outbox: ScriptedOutbox
    private let kind: FailureKind
    /// Of the rounds that only look, and of those that write outcomes down.
    private var looksToRefuse: Int
    private var writesToRefuse: Int
    private let refused: Identifier<Post>?

    init(
        _ outbox: ScriptedOutbox, looks: Int = 0, writes: Int = 0, refused: Identifier<Post>? = nil,
        kind: FailureKind = .tryAgain
    ) {
        self.outbox = outbox
        self.kind = kind
        self.refused = refused
        looksToRefuse = looks
        writesToRefuse = writes
    }

    func exchange(_ exchange: Exchange) async throws -> ExchangeAnswer {
        if exchange.results.contains(where: { $0.post == refused }) { throw Full(kind: .configuration) }
        if exchange.results.isEmpty {
            looksToRefuse -= 1
            guard looksToRefuse < 0 else { throw Full(kind: kind) }
        } else {
            writesToRefuse -= 1
            guard writesToRefuse < 0 else { throw Full(kind: kind) }
        }
        return try await outbox.exchange(exchange)
    }

    func recover() async throws -> Int { try await outbox.recover() }
    func stops() async throws -> SendingStops { try await outbox.stops() }
    func pause(_ reason: Message) async throws { try await outbox.pause(reason) }
    func note(_ health: HostHealth) async throws { try await outbox.note(health) }
    func rests() async throws -> [AskedRest] { await outbox.rests() }
    func note(_ rest: AskedRest) async throws { await outbox.note(rest) }
}
