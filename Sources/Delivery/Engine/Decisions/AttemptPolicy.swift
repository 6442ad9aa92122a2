import Outreach

/// Decides what becomes of a post whose attempt did not get through: a pure table of the delivery promise.
struct AttemptPolicy: Sendable {
    let promise: IdempotencyPromise
    let retry: RetryPolicy
    let attempt: Int
    let notAfter: Instant
    /// How long what may have gone out is given to show, before the receiver is asked about it.
    var settling = Duration.zero

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
            // §15.6.4), so any other 5xx leaves it open.
            role == .publish && status / 100 == 5 && status != 503
                ? uncertain(reason, after: wait, leftOpen: AttemptPolicy.leftOpen(status), at: now, random: random)
                : again(after: wait, reason, at: now, random: random)
        case .dead(let reason): .failed(reason: reason)
        // A token refused twice is no matter of its age.
        case .disable(let reason), .tokenRefused(let reason): .channelDisabled(reason: reason)
        case .uncertain, .absent:
            role == .publish
                ? uncertain(verdict.reason, at: now, random: random)
                : again(after: nil, verdict.reason, at: now, random: random)
        }
    }

    /// Nobody can prove exactly-once to a stranger's server: a key makes sending again harmless, a probe is asked before
    /// it is done, else a person looks.
    ///
    /// - Parameter leftOpen: what to tell that person, where `reason` speaks of another try.
    func uncertain(
        _ reason: Message, after asked: Duration? = nil, leftOpen: Message? = nil, at now: Instant, random: Double
    ) -> Conclusion {
        switch promise {
        case .key, .probe:
            switch again(after: max(asked ?? .zero, settling), reason, at: now, random: random) {
            case .retry(let next, let reason, _): .retry(at: next, reason: reason, inDoubt: true)
            // No attempt is left to settle it: it may be out, so it is neither failed nor missed.
            default: .unknown(reason: leftOpen ?? reason)
            }
        case .none: .unknown(reason: leftOpen ?? reason)
        }
    }

    private func again(after asked: Duration?, _ reason: Message, at now: Instant, random: Double) -> Conclusion {
        guard let delay = retry.schedule.delay(afterAttempt: attempt, random: random, asked: asked) else {
            return .failed(reason: reason)
        }
        let next = now + delay
        return next > notAfter ? .missed(reason: reason) : .retry(at: next, reason: reason, inDoubt: false)
    }

    private static func leftOpen(_ status: Int) -> Message {
        Message(
            vi: "Máy nhận trả lời \(status), nên không biết bài đã đăng chưa. Loa không tự gửi lại: xem trên kênh, rồi "
                + "chọn đã đăng hay gửi lại.",
            en:
                "The receiver answered \(status), so it is not known whether the post is out. Loa does not send it again "
                + "by itself: look at the channel, then say posted or send again.")
    }
}
