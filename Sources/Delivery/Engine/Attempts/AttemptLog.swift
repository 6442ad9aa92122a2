import Foundation
import Outreach

/// Gathers what is kept of an attempt: requests and the beginning of answers, secrets replaced.
struct AttemptLog {
    /// How much of a request's body and of an answer is kept, in bytes.
    static let keptBytes = 2048

    private var redactor: SecretRedactor
    private var requests = ""
    private var answers = ""
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
        var head = request.method
        head += " "
        head += request.url
        for header in request.headers {
            head += "\n"
            head += header.name
            head += ": "
            head += header.value
        }
        AttemptLog.append(redactor.redact(head), kept(request.shownBody ?? request.body), to: &requests)
    }

    mutating func note(_ report: TransferReport) {
        bytesMayHaveLeft = bytesMayHaveLeft || report.bytesMayHaveLeft
        status = report.statusSeen ?? status
        switch report.outcome {
        case .answered(let answer):
            status = answer.status
            AttemptLog.append(String(answer.status), kept(answer.body, isCut: answer.truncated), to: &answers)
        case .failed(let failure):
            AttemptLog.append(redactor.redact(failure.message(.english)), nil, to: &answers)
        }
    }

    /// The beginning of a body. Secrets are replaced first: one that the cut went through would not be recognised. A zero
    /// byte, at which readers of texts stop, is shown as one that cannot be shown.
    private func kept(_ body: [UInt8], isCut: Bool = false) -> String {
        let kept = redactor.redact(body, cut: isCut).prefix(AttemptLog.keptBytes)
        let text = String(decoding: kept, as: UTF8.self)
        // Looked for by the C library, many bytes at a time: every body is, and nearly none has one.
        let hasZero = kept.withUnsafeBytes { bytes in
            bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
        }
        return hasZero ? text.replacing("\0", with: "\u{FFFD}") : text
    }

    /// Puts a request or an answer, its head and its body, behind those before it, a blank line between all of them.
    private static func append(_ head: String, _ body: String?, to log: inout String) {
        if log.isEmpty { log.reserveCapacity(head.utf8.count + (body?.utf8.count ?? 0) + 2) } else { log += "\n\n" }
        log += head
        guard let body else { return }
        log += "\n\n"
        log += body
    }

    func result(_ envelope: Envelope, _ end: AttemptEnd) -> DeliveryResult {
        DeliveryResult(
            post: envelope.post, channel: envelope.channel, moment: envelope.values.moment,
            zone: envelope.values.zone, attempt: envelope.attempt, token: envelope.token, claimedAt: envelope.claimedAt,
            conclusion: end.conclusion,
            partsSent: end.partsSent, endedAt: end.at, status: status, bytesMayHaveLeft: bytesMayHaveLeft,
            request: requests.isEmpty ? nil : requests, answer: answers.isEmpty ? nil : answers)
    }
}
