import Outreach

/// How one step of an attempt ended.
enum StepEnding: Sendable, Hashable {
    case answered(AnswerVerdict, status: Int)
    case broken(TransferFailure, bytesMayHaveLeft: Bool)
    /// The request could not be made at all.
    case unprepared(RequestPreparationError)
}

/// Decides what becomes of a post whose attempt did not get through: a pure table of the delivery promise.
struct AttemptPolicy: Sendable {
    let promise: IdempotencyPromise
    let retry: RetryPolicy
    let attempt: Int
    let notAfter: Instant

    /// - Parameters:
    ///   - role: the role of the step that ended the attempt; a step before publishing may always be done again.
    ///   - random: from 0 up to 1, for the jitter.
    func conclusion(of ending: StepEnding, role: StepRole, at now: Instant, random: Double) -> Conclusion {
        switch ending {
        case .unprepared(let error):
            return .failed(reason: error.message)
        case .answered(let verdict, let status):
            return conclusion(of: verdict, status: status, role: role, at: now, random: random)
        case .broken(let failure, let bytesMayHaveLeft):
            guard bytesMayHaveLeft, role == .publish else {
                return failure.isPermanent || !retry.onConnect && !bytesMayHaveLeft
                    ? .failed(reason: failure.message)
                    : again(after: nil, failure.message, at: now, random: random)
            }
            return uncertain(failure.message, at: now, random: random)
        }
    }

    private func conclusion(
        of verdict: AnswerVerdict, status: Int, role: StepRole, at now: Instant, random: Double
    ) -> Conclusion {
        switch verdict {
        case .success: .posted(Receipt(remoteID: nil, link: nil, at: now))
        case .retry(let wait, let reason):
            // A gateway may answer 5xx after the network has published; only 503 says that nothing was done (RFC 9110
            // §15.6.4), so without a key no other 5xx is followed by another attempt.
            role == .publish && promise == .none && status / 100 == 5 && status != 503
                ? uncertain(reason, at: now, random: random) : again(after: wait, reason, at: now, random: random)
        case .dead(let reason): .failed(reason: reason)
        case .disable(let reason): .channelDisabled(reason: reason)
        case .uncertain(let reason):
            role == .publish
                ? uncertain(reason, at: now, random: random) : again(after: nil, reason, at: now, random: random)
        }
    }

    /// Nobody can prove exactly-once to a stranger's server: a key makes sending again harmless, else a person looks.
    private func uncertain(_ reason: Message, at now: Instant, random: Double) -> Conclusion {
        switch promise {
        case .key:
            switch again(after: nil, reason, at: now, random: random) {
            case .retry(let next, let reason, _): .retry(at: next, reason: reason, inDoubt: true)
            // No attempt is left to settle it: it may be out, so it is neither failed nor missed.
            default: .unknown(reason: reason)
            }
        case .none: .unknown(reason: reason)
        }
    }

    private func again(after asked: Duration?, _ reason: Message, at now: Instant, random: Double) -> Conclusion {
        guard let delay = retry.schedule.delay(afterAttempt: attempt, random: random, asked: asked) else {
            return .failed(reason: reason)
        }
        let next = now + delay
        return next > notAfter ? .missed(reason: reason) : .retry(at: next, reason: reason, inDoubt: false)
    }
}

extension TransferFailure {
    /// The same request would be refused again, before any byte leaves.
    fileprivate var isPermanent: Bool {
        switch self {
        case .badURL, .badMethod, .badHeader, .addressRefused: true
        default: false
        }
    }
}
