/// What a post hands to the templates of its channel.
public struct PostValues: Sendable, Hashable {
    public let id: String
    /// Stays the same over every attempt with the same words.
    public let key: String
    public let title: String
    /// Plain text, line breaks kept.
    public let text: String
    /// The portal variant as safe HTML; where it is nil, `{{post.html}}` gives the text as paragraphs.
    public let html: String?
    public let link: String?
    /// The files that go with it, where the channel takes any.
    public let media: [MediaFile]
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
        media: [MediaFile] = [],
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
        self.media = media
        self.material = material
        self.channel = channel
        self.moment = moment
        self.zone = zone
    }

    /// The same post with one piece of its text; from the second piece on with a key of the piece's own.
    public func part(_ index: Int, text: String) -> PostValues {
        PostValues(
            id: id, key: index == 0 ? key : "\(key)-\(index + 1)", title: title, text: text, html: html, link: link,
            media: media, material: material, channel: channel, moment: moment, zone: zone)
    }

    func value(of field: TemplateReference.PostField) -> String? {
        switch field {
        case .id: id
        case .key: key
        case .slug: slug
        case .title: title
        case .text: text
        case .html: html ?? PlainText.html(text)
        case .link: link
        case .material: material
        case .channel: channel.description
        case .moment: zone.rfc3339(moment)
        }
    }

    /// The title's words in ASCII, cut to what an address bears, and the end of the key: nobody else has that.
    private var slug: String {
        let words = SearchText.folded(title).split(separator: " ").filter { $0.utf8.allSatisfy { $0 < 0x80 } }
        let title = words.reduce(into: "") { slug, word in
            if slug.utf8.count + word.utf8.count < 60 { slug += slug.isEmpty ? String(word) : "-\(word)" }
        }
        return "\(title.isEmpty ? "bai" : title)-\(key.suffix(12))"
    }
}
