import Outreach

/// Makes one attempt: fills in, signs, carries and reads every step, then says what became of the post.
struct AttemptRunner: Sendable {
    let transport: any Transport
    let time: TimeSource
    let random: @Sendable () -> Double

    func run(_ envelope: Envelope) async -> DeliveryResult {
        var record = AttemptLog(secrets: envelope.secrets)
        var captures: Captures = [:]
        for step in envelope.webhook.steps {
            let ending = await perform(step, of: envelope, captures: captures, into: &record)
            if case .answered(.success(let captured), _) = ending {
                captures[step.id] = captured
            } else if step.role != .follow {
                return record.result(envelope, conclusion(of: ending, step, envelope), at: time.now)
            }
        }
        // Whatever became of the steps that follow, the post is out once its publishing step succeeded.
        let receipt = RequestRenderer(envelope.channel).receipt(captures: captures, at: time.now)
        return record.result(envelope, .posted(receipt), at: time.now)
    }

    private func conclusion(of ending: StepEnding, _ step: SendStep, _ envelope: Envelope) -> Conclusion {
        AttemptPolicy(
            promise: envelope.webhook.idempotency, retry: envelope.webhook.retry, attempt: envelope.attempt,
            notAfter: envelope.notAfter
        ).conclusion(of: ending, role: step.role, at: time.now, random: random())
    }

    private func perform(
        _ step: SendStep, of envelope: Envelope, captures: Captures, into record: inout AttemptLog
    ) async -> StepEnding {
        let request: TransferRequest
        do {
            request = try RequestPreparation(envelope.channel, webhook: envelope.webhook).transferRequest(
                for: step, post: envelope.values, secrets: envelope.secrets, captures: captures, at: time.now)
        } catch {
            return .unprepared(error)
        }
        record.note(request)
        let report = await transport.perform(request)
        record.note(report)
        switch report.outcome {
        case .failed(let failure):
            return .broken(failure, bytesMayHaveLeft: report.bytesMayHaveLeft)
        case .answered(let answer):
            let verdict = AnswerJudge(envelope.webhook).judge(
                step, status: answer.status, headers: answer.headers.fields, body: answer.body, now: time.now)
            return .answered(verdict, status: answer.status)
        }
    }
}
