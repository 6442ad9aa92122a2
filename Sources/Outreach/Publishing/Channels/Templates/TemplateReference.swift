/// One value a template asks for, written `{{namespace.name}}`.
public enum TemplateReference: Sendable, Hashable {
    /// `{{post.text}}`: something of the post that is sent.
    case post(PostField)
    /// `{{secret.token}}`: a secret the preset declares.
    case secret(String)
    /// `{{target.page_id}}`: a value the channel's entry in the register gives.
    case target(String)
    /// `{{channel.id}}`: something of the channel itself.
    case channel(ChannelField)
    /// `{{steps.post.id}}`: what an earlier step captured from its answer.
    case captured(step: String, name: String)
    /// `{{oauth.access_token}}`: a token that Loa renews by itself.
    case oauth(OAuthField)
    /// `{{media.name}}`: something of the post's file.
    case media(MediaField)
    /// `{{receipt.id}}`: what was kept of a post that went out; metric pulls use it.
    case receipt(ReceiptField)

    /// What a template may ask of a post.
    public enum PostField: String, Sendable, Hashable, CaseIterable {
        case id
        /// Stays the same over every attempt: what a receiver recognises a repetition by.
        case key
        /// The title in the letters of addresses, with the key's end behind it: readable, and no other post's.
        case slug
        case title, text, html, link, material, channel
        /// RFC 3339 with the offset of the zone the moment was chosen in.
        case moment
    }

    /// What a template may ask of the channel.
    public enum ChannelField: String, Sendable, Hashable, CaseIterable {
        case id, name
    }

    /// What a template may ask of renewed tokens.
    public enum OAuthField: String, Sendable, Hashable, CaseIterable {
        case accessToken = "access_token"
        /// Only where the token is renewed.
        case refreshToken = "refresh_token"
    }

    /// What a template may ask of a file.
    public enum MediaField: String, Sendable, Hashable, CaseIterable {
        case name
        /// What it shows, for those who cannot see it.
        case alt
        case type
    }

    /// What a template may ask of a receipt.
    public enum ReceiptField: String, Sendable, Hashable, CaseIterable {
        case id, link
    }

    var isTarget: Bool {
        if case .target = self { true } else { false }
    }

    /// Whether an administrator wrote the value, rather than an author or an answer; in a path such a value may hold
    /// slashes.
    var isRegistered: Bool {
        switch self {
        case .secret, .target, .channel, .oauth: true
        case .post, .captured, .media, .receipt: false
        }
    }
}

extension TemplateReference: CustomStringConvertible {
    /// The reference as it is written, `{{target.page_id}}`.
    public var description: String {
        switch self {
        case .post(let field): "{{post.\(field.rawValue)}}"
        case .secret(let name): "{{secret.\(name)}}"
        case .target(let name): "{{target.\(name)}}"
        case .channel(let field): "{{channel.\(field.rawValue)}}"
        case .captured(let step, let name): "{{steps.\(step).\(name)}}"
        case .oauth(let field): "{{oauth.\(field.rawValue)}}"
        case .media(let field): "{{media.\(field.rawValue)}}"
        case .receipt(let field): "{{receipt.\(field.rawValue)}}"
        }
    }

    /// Whether a text can name a secret, a target, a step or a captured value: a letter, then letters, digits and
    /// underscores, all lower-case ASCII.
    public static func isName(_ text: String) -> Bool {
        text.wholeMatch(of: /[a-z][a-z0-9_]{0,39}/) != nil
    }

    /// Reads what stands between the braces.
    init(inside text: String) throws(TemplateSyntaxError) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 2, !text.contains(" ") else { throw .malformed(text) }
        switch (parts[0], parts.count) {
        case ("post", 2): self = .post(try TemplateReference.field(parts[1], of: "post"))
        case ("channel", 2): self = .channel(try TemplateReference.field(parts[1], of: "channel"))
        case ("oauth", 2): self = .oauth(try TemplateReference.field(parts[1], of: "oauth"))
        case ("media", 2): self = .media(try TemplateReference.field(parts[1], of: "media"))
        case ("receipt", 2): self = .receipt(try TemplateReference.field(parts[1], of: "receipt"))
        case ("secret", 2) where TemplateReference.isName(parts[1]): self = .secret(parts[1])
        case ("target", 2) where TemplateReference.isName(parts[1]): self = .target(parts[1])
        case ("steps", 3) where TemplateReference.isName(parts[1]) && TemplateReference.isName(parts[2]):
            self = .captured(step: parts[1], name: parts[2])
        case ("post", _), ("channel", _), ("receipt", _), ("oauth", _), ("media", _), ("secret", _), ("target", _),
            ("steps", _):
            throw .malformed(text)
        default: throw .unknownNamespace(parts[0])
        }
    }

    private static func field<Field: RawRepresentable & CaseIterable>(
        _ name: String, of namespace: String
    ) throws(TemplateSyntaxError) -> Field where Field.RawValue == String {
        guard let field = Field(rawValue: name) else {
            throw .unknownField(namespace: namespace, name: name, known: Field.allCases.map(\.rawValue))
        }
        return field
    }
}
