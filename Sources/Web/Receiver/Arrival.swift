import Hummingbird
import Outreach

/// A request that has arrived in full and is not yet decided on.
struct Arrival: Sendable {
    private let at: Instant
    private let method: HTTPRequest.Method
    private let path: String
    private let headers: [ReceivedHeader]
    private let body: [UInt8]
    private let signature: SignatureVerdict?

    init(_ request: Request, body: [UInt8], options: ReceiverOptions) {
        // The framework keeps Host apart from the other headers.
        let host = request.head.authority.map { [ReceivedHeader(name: "Host", value: $0)] } ?? []
        at = options.clock.now
        method = request.method
        path = request.head.path ?? "/"
        headers = host + request.headers.map { ReceivedHeader(name: $0.name.rawName, value: $0.value) }
        self.body = body
        let unmasked = headers
        signature = options.signatureCheck.map { $0(unmasked, body) ? .valid : .invalid }
    }

    var webhookID: String? { value(of: "webhook-id") }
    var key: String? { webhookID ?? value(of: "idempotency-key") }

    /// RFC 9110 §9.2.1.
    var isSafe: Bool { [.get, .head, .options, .trace].contains(method) }

    func request(sequence: Int, outcome: ReceiverOutcome, status: Int) -> ReceivedRequest {
        ReceivedRequest(
            sequence: sequence, at: at.description, method: method.rawValue, path: SecretMask.path(path),
            headers: headers.map(SecretMask.header), body: text, bodySize: body.count, webhookID: webhookID, key: key,
            signature: signature, outcome: outcome, status: status)
    }

    private var text: String {
        String(validating: body, as: UTF8.self) ?? "[\(body.count) bytes, not UTF-8]"
    }

    private func value(of name: String) -> String? {
        headers.first { $0.name.lowercased() == name && !$0.value.isEmpty }?.value
    }
}
