import Outreach

/// Gathers what is kept of an attempt: requests and the beginning of answers, secrets replaced.
struct AttemptLog {
    /// How much of a request's body and of an answer is kept, in bytes.
    static let keptBytes = 2048

    private var redactor: SecretRedactor
    private var requests: [String] = []
    private var answers: [String] = []
    private var status: Int?
    private var bytesMayHaveLeft = false

    init(redactor: SecretRedactor) {
        self.redactor = redactor
    }

    /// From here on these secrets are replaced, too.
    mutating func learn(_ secrets: [String]) {
        redactor = SecretRedactor(secrets: secrets)
    }

    mutating func note(_ request: TransferRequest) {
        var head = "\(request.method) \(request.url)"
        for header in request.headers {
            head += "\n"
            head += header.name
            head += ": "
            head += header.value
        }
        requests.append("\(redactor.redact(head))\n\n\(kept(request.shownBody ?? request.body))")
    }

    mutating func note(_ report: TransferReport) {
        bytesMayHaveLeft = bytesMayHaveLeft || report.bytesMayHaveLeft
        status = report.statusSeen ?? status
        switch report.outcome {
        case .answered(let answer):
            status = answer.status
            answers.append("\(answer.status)\n\n\(kept(answer.body, isCut: answer.truncated))")
        case .failed(let failure):
            answers.append(redactor.redact(failure.message(.english)))
        }
    }

    /// The beginning of a body. Secrets are replaced first: one that the cut went through would not be recognised. A zero
    /// byte, at which readers of texts stop, is shown as one that cannot be shown.
    private func kept(_ body: [UInt8], isCut: Bool = false) -> String {
        let kept = redactor.redact(body, cut: isCut).prefix(AttemptLog.keptBytes)
        let text = String(decoding: kept, as: UTF8.self)
        return kept.contains(0) ? text.replacing("\0", with: "\u{FFFD}") : text
    }

    func result(_ envelope: Envelope, _ end: AttemptEnd) -> DeliveryResult {
        DeliveryResult(
            post: envelope.post, channel: envelope.channel, moment: envelope.values.moment,
            zone: envelope.values.zone, attempt: envelope.attempt, token: envelope.token, claimedAt: envelope.claimedAt,
            conclusion: end.conclusion,
            partsSent: end.partsSent, endedAt: end.at, status: status, bytesMayHaveLeft: bytesMayHaveLeft,
            request: requests.isEmpty ? nil : requests.joined(separator: "\n\n"),
            answer: answers.isEmpty ? nil : answers.joined(separator: "\n\n"))
    }
}
