/// One request as a ``LocalReceiver`` took it, fit to be shown: secrets in headers and query are masked.
public struct ReceivedRequest: Sendable, Hashable, Codable {
    /// Which request this is since the receiver started, from 1.
    public let sequence: Int
    /// When it had arrived in full: RFC 3339, UTC, by the receiver's clock.
    public let at: String
    public let method: String
    /// The path with its query, as it was asked.
    public let path: String
    public let headers: [ReceivedHeader]
    /// The body as text; a note in brackets where it is not UTF-8.
    public let body: String
    /// The size of the body in bytes.
    public let bodySize: Int
    /// `webhook-id` (Standard Webhooks 1.0.0), if there was one.
    public let webhookID: String?
    /// By what a repetition is recognised: `webhook-id`, else `Idempotency-Key`, else nothing.
    public let key: String?
    /// Absent where the receiver has no secret to check with.
    public let signature: SignatureVerdict?
    public let outcome: ReceiverOutcome
    /// The HTTP status it was answered with.
    public let status: Int

    private enum CodingKeys: String, CodingKey {
        case sequence, at, method, path, headers, body, key, signature, outcome, status
        case bodySize = "body_size"
        case webhookID = "webhook_id"
    }
}

/// One header line; names keep the case they came in.
public struct ReceivedHeader: Sendable, Hashable, Codable {
    public let name: String
    public let value: String

    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// Whether a request's signature was right.
public enum SignatureVerdict: String, Sendable, Hashable, Codable {
    case valid
    case invalid
}

/// What a request came to at the receiver.
public enum ReceiverOutcome: String, Sendable, Hashable, Codable {
    /// It was accepted and took effect: at a network, this is one more post.
    case effect
    /// Its key had taken effect before: the earlier answer again, and nothing new.
    case duplicate
    /// It was answered with anything but 2xx and took no effect.
    case refused
    /// A safe method (RFC 9110 §9.2.1), which asks and changes nothing.
    case question
}
