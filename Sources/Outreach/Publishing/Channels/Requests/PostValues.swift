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

    /// The same post with one piece of its text; from the second piece on with a key of the piece's own.
    public func part(_ index: Int, text: String) -> PostValues {
        PostValues(
            id: id, key: index == 0 ? key : "\(key)-\(index + 1)", title: title, text: text, html: html, link: link,
            material: material, channel: channel, moment: moment, zone: zone)
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
