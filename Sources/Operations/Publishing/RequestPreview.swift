import Delivery
import Documents
public import Outreach
import Storage

/// One request exactly as it would leave, secrets replaced.
public struct RequestPreview: Sendable, Hashable {
    public let step: String
    public let method: String
    public let url: String
    public let headers: [HeaderField]
    public let body: String
}

extension Workspace {
    /// What a post hands to the templates of its channel.
    func values(of post: Post, kind: ChannelKind) -> PostValues {
        PostValues(
            id: post.id.description, key: post.id.description, title: post.title, text: post.text,
            html: kind == .portal ? MarkdownRenderer.html(post.text) : nil, link: post.link,
            material: post.material?.description, channel: post.channel, moment: post.moment, zone: post.zone)
    }

    /// The values of a channel's secrets, by the preset's names; those that are not set are left out.
    func secretValues(of channel: ResolvedChannel) -> [String: String] {
        let pairs = channel.preset.secrets.compactMap { name in
            secrets.secret(channel.storedName(ofSecret: name)).map { (name, $0) }
        }
        return Dictionary(pairs) { first, _ in first }
    }

    /// Fills in every step of a post's channel, so that a missing value is found before anybody approves.
    ///
    /// Later steps use what earlier answers give; those values stand for themselves here.
    func previewRequests(of post: Post, on channel: ResolvedChannel) throws -> [RequestPreview] {
        guard let webhook = channel.webhook else { throw PublishingError.byHandOnly(channel.slug) }
        let secretValues = secretValues(of: channel)
        let redactor = SecretRedactor(secrets: Array(secretValues.values))
        let preparation = RequestPreparation(channel, webhook: webhook)
        var captures: Captures = [:]
        return try webhook.steps.map { step in
            let request: TransferRequest
            do {
                request = try preparation.transferRequest(
                    for: step, post: values(of: post, kind: channel.kind), secrets: secretValues, captures: captures,
                    at: now)
            } catch let error as RequestPreparationError {
                throw PublishingError.cannotRender(error.message)
            }
            captures[step.id] = Dictionary(step.captures.map { ($0.name, "<\($0.name)>") }) { first, _ in first }
            return RequestPreview(
                step: step.id, method: request.method, url: redactor.redact(request.url),
                headers: request.headers.map { HeaderField($0.name, redactor.redact($0.value)) },
                body: redactor.redact(String(decoding: request.body, as: UTF8.self)))
        }
    }

    /// Refuses a post whose request cannot be filled in; a by-hand channel has none.
    func checkRendering(of post: Post, on channel: ResolvedChannel) throws {
        if channel.webhook != nil { _ = try previewRequests(of: post, on: channel) }
    }
}
