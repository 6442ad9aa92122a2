public import Outreach

/// A post claimed for one attempt, with everything that is needed to send it.
public struct Envelope: Sendable {
    public let post: Identifier<Post>
    /// 1 for the first attempt.
    public let attempt: Int
    /// Names the claim; an outcome is written only where it still stands.
    public let token: String
    public let channel: ResolvedChannel
    public let webhook: WebhookDelivery
    public let values: PostValues
    /// By the preset's names for them.
    public let secrets: [String: String]
    public let notAfter: Instant

    public init(
        post: Identifier<Post>, attempt: Int, token: String, channel: ResolvedChannel, webhook: WebhookDelivery,
        values: PostValues, secrets: [String: String], notAfter: Instant
    ) {
        self.post = post
        self.attempt = attempt
        self.token = token
        self.channel = channel
        self.webhook = webhook
        self.values = values
        self.secrets = secrets
        self.notAfter = notAfter
    }
}

/// One attempt as it is to be written down. Request and answer are redacted already.
public struct DeliveryResult: Sendable, Hashable {
    public let post: Identifier<Post>
    public let channel: Slug
    public let token: String
    public let conclusion: Conclusion
    public let endedAt: Instant
    public let status: Int?
    public let bytesMayHaveLeft: Bool
    public let request: String?
    public let answer: String?
}
