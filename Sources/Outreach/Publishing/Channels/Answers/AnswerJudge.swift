/// Reads an answer by its status and its JSON, as the preset says.
///
/// The order: a success as the preset describes it; then what disables the channel; then what is dead; then redirects,
/// which are never followed and never a success; then what leaves it open; then what is tried again (429 always); and
/// what is left: a 4xx is dead, a 5xx uncertain. A 2xx that says something other than required is dead; one that does not say it at
/// all, such as an HTML log-in page, is uncertain, because the status alone claims it worked.
public final class AnswerJudge: Sendable {
    public let webhook: WebhookDelivery

    public init(_ webhook: WebhookDelivery) {
        self.webhook = webhook
    }

    /// - Parameters:
    ///   - headers: read only where the answer asks for another try.
    ///   - body: what was kept of the body; one that was cut off cannot be read as JSON.
    ///   - now: what a date in `Retry-After` is held against.
    public func judge(
        _ step: SendStep, status: Int, headers: @autoclosure () -> [HeaderField], body: [UInt8], now: Instant
    ) -> AnswerVerdict {
        let document = JSONValue(parsing: body)
        let claimsSuccess = step.success.statuses.match(status) && status / 100 != 3
        if claimsSuccess, !step.success.conditions.isEmpty, let document,
            step.success.conditions.judge(document) == .met
        {
            return captured(step.captures, from: document)
        }
        if let refusal = refusal(step, status: status, headers: headers, document: document, now: now) {
            return refusal
        }
        if claimsSuccess { return success(step, document: document) }
        switch status {
        case 400..<500: return .dead(reason: AnswerReason.status(status))
        default: return .uncertain(reason: AnswerReason.status(status))
        }
    }

    /// Reads the answer to a renewal. A refusal stops the channel: without a token no post of it can go out, and a person
    /// has to authorise Loa again.
    ///
    /// - Parameter refreshToken: the one that was used; it stays good where the answer gives no other.
    public func judge(
        _ renewal: TokenRenewal, status: Int, body: [UInt8], refreshToken: String, now: Instant
    ) -> (verdict: AnswerVerdict, tokens: AccessTokens?) {
        if status == 429 || status / 100 == 5 {
            return (.retry(after: nil, reason: AnswerReason.notNow(status, wait: nil)), nil)
        }
        guard renewal.success.statuses.match(status), let document = JSONValue(parsing: body),
            renewal.success.conditions.isEmpty || renewal.success.conditions.judge(document) == .met,
            let accessToken = renewal.accessToken.value(in: document)?.scalarText, !accessToken.isEmpty
        else { return (.disable(reason: AnswerReason.renewalRefused(status)), nil) }
        let next = renewal.refreshToken?.value(in: document)?.scalarText
        let validity = renewal.expiresIn?.value(in: document)?.scalarText.flatMap(AccessTokens.validity)
        let tokens = AccessTokens(
            accessToken: accessToken, refreshToken: next ?? refreshToken, expiresAt: validity.map { now + $0 })
        return (.success(captures: [:]), tokens)
    }

    /// Whether the network says that the access token is not valid any more.
    private func isTokenRefused(_ status: Int, _ document: JSONValue?) -> Bool {
        guard let renewal = webhook.tokenRenewal else { return false }
        return renewal.refusedStatuses.match(status)
            || document.map { document in renewal.refusedConditions.contains { $0.hold(in: document) } } ?? false
    }

    /// What the preset's rules say against the answer; nil where none of them speaks.
    private func refusal(
        _ step: SendStep, status: Int, headers: () -> [HeaderField], document: JSONValue?, now: Instant
    ) -> AnswerVerdict? {
        let holds = { (conditions: [JSONConditions]) in
            document.map { document in conditions.contains { $0.hold(in: document) } } ?? false
        }
        if isTokenRefused(status, document) { return .tokenRefused(reason: AnswerReason.tokenRefused(status)) }
        if webhook.disable.statuses.match(status) || holds(webhook.disable.conditions) {
            return .disable(reason: AnswerReason.disabling(status))
        }
        if webhook.dead.statuses.match(status) || holds(webhook.dead.conditions) {
            return .dead(reason: AnswerReason.status(status))
        }
        if status / 100 == 3 { return .dead(reason: AnswerReason.redirect(status)) }
        if holds(step.uncertainConditions) { return .uncertain(reason: AnswerReason.status(status)) }
        let isRetried = status == 429 || webhook.retry.statuses.match(status) || holds(step.retryConditions)
        guard isRetried else { return nil }
        let wait = RetryAfter.delay(headers: headers(), document: document, hints: step.retryAfter, now: now)
        return .retry(after: wait, reason: AnswerReason.notNow(status, wait: wait))
    }

    /// A status that claims success, where no condition was met outright.
    private func success(_ step: SendStep, document: JSONValue?) -> AnswerVerdict {
        if step.success.conditions.isEmpty, step.captures.isEmpty { return .success(captures: [:]) }
        guard let document else { return .uncertain(reason: AnswerReason.notJSON) }
        switch step.success.conditions.judge(document) {
        case .met: return captured(step.captures, from: document)
        case .different(let pointer, let found): return .dead(reason: AnswerReason.different(pointer, found))
        case .absent(let pointer): return .uncertain(reason: AnswerReason.absent(pointer))
        }
    }

    /// A value that should have been captured and is not there leaves it open what the receiver did.
    private func captured(_ wanted: [Capture], from document: JSONValue) -> AnswerVerdict {
        var captures: [String: String] = [:]
        for capture in wanted {
            guard let text = capture.pointer.value(in: document)?.scalarText, !text.isEmpty else {
                return .uncertain(reason: AnswerReason.absent(capture.pointer))
            }
            captures[capture.name] = text
        }
        return .success(captures: captures)
    }

    /// Reads the answer to a probe: the post is there where everything to capture is, it is not there where the preset
    /// says so, and anything else leaves it open. A network that refuses the token says nothing about the post.
    public func judge(
        _ probe: ProbeTemplate, status: Int, headers: [HeaderField], body: [UInt8], now: Instant
    ) -> AnswerVerdict {
        let document = JSONValue(parsing: body)
        if isTokenRefused(status, document) { return .tokenRefused(reason: AnswerReason.tokenRefused(status)) }
        if probe.absent.statuses.match(status) {
            if probe.absent.conditions.isEmpty { return .absent }
            if let document, probe.absent.conditions.judge(document) == .met { return .absent }
        }
        guard status / 100 == 2 else { return .uncertain(reason: AnswerReason.status(status)) }
        guard let document else { return .uncertain(reason: AnswerReason.notJSON) }
        return captured(probe.captures, from: document)
    }
}
