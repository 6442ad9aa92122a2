import Outreach

/// Leads one attempt from its first request to its conclusion: which request comes next, and what its ending means for
/// the post. Pure: it is told what happened and says what to do.
struct AttemptMachine: Sendable {
    /// One request of an attempt.
    enum Call: Sendable, Hashable {
        /// Gets a new access token.
        case refresh
        /// Asks the receiver whether an earlier attempt went out.
        case probe
        /// A step of the channel by its place, with a piece of the text.
        case step(Int, part: Int)
    }

    enum Move: Sendable, Hashable {
        case make(Call)
        case conclude(Conclusion)
    }

    private let envelope: Envelope
    private var calls: [Call]
    private(set) var captures: Captures = [:]
    private(set) var partsSent: Int
    /// Whether the post may be out by an earlier attempt or an earlier piece.
    private var mayBeOut: Bool
    private var hasLeft = false
    private var hasRefreshed = false
    /// How often the network was asked whether the post has appeared.
    private var confirmations = 0
    /// How long to wait before the next request; nil where it may go at once.
    private(set) var pause: Duration?

    init(_ envelope: Envelope) {
        self.envelope = envelope
        partsSent = envelope.partsSent
        mayBeOut = envelope.isInDoubt || envelope.partsSent > 0
        hasRefreshed = envelope.outlet.needsToken
        calls = AttemptMachine.calls(of: envelope)
    }

    /// The next request, or the end of the attempt.
    func next(at now: Instant, random: Double) -> Move {
        guard let call = calls.first else { return .conclude(.posted(receipt(at: now))) }
        let role = role(of: call)
        if now + envelope.outlet.longestRequest > envelope.lease {
            return .conclude(
                afterPublishing(role, at: now) ?? truly(policy.tooLong(at: now, random: random)))
        }
        guard role == .prepare || role == .publish else { return .make(call) }
        if now > envelope.notAfter { return .conclude(truly(.missed(reason: AttemptMachine.late))) }
        if isClosed(at: now) { return .conclude(withheld(AttemptMachine.closed, at: now)) }
        return .make(call)
    }

    /// Takes the ending of the request that came next.
    ///
    /// - Returns: the conclusion, or nil where the attempt goes on.
    mutating func end(_ ending: StepEnding, at now: Instant, random: Double) -> Conclusion? {
        guard let call = calls.first else { return nil }
        pause = nil
        switch ending {
        case .broken(.withheld, bytesMayHaveLeft: false), .broken(.stopped, bytesMayHaveLeft: false):
            return withheld(AttemptMachine.stopped, at: now)
        default: break
        }
        hasLeft = hasLeft || ending.mayHaveLeft
        if case .answered(.success(let captured), _) = ending {
            succeed(call, captured)
            return nil
        }
        if case .answered(.absent, _) = ending, call == .probe {
            mayBeOut = partsSent > 0
            calls.removeFirst()
            return nil
        }
        switch (call, role(of: call)) {
        case (.step, .follow):
            // Whatever becomes of the steps that follow, the post is out once its publishing step succeeded.
            calls.removeFirst()
            return nil
        case (.step, .confirm):
            return confirm(ending)
        case (_, let role):
            if case .answered(.tokenRefused, _) = ending, !hasRefreshed {
                calls.insert(.refresh, at: 0)
                return nil
            }
            guard call != .probe else { return policy.uncertain(ending.reason, at: now, random: random) }
            return truly(policy.conclusion(of: ending, role: role, at: now, random: random))
        }
    }

    /// The end of an attempt that a hold or the end of the engine met between two requests.
    func withheld(_ reason: Message, at now: Instant) -> Conclusion {
        if let call = calls.first, let end = afterPublishing(role(of: call), at: now) { return end }
        return hasLeft ? .retry(at: now, reason: reason, inDoubt: false) : .putBack(reason: reason)
    }
}

extension AttemptMachine {
    /// The end of an attempt between publishing and its last step; nil where it was not published yet.
    private func afterPublishing(_ role: StepRole, at now: Instant) -> Conclusion? {
        switch role {
        case .prepare, .publish: nil
        case .follow: .posted(receipt(at: now))
        case .confirm: .unknown(reason: Confirmation.open)
        }
    }

    /// The network took the post in and was asked what became of it: asked again while it cannot say, and left to a
    /// person once it says no, for nobody else knows what stands there now.
    private mutating func confirm(_ ending: StepEnding) -> Conclusion? {
        switch ending {
        case .answered(.retry(let asked, let reason), _): askAgain(after: asked, reason)
        case .answered(.uncertain(let reason), _): askAgain(after: nil, reason)
        case .broken(let failure, _) where !failure.isPermanent: askAgain(after: nil, failure.message)
        default: .unknown(reason: Confirmation.refused(ending.reason))
        }
    }

    private mutating func askAgain(after asked: Duration?, _ reason: Message) -> Conclusion? {
        guard let wait = Confirmation.pause(after: confirmations, asked: asked) else {
            return .unknown(reason: Confirmation.refused(reason))
        }
        confirmations += 1
        pause = wait
        return nil
    }

    private static func calls(of envelope: Envelope) -> [Call] {
        var calls: [Call] = []
        if envelope.outlet.needsToken { calls.append(.refresh) }
        if envelope.isInDoubt, envelope.outlet.promise == .probe { calls.append(.probe) }
        let first = min(envelope.partsSent, envelope.parts.count)
        for (index, role) in envelope.roles.enumerated() {
            guard role == .publish else {
                calls.append(.step(index, part: 0))
                continue
            }
            for part in first..<envelope.parts.count { calls.append(.step(index, part: part)) }
        }
        return calls
    }

    /// Made where it is asked, for an attempt that works never asks it.
    private var policy: AttemptPolicy {
        let webhook = envelope.outlet.webhook
        return AttemptPolicy(
            promise: webhook.idempotency, retry: webhook.retry, attempt: envelope.attempt, notAfter: envelope.notAfter,
            settling: webhook.probe?.after ?? .zero)
    }

    /// Whether the channel's posting hours ended before anything was published. A text that is out in part is finished:
    /// half of it on a page over night is worse than the rest a little late.
    private func isClosed(at now: Instant) -> Bool {
        guard let closesAt = envelope.closesAt else { return false }
        return closesAt <= now && partsSent == envelope.partsSent
    }

    private func role(of call: Call) -> StepRole {
        guard case .step(let index, _) = call else { return .prepare }
        return envelope.roles[index]
    }

    private mutating func succeed(_ call: Call, _ captured: [String: String]) {
        calls.removeFirst()
        switch call {
        case .refresh: hasRefreshed = true
        case .probe:
            // It went out before: what was found is what publishing would have given, and nothing is sent.
            if let publishing = envelope.steps.first(where: { $0.role == .publish }) {
                captures[publishing.id] = captured
            }
            calls = []
        case .step(let index, _):
            let id = envelope.steps[index].id
            // Of a text in pieces the first one is the post's own address.
            if captures[id] == nil { captures[id] = captured }
            if envelope.roles[index] == .publish {
                partsSent += 1
                mayBeOut = true
            }
        }
    }

    private func receipt(at now: Instant) -> Receipt {
        envelope.outlet.renderer.receipt(captures: captures, at: now)
    }

    /// A post that may be out, wholly or in part, is neither failed nor missed: a person has to look.
    private func truly(_ conclusion: Conclusion) -> Conclusion {
        switch conclusion {
        case .failed(let reason) where mayBeOut, .missed(let reason) where mayBeOut: .unknown(reason: reason)
        default: conclusion
        }
    }

    private static let late = Message(
        vi: "Hết giờ đăng trước khi gửi được nên không gửi nữa. Chọn “retry” để đăng ngay hoặc “cancel” để bỏ.",
        en:
            "Its time ran out before it could be sent, so it was not. Choose “retry” to post now or “cancel” to drop it."
    )

    private static let closed = Message(
        vi: "Khung giờ đăng của kênh đã hết trước khi bài rời máy này. Bài vẫn chờ, Loa sẽ tự gửi khi kênh mở lại.",
        en: "The channel's posting hours ended before the post left this machine. It waits, and Loa sends it by itself "
            + "when they begin again.")

    private static let stopped = Message(
        vi: "Việc gửi đã bị dừng trước khi bài rời máy này. Bài vẫn chờ như cũ.",
        en: "Sending was stopped before the post left this machine. It waits as before.")
}

extension AttemptPolicy {
    /// There is not enough of the claim's time left for another request.
    fileprivate func tooLong(at now: Instant, random: Double) -> Conclusion {
        conclusion(
            of: .answered(.retry(after: nil, reason: AttemptPolicy.outOfTime), status: 0), role: .prepare, at: now,
            random: random)
    }

    private static let outOfTime = Message(
        vi: "Các bước chuẩn bị kéo dài quá lâu nên chưa đăng. Loa sẽ tự làm lại.",
        en: "The steps before publishing took too long, so it was not published. Loa tries again by itself.")
}

extension StepEnding {
    fileprivate var mayHaveLeft: Bool {
        switch self {
        case .answered: true
        case .broken(_, let bytesMayHaveLeft): bytesMayHaveLeft
        case .unprepared: false
        }
    }

    fileprivate var reason: Message {
        switch self {
        case .answered(let verdict, _): verdict.reason
        case .broken(let failure, _): failure.message
        case .unprepared(let error): error.message
        }
    }
}
