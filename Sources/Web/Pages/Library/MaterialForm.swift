import Operations
import Outreach

/// A material as it stands in the form: texts as they were typed, whatever they are.
struct MaterialForm: Sendable {
    var slug = ""
    var kind = ""
    var titleVietnamese = ""
    var titleEnglish = ""
    var summary = ""
    var audiences: Set<String> = []
    var topics: Set<String> = []
    var source = ""
    var seconds = ""
    var level = ""
    var from = ""
    var until = ""
    var body = ""
    var variants: [ChannelKind: String] = [:]
    var media: [MediaFile] = []
    /// The hash of the revision it was made from; empty for a new material.
    var base = ""

    static let mostMedia = 20

    init(kind: MaterialKind) { self.kind = kind.rawValue }

    /// A revision to be changed.
    init(_ revision: Revision) {
        let content = revision.content
        slug = content.material.description
        kind = content.kind.rawValue
        titleVietnamese = content.title.vi
        titleEnglish = content.title.en
        summary = content.summary
        audiences = Set(content.audiences.map(\.description))
        topics = Set(content.topics.map(\.description))
        source = content.source
        seconds = content.duration.map { String($0.components.seconds) } ?? ""
        level = content.level?.rawValue ?? ""
        from = content.validity.from?.description ?? ""
        until = content.validity.until?.description ?? ""
        body = content.body
        variants = Dictionary(content.variants.map { ($0.channelKind, $0.text) }) { first, _ in first }
        media = content.media
        base = revision.hash.description
    }

    /// What was sent.
    ///
    /// - Parameter added: files that came with it and are in the store by now.
    init(_ fields: Fields, added: [MediaFile]) {
        slug = fields["slug"] ?? ""
        kind = fields["kind"] ?? ""
        titleVietnamese = fields["title-vi"] ?? ""
        titleEnglish = fields["title-en"] ?? ""
        summary = fields.text("summary")
        audiences = Set(fields.all("audiences"))
        topics = Set(fields.all("topics"))
        source = fields["source"] ?? ""
        seconds = fields["duration"] ?? ""
        level = fields["level"] ?? ""
        from = fields["from"] ?? ""
        until = fields["until"] ?? ""
        body = fields.text("body")
        for kind in ChannelKind.allCases { variants[kind] = fields.text("variant-\(kind.rawValue)") }
        media = MaterialForm.media(fields) + added
        base = fields["base"] ?? ""
    }

    /// The files kept from before: each by its hash, with the words typed about it.
    private static func media(_ fields: Fields) -> [MediaFile] {
        (0..<mostMedia).compactMap { index in
            guard let hash = fields["media-\(index)-hash"].flatMap(ContentHash.init),
                let name = fields["media-\(index)-name"], !fields.has("media-\(index)-remove")
            else { return nil }
            return MediaFile(name: name, alternativeText: fields["media-\(index)-alt"] ?? "", hash: hash)
        }
    }

    /// The material as far as it can be read, for a look at it while it is being written.
    func draft(_ fields: Fields) -> MaterialContent? {
        guard let material = Slug(slug) ?? Slug.named(after: titleVietnamese) ?? Slug("moi") else { return nil }
        var reader = FormReader(fields)
        return read(&reader, material)
    }

    /// The material as it was meant; what cannot be read is left out and is a mistake of its field.
    func read(_ reader: inout FormReader, _ material: Slug) -> MaterialContent {
        let kind: MaterialKind = reader.choice("kind") ?? .article
        let seconds = reader.integer("duration", in: 1...36_000)
        let level: SchoolLevel? = reader.choice("level")
        let (from, until) = (reader.day("from"), reader.day("until"))
        _ = reader.optional("title-vi", longest: 200)
        _ = reader.optional("title-en", longest: 200)
        _ = reader.optional("source", longest: 500)
        _ = reader.text("summary", longest: 1000)
        for name in ["body"] + ChannelKind.allCases.map({ "variant-\($0.rawValue)" }) { _ = reader.text(name) }
        if media.count > MaterialForm.mostMedia {
            reader.refuse(
                "file-1",
                Message(
                    vi: "Tối đa \(MaterialForm.mostMedia) tệp cho một tài liệu. Hãy bỏ bớt.",
                    en: "A material has \(MaterialForm.mostMedia) files at most. Take some out."))
        }
        return MaterialContent(
            material: material, kind: kind,
            title: LocalizedText(vi: titleVietnamese, en: titleEnglish), summary: summary,
            audiences: audiences.sorted().compactMap(Slug.init), topics: topics.sorted().compactMap(Slug.init),
            source: source, duration: seconds.map { .seconds($0) }, level: level,
            validity: Validity(from: from, until: until), media: media, body: body,
            variants: ChannelKind.allCases.compactMap { kind in
                variants[kind].map { Variant(channelKind: kind, text: $0) }
            })
    }

    /// Addresses of pages beside the materials; a material of such a name could never be reached.
    private static let reserved: Set<String> = ["new", "review", "check", "taxonomy"]

    /// The identifier typed, or one made of the title.
    ///
    /// - Throws: ``FormError/mistakes(_:)``.
    func name() throws(FormError) -> Slug {
        let text = slug.isEmpty ? Slug.named(after: titleVietnamese)?.description ?? "" : slug
        guard let name = Slug(text), !MaterialForm.reserved.contains(text) else {
            let message =
                slug.isEmpty
                ? Message(
                    vi: "Không đặt được mã từ tên này. Hãy gõ mã: chữ thường không dấu, số, gạch nối.",
                    en: "No identifier can be made of this title. Type one: lower-case letters, digits, hyphens.")
                : Message(
                    vi: "Mã chỉ gồm chữ thường không dấu, số và gạch nối; “\(slug)” không dùng được.",
                    en: "An identifier has lower-case letters, digits and hyphens only; “\(slug)” cannot be used.")
            throw .mistakes([slug.isEmpty && titleVietnamese.isEmpty ? "title-vi" : "slug": message])
        }
        return name
    }
}
