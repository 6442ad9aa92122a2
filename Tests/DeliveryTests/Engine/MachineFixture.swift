import Outreach
import Testing

@testable import Delivery

private typealias Make = EngineFixture

/// A machine on a clock the test turns, with the words a test needs to tell it what happened.
final class MachineFixture {
    private(set) var machine: DeliveryMachine
    private(set) var uptime = Duration.zero
    /// How far the wall clock is from where it would be without anybody setting it.
    var wallOffset = Duration.zero

    init(_ settings: EngineSettings = EngineSettings(), run: DeliveryRun = .forever(every: .seconds(1))) {
        let start = Moment(wall: TurnedClock.start, uptime: .zero)
        machine = DeliveryMachine(settings, run: run, at: start, seed: 1)
    }

    var now: Moment { Moment(wall: TurnedClock.start + uptime + wallOffset, uptime: uptime) }

    func start() -> [EngineAction] { machine.start() }

    /// Tells the machine what happened, after so long.
    func tell(_ events: EngineEvent..., after duration: Duration = .zero) -> [EngineAction] {
        uptime += duration
        return machine.handle(events, at: now)
    }

    func tell(_ events: [EngineEvent], after duration: Duration = .zero) -> [EngineAction] {
        uptime += duration
        return machine.handle(events, at: now)
    }

    /// Starts, recovers, and gives the machine its first claims; returns what it does with them.
    func claim(_ envelopes: [Envelope]) -> [EngineAction] {
        _ = machine.start()
        _ = tell(.recovered(0))
        return tell(.exchanged(ExchangeAnswer(claimed: envelopes)))
    }

    var deadline: Duration? { machine.deadline(at: now) }
}

extension MachineFixture {
    static func answered(_ envelope: Envelope, _ status: Int = 200, took: Duration = .zero) -> EngineEvent {
        let verdict: AnswerVerdict =
            switch status {
            case 200..<300: .success(captures: [:])
            case 429, 503: .retry(after: nil, reason: reason)
            case 500...: .uncertain(reason: reason)
            default: .dead(reason: reason)
            }
        return .ended(envelope.post, .answered(verdict, status: status), took: took)
    }

    static func broken(
        _ envelope: Envelope, _ failure: TransferFailure = .connectTimeout, bytesMayHaveLeft: Bool = false
    ) -> EngineEvent {
        .ended(envelope.post, .broken(failure, bytesMayHaveLeft: bytesMayHaveLeft), took: .seconds(5))
    }

    static let reason = Message(vi: "vì", en: "because")
}

extension [EngineAction] {
    /// The posts that get a request, in order.
    var made: [Identifier<Post>] {
        compactMap { if case .make(_, let post, _) = $0 { post } else { nil } }
    }

    /// What is to be written down: the post and how its attempt ended.
    var ends: [String] {
        flatMap { action -> [AttemptEnd] in if case .exchange(let ends, _, _) = action { ends } else { [] } }
            .map { "\($0.post.short.drop { $0 == "0" }) \($0.conclusion.kind)" }
    }

    /// Whether a round with the outbox is asked for, and whether it claims.
    var exchange: String? {
        for case .exchange(let ends, let claiming, _) in self {
            return "\(ends.count)\(claiming ? " claiming" : "")"
        }
        return nil
    }
}
