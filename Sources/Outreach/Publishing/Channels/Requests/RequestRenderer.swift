import Foundation

/// Fills a channel's templates in. The same values always give the same bytes.
public final class RequestRenderer: Sendable {
    /// Gives the bytes of a post's file; nil where it cannot be read.
    public typealias Files = @Sendable (MediaFile) -> [UInt8]?

    public let channel: ResolvedChannel
    private let files: Files
    /// Nil where the channel is done by hand.
    private let authentication: Authentication?
    /// The hosts its requests may reach, worked out once for all of them.
    private let hosts: Result<Set<String>, TemplateError>
    /// Addresses of steps that are the same for every post.
    private let addresses: [Address]

    private struct Address {
        let template: URLTemplate
        let host: String
        let text: String
    }

    public init(_ channel: ResolvedChannel, files: @escaping Files = { _ in nil }) {
        self.channel = channel
        self.files = files
        authentication = channel.webhook?.authentication
        hosts = Result { () throws(TemplateError) in try channel.allowedHosts() }
        let values = TemplateValues(channel: channel.channel)
        addresses = (channel.webhook?.steps ?? []).map(\.url).filter { $0.references.allSatisfy(\.isTarget) }
            .compactMap { template in
                // What cannot be filled in is found out, and said, with the first post.
                guard let host = try? template.filledHost(values),
                    let text = try? template.filled(values, host: host)
                else { return nil }
                return Address(template: template, host: host, text: text)
            }
    }

    /// The request of one step.
    /// - Parameters:
    ///   - secrets: the value of each secret by the preset's name for it.
    ///   - captures: what earlier steps of the same attempt captured.
    /// - Throws: where a value is missing, empty or unfit for its place, or title, text or file is too much for the
    ///   channel; the error never quotes a value.
    public func request(
        for step: SendStep,
        post: PostValues,
        secrets: [String: String],
        captures: Captures = [:]
    ) throws(TemplateError) -> RenderedRequest {
        try checkLengths(post, in: step)
        let values = TemplateValues(
            channel: channel.channel, post: post, secrets: secrets, captures: captures, media: try media(of: post, step)
        )
        return try request(
            step.method, step.url, query: step.query, headers: step.headers,
            body: try RequestBody(step.body, values, key: post.key), values: values)
    }

    /// The request of one metric pull.
    public func request(
        for pull: MetricPull,
        receipt: Receipt,
        secrets: [String: String]
    ) throws(TemplateError) -> RenderedRequest {
        let values = TemplateValues(channel: channel.channel, secrets: secrets, receipt: receipt)
        return try request(
            .get, pull.url, query: pull.query, headers: pull.headers, body: .none, values: values)
    }

    /// The request of the probe.
    public func request(
        for probe: ProbeTemplate, post: PostValues, secrets: [String: String]
    ) throws(TemplateError) -> RenderedRequest {
        let values = TemplateValues(channel: channel.channel, post: post, secrets: secrets)
        return try request(
            .get, probe.url, query: probe.query, headers: probe.headers, body: .none, values: values)
    }

    /// The request for new tokens.
    /// - Parameter secrets: the refresh token among them, as ``TokenRenewal/refreshTokenName``.
    public func request(
        for renewal: TokenRenewal, secrets: [String: String]
    ) throws(TemplateError) -> RenderedRequest {
        let values = TemplateValues(channel: channel.channel, secrets: secrets)
        return try request(
            .post, renewal.url, query: [], headers: renewal.headers,
            body: try RequestBody(.form(renewal.form), values, key: ""), values: values)
    }

    /// What is kept of a post that went out. A part that cannot be filled, or a link that is no web address, is left out.
    public func receipt(captures: Captures, at instant: Instant) -> Receipt {
        guard let template = channel.webhook?.receipt, template != .none else {
            return Receipt(remoteID: nil, link: nil, at: instant)
        }
        let values = TemplateValues(channel: channel.channel, captures: captures)
        let id = template.id.flatMap { try? $0.filled(values) }
        let link = template.link.flatMap { RequestRenderer.link($0, values) }
        return Receipt(remoteID: id, link: link, at: instant)
    }

    private func request(
        _ method: HTTPMethod,
        _ url: URLTemplate,
        query: [NamedTemplate],
        headers: [NamedTemplate],
        body: RequestBody,
        values: TemplateValues
    ) throws(TemplateError) -> RenderedRequest {
        guard let authentication else { throw .byHand }
        let (host, address) = try address(url, values)
        guard try hosts.get().contains(host) else { throw .hostNotAllowed(host) }
        var fields: [HeaderField] = []
        for header in headers { fields.append(try RequestRenderer.header(header, values)) }
        if let header = try RequestRenderer.authorization(authentication, values) { fields.append(header) }
        return RenderedRequest(
            method: method,
            url: try address + RequestRenderer.query(query, values),
            host: host,
            headers: fields,
            contentType: body.contentType,
            body: body.bytes,
            shownBody: body.shown)
    }

    private func address(
        _ url: URLTemplate, _ values: TemplateValues
    ) throws(TemplateError) -> (host: String, text: String) {
        if let known = addresses.first(where: { $0.template == url }) { return (known.host, known.text) }
        let host = try url.filledHost(values)
        return (host, try url.filled(values, host: host))
    }

    private func checkLengths(_ post: PostValues, in step: SendStep) throws(TemplateError) {
        if let maximum = channel.preset.titleMaximum, step.references.contains(.post(.title)) {
            let length = TextLimit.length(of: post.title)
            if length > maximum { throw .titleTooLong(length: length, maximum: maximum) }
        }
        if let limit = channel.preset.text,
            step.references.contains(where: { $0 == .post(.text) || $0 == .post(.html) })
        {
            let (length, maximum) = (
                TextLimit.length(of: post.text), limit.limit(withMedia: channel.takesMedia(of: post)).maximum
            )
            if length > maximum { throw .textTooLong(length: length, maximum: maximum) }
        }
    }

    /// The file a step sends or speaks of, held against what the channel takes.
    private func media(of post: PostValues, _ step: SendStep) throws(TemplateError) -> PostMedia? {
        guard let limit = channel.preset.media, let file = post.media.first else { return nil }
        guard post.media.count <= limit.maximum else {
            throw .tooManyFiles(count: post.media.count, maximum: limit.maximum)
        }
        let speaksOfIt = step.references.contains { if case .media = $0 { true } else { false } }
        guard step.body.carriesMedia || speaksOfIt else { return nil }
        guard let bytes = files(file) else { throw .mediaMissing }
        guard bytes.count <= limit.maximumSize else {
            throw .fileTooLarge(size: bytes.count, maximum: limit.maximumSize)
        }
        let type = MediaSignature.of(bytes)
        guard limit.types.contains(type) else { throw .fileType(type, taken: limit.types) }
        return PostMedia(name: file.name, alternativeText: file.alternativeText, type: type, bytes: bytes)
    }
}

extension RequestRenderer {
    private static func header(_ header: NamedTemplate, _ values: TemplateValues) throws(TemplateError) -> HeaderField {
        let value = try header.value.filled(values) { reference, value throws(TemplateError) in
            if value.hasControlCharacter { throw .controlCharacter(reference) }
            return value
        }
        guard value == value.trimmed, !value.hasControlCharacter else { throw .badHeader(header.name) }
        return HeaderField(header.name, value)
    }

    private static func authorization(
        _ authentication: Authentication, _ values: TemplateValues
    ) throws(TemplateError) -> HeaderField? {
        guard case .basic(let user, let password) = authentication else { return nil }
        let refuseControls = { (reference: TemplateReference, value: String) throws(TemplateError) -> String in
            if value.hasControlCharacter { throw .controlCharacter(reference) }
            return value
        }
        let name = try user.filled(values, escaped: refuseControls)
        guard !name.utf8.contains(UInt8(ascii: ":")) else { throw .colonInUser }
        let credentials = "\(name):\(try password.filled(values, escaped: refuseControls))"
        return HeaderField(
            "Authorization", "Basic \(Data(credentials.utf8).base64EncodedString())")
    }

    private static func query(_ query: [NamedTemplate], _ values: TemplateValues) throws(TemplateError) -> String {
        var pairs: [String] = []
        for parameter in query {
            let value = try parameter.value.filled(values)
            pairs.append("\(PercentEncoding.query(parameter.name))=\(PercentEncoding.query(value))")
        }
        return pairs.isEmpty ? "" : "?\(pairs.joined(separator: "&"))"
    }

    /// A template of one reference gives the link as the network gave it; in any other, values are path segments.
    private static func link(_ template: Template, _ values: TemplateValues) -> String? {
        let isWhole = template.parts.count == 1
        let filled = try? template.filled(values) { _, value throws(TemplateError) in
            isWhole ? value : PercentEncoding.path(value, keepingSlashes: false)
        }
        guard let link = filled, link.hasPrefix("https://") || link.hasPrefix("http://"),
            link.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F })
        else { return nil }
        return link
    }
}
