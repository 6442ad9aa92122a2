public import Outreach

/// Why a request could not be made up; nothing was sent. No value is quoted, since it may be a secret.
public enum RequestPreparationError: ReadableError, Hashable {
    case template(TemplateError)
    case signing(SigningError)

    public var message: Message {
        switch self {
        case .template(let error): error.message
        case .signing(let error): error.message
        }
    }
}

/// Turns a step of a channel into the request that leaves: filled in, signed, with the channel's guards.
public final class RequestPreparation: Sendable {
    private let renderer: RequestRenderer
    private let webhook: WebhookDelivery

    /// - Parameter files: gives the bytes of a post's file.
    public convenience init(
        _ channel: ResolvedChannel, webhook: WebhookDelivery, files: @escaping RequestRenderer.Files = { _ in nil }
    ) {
        self.init(RequestRenderer(channel, files: files), webhook: webhook)
    }

    init(_ renderer: RequestRenderer, webhook: WebhookDelivery) {
        self.renderer = renderer
        self.webhook = webhook
    }

    /// - Throws: where a value is missing or unfit; the error never quotes one.
    public func transferRequest(
        for step: SendStep, post: PostValues, secrets: [String: String], captures: Captures, at now: Instant
    ) throws(RequestPreparationError) -> TransferRequest {
        var request = transferRequest(
            try rendered { renderer throws(TemplateError) in
                try renderer.request(for: step, post: post, secrets: secrets, captures: captures)
            })
        if step.role == .publish, let signature = webhook.signature {
            request.headers += try signature.headers(id: post.key, body: request.body, secrets: secrets, at: now)
        }
        return request
    }

    /// The question whether a post is out.
    public func transferRequest(
        for probe: ProbeTemplate, post: PostValues, secrets: [String: String]
    ) throws(RequestPreparationError) -> TransferRequest {
        transferRequest(
            try rendered { renderer throws(TemplateError) in
                try renderer.request(for: probe, post: post, secrets: secrets)
            })
    }

    /// The request for new tokens, which may be made only once with a refresh token that is good for one use.
    func transferRequest(
        for renewal: TokenRenewal, secrets: [String: String]
    ) throws(RequestPreparationError) -> TransferRequest {
        var request = transferRequest(
            try rendered { renderer throws(TemplateError) in
                try renderer.request(for: renewal, secrets: secrets)
            })
        request.freshConnection = true
        return request
    }

    /// The question for a post's figures.
    public func transferRequest(
        for pull: MetricPull, receipt: Receipt, secrets: [String: String]
    ) throws(RequestPreparationError) -> TransferRequest {
        transferRequest(
            try rendered { renderer throws(TemplateError) in
                try renderer.request(for: pull, receipt: receipt, secrets: secrets)
            })
    }

    private func rendered(
        _ render: (RequestRenderer) throws(TemplateError) -> RenderedRequest
    ) throws(RequestPreparationError) -> RenderedRequest {
        do {
            return try render(renderer)
        } catch {
            throw .template(error)
        }
    }

    private func transferRequest(_ rendered: RenderedRequest) -> TransferRequest {
        var request = TransferRequest(
            method: rendered.method.rawValue, url: rendered.url,
            headers: rendered.headers, body: rendered.body,
            connectTimeout: webhook.timeouts.connect, totalTimeout: webhook.timeouts.total,
            loopbackAllowed: webhook.egress.allowsLoopback, hosts: [rendered.host],
            freshConnection: webhook.idempotency != .key)
        if rendered.shownBody != rendered.body { request.shownBody = rendered.shownBody }
        if let type = rendered.contentType {
            request.headers.append(HeaderField("Content-Type", type))
        }
        return request
    }
}

extension RequestSignature {
    /// The headers that prove who sent the body.
    fileprivate func headers(
        id: String, body: [UInt8], secrets: [String: String], at now: Instant
    ) throws(RequestPreparationError) -> [HeaderField] {
        guard let value = secrets[secret], !value.isEmpty else { throw .template(.missing(.secret(secret))) }
        do {
            switch self {
            case .standardWebhooks:
                let signer = try WebhookSigner(secrets: value.split(separator: " ").map(String.init))
                return try signer.headers(id: id, at: now, body: body)
            case .hmacSHA256(let header, let prefix, _):
                return [HeaderField(header, try BodySigner(secret: value, prefix: prefix).signature(of: body))]
            }
        } catch {
            throw .signing(error)
        }
    }
}
