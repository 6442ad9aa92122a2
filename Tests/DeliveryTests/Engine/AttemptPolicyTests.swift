import Outreach
import Testing

@testable import Delivery

struct AttemptPolicyTests {
    private static let reason = Message(vi: "vì", en: "because")
    private static let now = TurnedClock.start

    /// How a step ended, and what becomes of the post under each promise.
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let ending: StepEnding
        let underKey: String
        let underNone: String
        /// The same ending of a step before publishing, under either promise.
        let preparing: String

        var testDescription: String { name }
    }

    static let table = [
        Row("the request could not be made", .unprepared(.template(.byHand)), "failed", "failed", "failed"),
        Row(
            "later, says the receiver", .answered(.retry(after: nil, reason: reason), status: 429), "retry", "retry",
            "retry"),
        Row(
            "a gateway gives up on the receiver", .answered(.retry(after: nil, reason: reason), status: 502), "retry",
            "unknown", "retry"),
        Row(
            "the receiver is overloaded", .answered(.retry(after: nil, reason: reason), status: 503), "retry", "retry",
            "retry"),
        Row("refused for good", .answered(.dead(reason: reason), status: 200), "failed", "failed", "failed"),
        Row(
            "the whole channel is refused", .answered(.disable(reason: reason), status: 200), "disabled", "disabled",
            "disabled"),
        Row(
            "an answer that does not tell", .answered(.uncertain(reason: reason), status: 200), "retry", "unknown",
            "retry"),
        Row("nobody listens", .broken(.connectionRefused, bytesMayHaveLeft: false), "retry", "retry", "retry"),
        Row("the name is not found", .broken(.nameNotFound, bytesMayHaveLeft: false), "retry", "retry", "retry"),
        Row("no connection in time", .broken(.connectTimeout, bytesMayHaveLeft: false), "retry", "retry", "retry"),
        Row("stopped before anything left", .broken(.stopped, bytesMayHaveLeft: false), "retry", "retry", "retry"),
        Row("no answer in time", .broken(.timeout(afterBytes: 0), bytesMayHaveLeft: true), "retry", "unknown", "retry"),
        Row("broken off in the answer", .broken(.reset, bytesMayHaveLeft: true), "retry", "unknown", "retry"),
        Row("stopped halfway", .broken(.stopped, bytesMayHaveLeft: true), "retry", "unknown", "retry"),
        Row("a flood of headers", .broken(.headersTooLarge, bytesMayHaveLeft: true), "retry", "unknown", "retry"),
        Row("no method", .broken(.badMethod, bytesMayHaveLeft: false), "failed", "failed", "failed"),
        Row(
            "a header that cannot be sent", .broken(.badHeader(position: 1, .reserved), bytesMayHaveLeft: false),
            "failed", "failed", "failed"),
        Row(
            "an address that may not be reached", .broken(.badURL(.hostNotListed), bytesMayHaveLeft: false), "failed",
            "failed", "failed"),
    ]

    private func policy(
        _ promise: IdempotencyPromise, onConnect: Bool = true, delays: [Duration] = [.seconds(10)], jitter: Double = 0,
        attempt: Int = 1, left: Duration = .seconds(3600)
    ) -> AttemptPolicy {
        let schedule = RetrySchedule(delays: delays, jitter: jitter)
        return AttemptPolicy(
            promise: promise, retry: RetryPolicy(onConnect: onConnect, statuses: [], schedule: schedule),
            attempt: attempt, notAfter: Self.now + left)
    }

    private func conclusion(
        _ policy: AttemptPolicy, _ ending: StepEnding, _ role: StepRole = .publish, random: Double = 0
    ) -> Conclusion {
        policy.conclusion(of: ending, role: role, at: Self.now, random: random)
    }

    @Test(arguments: table)
    func `the promise decides what becomes of a post`(row: Row) {
        #expect(conclusion(policy(.key), row.ending).kind == row.underKey)
        #expect(conclusion(policy(.none), row.ending).kind == row.underNone)
        for promise in IdempotencyPromise.allCases {
            #expect(conclusion(policy(promise), row.ending, .prepare).kind == row.preparing)
        }
    }

    @Test(arguments: table)
    func `what may have left is never sent again without a promise`(row: Row) {
        let mayBeOut =
            switch row.ending {
            case .broken(_, let bytesMayHaveLeft): bytesMayHaveLeft
            case .answered(.uncertain, _): true
            default: false
            }
        if mayBeOut { #expect(row.underNone == "unknown") }
    }

    @Test func `whoever has to look is not told that it is tried again by itself`() {
        let again = Message(vi: "tự gửi lại", en: "tries again by itself")
        let ending = StepEnding.answered(.retry(after: nil, reason: again), status: 500)
        for policy in [policy(.none), policy(.key, delays: []), policy(.key, left: .seconds(1))] {
            guard case .unknown(let reason) = conclusion(policy, ending) else { return #expect(Bool(false)) }
            #expect(reason.english.contains("answered 500") && reason.english.contains("does not send it again"))
        }
        guard case .retry(_, again, inDoubt: true) = conclusion(policy(.key), ending) else {
            return #expect(Bool(false))
        }
    }

    @Test(arguments: IdempotencyPromise.allCases)
    func `a connection that never came about is not tried again where the channel does not say so`(
        promise: IdempotencyPromise
    ) {
        let ending = StepEnding.broken(.connectionRefused, bytesMayHaveLeft: false)
        #expect(conclusion(policy(promise, onConnect: false), ending).kind == "failed")
    }

    @Test(arguments: [(0.0, 10_000), (0.5, 11_000), (1.0, 12_000), (-1.0, 10_000), (7.0, 12_000)])
    func `chance only lengthens the wait, by the channel's share`(random: Double, milliseconds: Int64) {
        let ending = StepEnding.answered(.retry(after: nil, reason: Self.reason), status: 429)
        #expect(
            conclusion(policy(.key, jitter: 0.2), ending, random: random)
                == .retry(at: Self.now + .milliseconds(milliseconds), reason: Self.reason, inDoubt: false))
    }

    @Test(arguments: [(5, 10), (10, 10), (90, 90)])
    func `the wait is never shorter than the receiver asked for`(asked: Int, seconds: Int) {
        let ending = StepEnding.answered(.retry(after: .seconds(asked), reason: Self.reason), status: 429)
        #expect(
            conclusion(policy(.none), ending)
                == .retry(at: Self.now + .seconds(seconds), reason: Self.reason, inDoubt: false))
    }

    @Test func `every attempt has its own wait, and after the last there is none`() {
        let ending = StepEnding.answered(.retry(after: nil, reason: Self.reason), status: 429)
        let waits: [Duration] = [.seconds(5), .seconds(60), .seconds(300)]
        for (index, wait) in waits.enumerated() {
            #expect(
                conclusion(policy(.key, delays: waits, attempt: index + 1), ending)
                    == .retry(at: Self.now + wait, reason: Self.reason, inDoubt: false))
        }
        #expect(conclusion(policy(.key, delays: waits, attempt: 4), ending) == .failed(reason: Self.reason))
        #expect(conclusion(policy(.key, delays: []), ending) == .failed(reason: Self.reason))
    }

    @Test(arguments: [(10_000, "retry"), (9_999, "missed"), (0, "missed"), (-1, "missed")])
    func `an attempt that would come after the post's time is not made`(left: Int, kind: String) {
        let ending = StepEnding.answered(.retry(after: nil, reason: Self.reason), status: 429)
        #expect(conclusion(policy(.key, left: .milliseconds(left)), ending).kind == kind)
    }

    @Test func `what may be out and has no attempt left is unknown, neither failed nor missed`() {
        let ending = StepEnding.broken(.reset, bytesMayHaveLeft: true)
        let reason = TransferFailure.reset.message
        #expect(conclusion(policy(.key, delays: []), ending) == .unknown(reason: reason))
        #expect(conclusion(policy(.key, left: .zero), ending) == .unknown(reason: reason))
        #expect(
            conclusion(policy(.key), ending)
                == .retry(at: Self.now + .seconds(10), reason: reason, inDoubt: true))
    }

    @Test func `the reason is the one the ending gave`() {
        #expect(
            conclusion(policy(.none), .answered(.dead(reason: Self.reason), status: 200))
                == .failed(reason: Self.reason))
        #expect(
            conclusion(policy(.none), .answered(.uncertain(reason: Self.reason), status: 200))
                == .unknown(reason: Self.reason))
        let broken = StepEnding.broken(.reset, bytesMayHaveLeft: true)
        #expect(conclusion(policy(.none), broken) == .unknown(reason: TransferFailure.reset.message))
    }
}

extension AttemptPolicyTests.Row {
    init(_ name: String, _ ending: StepEnding, _ underKey: String, _ underNone: String, _ preparing: String) {
        self.init(name: name, ending: ending, underKey: underKey, underNone: underNone, preparing: preparing)
    }
}
