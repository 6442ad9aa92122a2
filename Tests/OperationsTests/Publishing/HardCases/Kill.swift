import Outreach
import Synchronization

@testable import Delivery
@testable import Operations
@testable import Receivers

/// A process that is killed at one step of sending: from then on nothing it wanted to write is written, and nothing it
/// sent comes back to it. What the database and the receiver have by then stays.
final class Kill: Sendable {
    enum Step: Sendable {
        case beforeClaimCommit
        case afterClaimCommit
        case midBody
        case afterAnswer
        case beforeOutcomeCommit
        case afterOutcomeCommit
    }

    struct Killed: ReadableError {
        let kind = FailureKind.configuration
        var message: Message { Message(vi: "Đã bị ngắt.", en: "Killed.") }
    }

    let step: Step
    private let isDone = Atomic(false)

    init(_ step: Step) {
        self.step = step
    }

    var isDead: Bool { isDone.load(ordering: .acquiring) }

    func strike() { isDone.store(true, ordering: .releasing) }

    /// Nothing more is done by the dead.
    func survive() throws { if isDead { throw Killed() } }

    func strike(at step: Step, if condition: Bool) throws {
        guard condition, step == self.step else { return }
        strike()
        throw Killed()
    }
}

/// The workspace's own outbox in the hands of a process that is killed.
struct KilledOutbox: Outbox {
    let outbox: StoredOutbox
    let kill: Kill

    func exchange(_ exchange: Exchange) async throws -> ExchangeAnswer {
        try kill.survive()
        try kill.strike(at: .beforeClaimCommit, if: exchange.room != nil)
        try kill.strike(at: .beforeOutcomeCommit, if: !exchange.results.isEmpty)
        let answer = try await outbox.exchange(exchange)
        try kill.strike(at: .afterClaimCommit, if: !answer.claimed.isEmpty)
        try kill.strike(at: .afterOutcomeCommit, if: !exchange.results.isEmpty)
        return answer
    }

    func recover() async throws -> Int { try await outbox.recover() }

    func stops() async throws -> SendingStops {
        try kill.survive()
        return try await outbox.stops()
    }

    func pause(_ reason: Message) async throws {
        try kill.survive()
        try await outbox.pause(reason)
    }

    func note(_ health: HostHealth) async throws {
        try kill.survive()
        try await outbox.note(health)
    }

    func rests() async throws -> [AskedRest] { try await outbox.rests() }

    func note(_ rest: AskedRest) async throws {
        try kill.survive()
        try await outbox.note(rest)
    }
}

/// libcurl in the hands of a process that is killed.
final class KilledTransport: Transport {
    private let transport: CurlTransport
    private let receiver: Receiver
    private let kill: Kill

    init(_ transport: CurlTransport, _ receiver: Receiver, kill: Kill) {
        self.transport = transport
        self.receiver = receiver
        self.kill = kill
    }

    func submit(_ request: TransferRequest, answer: @escaping @Sendable (TransferReport) -> Void) {
        let kill = kill
        let nothing = TransferReport(.failed(.stopped), bytesMayHaveLeft: false)
        guard !kill.isDead else { return answer(nothing) }
        switch kill.step {
        case .midBody:
            transport.submit(request) { _ in answer(nothing) }
            Task { [transport, receiver] in
                await receiver.received(1)
                kill.strike()
                await transport.stop()
            }
        case .afterAnswer:
            transport.submit(request) { _ in
                kill.strike()
                answer(nothing)
            }
        default: transport.submit(request, answer: answer)
        }
    }

    func stop() async { await transport.stop() }
}
