import Outreach

/// What an attempt carries beside its decisions: the requests it makes, how their answers read, and what is kept of
/// both.
struct AttemptCarrier: Sendable {
    /// The door of the request that was made last.
    private(set) var gate = TransferGate()
    private let envelope: Envelope
    private let steps: [SendStep]
    private var secrets: [String: String]
    private var log: AttemptLog

    init(_ envelope: Envelope) {
        self.envelope = envelope
        steps = envelope.steps
        secrets = envelope.outlet.secrets
        log = AttemptLog(redactor: envelope.outlet.redactor)
    }

    var channel: Slug { envelope.channel }

    /// Gets a new access token.
    func renew(by keeper: TokenKeeper) async -> (ending: StepEnding, secrets: [String: String]) {
        await keeper.renew(envelope.outlet.channel, secrets: secrets)
    }

    /// Goes on with these secrets, the new access token among them.
    mutating func take(_ secrets: [String: String]) {
        // A token that was used before stays hidden as well.
        log.learn(Array(self.secrets.values) + Array(secrets.values))
        self.secrets = secrets
    }

    /// - Throws: where a value is missing or unfit; nothing was sent.
    mutating func request(
        for call: AttemptMachine.Call, captures: Captures, at now: Instant
    ) throws(RequestPreparationError) -> TransferRequest {
        let outlet = envelope.outlet
        var request: TransferRequest
        switch call {
        case .step(let index, let part):
            request = try outlet.preparation.transferRequest(
                for: steps[index], post: envelope.values(ofPart: part), secrets: secrets,
                captures: captures, at: now)
        case .probe:
            guard let probe = outlet.webhook.probe else { throw .template(.byHand) }
            request = try outlet.preparation.transferRequest(for: probe, post: envelope.values, secrets: secrets)
        case .refresh:
            throw .template(.byHand)
        }
        // One that was closed stays so; whether the next request may go was asked anew before it is made.
        gate = TransferGate()
        request.gate = gate
        log.note(request)
        return request
    }

    /// What a report means by the channel's rules.
    mutating func ending(of call: AttemptMachine.Call, _ report: TransferReport, at now: Instant) -> StepEnding {
        log.note(report)
        switch report.outcome {
        case .failed(let failure): return .broken(failure, bytesMayHaveLeft: report.bytesMayHaveLeft)
        case .answered(let answer): return .answered(verdict(of: call, answer, at: now), status: answer.status)
        }
    }

    func result(_ end: AttemptEnd) -> DeliveryResult { log.result(envelope, end) }

    private func verdict(of call: AttemptMachine.Call, _ answer: TransferAnswer, at now: Instant) -> AnswerVerdict {
        let outlet = envelope.outlet
        switch call {
        case .step(let index, _):
            return outlet.judge.judge(
                steps[index], status: answer.status, headers: answer.headers.fields, body: answer.body, now: now)
        case .probe, .refresh:
            guard let probe = outlet.webhook.probe else { return .uncertain(reason: TransferFailure.reset.message) }
            return outlet.judge.judge(
                probe, status: answer.status, headers: answer.headers.fields, body: answer.body, now: now)
        }
    }
}

extension Envelope {
    /// What the templates get for a piece of the text.
    func values(ofPart index: Int) -> PostValues {
        parts.count > 1 ? values.part(index, text: parts[index]) : values
    }
}
