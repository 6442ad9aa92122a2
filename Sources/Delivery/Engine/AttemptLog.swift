import Outreach

/// Gathers what is kept of an attempt: requests and the beginning of answers, secrets replaced.
struct AttemptLog {
    /// How much of a request's body and of an answer is kept, in bytes.
    static let keptBytes = 2048

    private let redactor: SecretRedactor
    private var requests: [String] = []
    private var answers: [String] = []
    private var status: Int?
    private var bytesMayHaveLeft = false

    init(secrets: [String: String]) {
        redactor = SecretRedactor(secrets: Array(secrets.values))
    }

    mutating func note(_ request: TransferRequest) {
        let headers = request.headers.map { "\($0.name): \($0.value)" }
        let body = String(decoding: request.body.prefix(AttemptLog.keptBytes), as: UTF8.self)
        requests.append(
            redactor.redact((["\(request.method) \(request.url)"] + headers + ["", body]).joined(separator: "\n")))
    }

    mutating func note(_ report: TransferReport) {
        bytesMayHaveLeft = bytesMayHaveLeft || report.bytesMayHaveLeft
        status = report.statusSeen ?? status
        switch report.outcome {
        case .answered(let answer):
            status = answer.status
            let body = String(decoding: answer.body.prefix(AttemptLog.keptBytes), as: UTF8.self)
            answers.append(redactor.redact("\(answer.status)\n\n\(body)"))
        case .failed(let failure):
            answers.append(redactor.redact(failure.message(.english)))
        }
    }

    func result(_ envelope: Envelope, _ conclusion: Conclusion, at now: Instant) -> DeliveryResult {
        DeliveryResult(
            post: envelope.post, channel: envelope.channel.slug, token: envelope.token, conclusion: conclusion,
            endedAt: now, status: status, bytesMayHaveLeft: bytesMayHaveLeft,
            request: requests.isEmpty ? nil : requests.joined(separator: "\n\n"),
            answer: answers.isEmpty ? nil : answers.joined(separator: "\n\n"))
    }
}
