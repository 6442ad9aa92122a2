/// What a post hands to the templates of its channel.
public struct PostValues: Sendable, Hashable {
    public let id: String
    /// Stays the same over every attempt.
    public let key: String
    public let title: String
    /// Plain text, line breaks kept.
    public let text: String
    /// The portal variant as safe HTML; where it is nil, `{{post.html}}` gives the text as paragraphs.
    public let html: String?
    public let link: String?
    /// The material's slug, where the post was made from one.
    public let material: String?
    public let channel: Slug
    public let moment: Instant
    public let zone: Zone

    public init(
        id: String,
        key: String,
        title: String,
        text: String,
        html: String? = nil,
        link: String? = nil,
        material: String? = nil,
        channel: Slug,
        moment: Instant,
        zone: Zone = .vietnam
    ) {
        self.id = id
        self.key = key
        self.title = title
        self.text = text
        self.html = html
        self.link = link
        self.material = material
        self.channel = channel
        self.moment = moment
        self.zone = zone
    }

    func value(of field: TemplateReference.PostField) -> String? {
        switch field {
        case .id: id
        case .key: key
        case .title: title
        case .text: text
        case .html: html ?? PlainText.html(text)
        case .link: link
        case .material: material
        case .channel: channel.description
        case .moment: zone.rfc3339(moment)
        }
    }
}

/// What earlier steps of one attempt captured from their answers: by step, then by name.
public typealias Captures = [String: [String: String]]

/// Everything a template can be filled from; what a place may not use is simply not handed in.
struct TemplateValues {
    var channel: Channel
    var post: PostValues?
    var secrets: [String: String] = [:]
    var captures: Captures = [:]
    var receipt: Receipt?

    /// The value, refused where there is none or nothing in it: half a text never leaves.
    func value(of reference: TemplateReference) throws(TemplateError) -> String {
        guard let value = found(reference) else { throw .missing(reference) }
        if value.trimmed.isEmpty { throw .empty(reference) }
        return value
    }

    private func found(_ reference: TemplateReference) -> String? {
        switch reference {
        case .post(let field): post?.value(of: field)
        case .secret(let name): secrets[name]
        case .target(let name): channel.target[name]
        case .channel(.id): channel.slug.description
        case .channel(.name): channel.name.vi
        case .captured(let step, let name): captures[step]?[name]
        case .receipt(.id): receipt?.remoteID
        case .receipt(.link): receipt?.link
        }
    }
}
