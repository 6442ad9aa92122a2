/// Everything that decides how posts of a channel leave over HTTP.
public struct WebhookDelivery: Sendable, Hashable {
    public let egress: Egress
    public let limits: DeliveryLimits
    public let timeouts: DeliveryTimeouts
    /// In the order they run; of those a post takes exactly one has the role `publish`.
    public let steps: [SendStep]
    public let authentication: Authentication
    public let signature: RequestSignature?
    public let idempotency: IdempotencyPromise
    /// How the receiver is asked whether a post is out; there is one exactly where the promise is `probe`.
    public let probe: ProbeTemplate?
    public let retry: RetryPolicy
    /// What is never tried again, even where `retry` names it.
    public let dead: DeadRule
    public let disable: DisableRule
    public let receipt: ReceiptTemplate
    public let metrics: [MetricPull]

    /// How its access token is renewed, where it has one.
    public var tokenRenewal: TokenRenewal? {
        guard case .renewed(let renewal) = authentication else { return nil }
        return renewal
    }

    /// The steps a post takes: those for posts with files, or those for posts without.
    public func steps(withMedia hasMedia: Bool) -> [SendStep] {
        steps.filter { $0.condition.holds(withMedia: hasMedia) }
    }

    public init(
        egress: Egress,
        limits: DeliveryLimits = .standard,
        timeouts: DeliveryTimeouts = .standard,
        steps: [SendStep],
        authentication: Authentication = .none,
        signature: RequestSignature? = nil,
        idempotency: IdempotencyPromise,
        probe: ProbeTemplate? = nil,
        retry: RetryPolicy = .standard,
        dead: DeadRule = .standard,
        disable: DisableRule = .never,
        receipt: ReceiptTemplate = .none,
        metrics: [MetricPull] = []
    ) {
        self.egress = egress
        self.limits = limits
        self.timeouts = timeouts
        self.steps = steps
        self.authentication = authentication
        self.signature = signature
        self.idempotency = idempotency
        self.probe = probe
        self.retry = retry
        self.dead = dead
        self.disable = disable
        self.receipt = receipt
        self.metrics = metrics
    }
}

/// Where a preset's requests may go; whatever is not named here is never reached.
public struct Egress: Sendable, Hashable {
    public let schemes: [URLScheme]
    /// Host names, in which target values may stand; compared whole, without port.
    public let hosts: [Template]
    /// Whether the hosts are this machine itself; only then may a request go in clear or to a loopback address.
    public let allowsLoopback: Bool

    public init(schemes: [URLScheme] = [.https], hosts: [Template], allowsLoopback: Bool = false) {
        self.schemes = schemes
        self.hosts = hosts
        self.allowsLoopback = allowsLoopback
    }
}

/// How the sender proves who it is, apart from what templates already put into headers, query, path or body.
public enum Authentication: Sendable, Hashable {
    case none
    /// HTTP basic authentication in UTF-8 (RFC 7617).
    case basic(user: Template, password: Template)
    /// An access token that is renewed with a refresh token; templates put it where the network wants it.
    case renewed(TokenRenewal)
}

/// How the body is signed; the headers are added when the request leaves, because they carry the time.
public enum RequestSignature: Sendable, Hashable {
    /// Standard Webhooks 1.0.0; `webhook-id` is the post's key.
    case standardWebhooks(secret: String)
    /// HMAC-SHA256 over the body, in lower-case hexadecimal behind `prefix`, in the header of this name.
    case hmacSHA256(header: String, prefix: String, secret: String)

    /// The name of the secret it is made with.
    public var secret: String {
        switch self {
        case .standardWebhooks(let secret), .hmacSHA256(_, _, let secret): secret
        }
    }
}

/// What the receiver promises about a request that comes twice; it decides what happens after a crash or a timeout.
public enum IdempotencyPromise: String, Sendable, Hashable, CaseIterable {
    /// Nothing: what may have left is never sent again without a person.
    case none
    /// It recognises the post's key: the same request may be sent again and has one effect.
    case key
    /// It can be asked whether the post is out: asked first, then sent or marked as posted.
    case probe
}

/// The link and id kept of a post that went out; a part that cannot be filled is left out, for the post is out already.
public struct ReceiptTemplate: Sendable, Hashable {
    public let id: Template?
    public let link: Template?

    public init(id: Template?, link: Template?) {
        self.id = id
        self.link = link
    }

    public static let none = ReceiptTemplate(id: nil, link: nil)
}
