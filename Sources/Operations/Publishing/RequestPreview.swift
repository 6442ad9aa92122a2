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
    func values(of post: Post, on channel: ResolvedChannel) -> PostValues {
        let link = linkUnderText(of: post, on: channel)
        let markdown = channel.kind == .portal ? link.map { "\(post.text)\n\n<\($0)>" } ?? post.text : nil
        return PostValues(
            id: post.id.description, key: post.sendingKey, title: post.title,
            text: link.map { "\(post.text)\n\n\($0)" } ?? post.text, html: markdown.map(MarkdownRenderer.html),
            link: post.link, media: post.media, material: post.material?.description, channel: post.channel,
            moment: post.moment, zone: post.zone)
    }

    /// The link that stands under the text, since it was approved and neither the templates nor the text have it.
    private func linkUnderText(of post: Post, on channel: ResolvedChannel) -> String? {
        guard let link = post.link, !post.text.contains(link), !channel.hasPlaceForLink else { return nil }
        return link
    }

    /// The values of a channel's secrets, by the preset's names; those that are not set are left out.
    func secretValues(of channel: ResolvedChannel) -> [String: String] {
        let pairs = channel.preset.secrets.compactMap { name in
            secrets.secret(channel.storedName(ofSecret: name)).map { (name, $0) }
        }
        return Dictionary(pairs) { first, _ in first }
    }

    /// The bytes of a post's file; nil where it cannot be read.
    var files: RequestRenderer.Files {
        { [media] file in (try? media.bytes(of: file.hash)).map { Array($0) } }
    }

    /// Fills in every request of a post's channel, so that a missing value is found before anybody approves.
    ///
    /// Later steps use what earlier answers give, and a token may still have to be renewed; those values stand for
    /// themselves here.
    ///
    /// - Parameter numbers: of help lines, whose lines are never cut; asked for only where the text is parted.
    func previewRequests(
        of post: Post, on channel: ResolvedChannel, protecting numbers: @autoclosure () throws -> [String]
    ) throws -> [RequestPreview] {
        guard let webhook = channel.webhook else { throw PublishingError.byHandOnly(channel.slug) }
        let secretValues = secretValues(of: channel)
        let redactor = SecretRedactor(secrets: Array(secretValues.values))
        let preparation = RequestPreparation(channel, webhook: webhook, files: files)
        let values = values(of: post, on: channel)
        let parts = channel.mayPart(values) ? channel.parts(of: values, protecting: try numbers()) : [values.text]
        let standIns = [TokenRenewal.accessTokenName: "<access_token>"]
        var captures: Captures = [:]
        var previews: [RequestPreview] = []
        for step in webhook.steps(withMedia: channel.takesMedia(of: values)) {
            for index in step.role == .publish ? parts.indices : 0..<1 {
                let part = parts.count > 1 ? values.part(index, text: parts[index]) : values
                do throws(RequestPreparationError) {
                    let request = try preparation.transferRequest(
                        for: step, post: part, secrets: secretValues.merging(standIns) { known, _ in known },
                        captures: captures, at: now)
                    previews.append(RequestPreview(request, of: step, redactor))
                } catch .template(.missing(.secret(let name))) {
                    throw PublishingError.secretMissing(channel.storedName(ofSecret: name))
                } catch {
                    throw PublishingError.cannotRender(error.message)
                }
            }
            captures[step.id] = Dictionary(step.captures.map { ($0.name, "<\($0.name)>") }) { first, _ in first }
        }
        return previews
    }

    /// Refuses a post whose request cannot be filled in; a by-hand channel has none.
    func checkRendering(of post: Post, on channel: ResolvedChannel, in tx: ReadTransaction) throws {
        if channel.webhook != nil { _ = try previewRequests(of: post, on: channel, protecting: tx.helpLineNumbers()) }
    }
}

extension RequestPreview {
    fileprivate init(_ request: TransferRequest, of step: SendStep, _ redactor: SecretRedactor) {
        self.init(
            step: step.id, method: request.method, url: redactor.redact(request.url),
            headers: request.headers.map { HeaderField($0.name, redactor.redact($0.value)) },
            body: redactor.redact(String(decoding: request.shownBody ?? request.body, as: UTF8.self)))
    }
}
