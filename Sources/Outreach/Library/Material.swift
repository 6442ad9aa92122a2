/// What a material is.
public enum MaterialKind: String, Sendable, Hashable, Codable, CaseIterable {
    case article, clip
    case radioScript = "radio-script"
    case poster, leaflet
    case sessionKit = "session-kit"
    case hotlineNotice = "hotline-notice"
}

/// The language a material is written in; free printed matter is reported by it (Biểu 10/BTP/PBGDPL).
public enum MaterialLanguage: String, Sendable, Hashable, Codable, CaseIterable {
    case vietnamese, khmer, hmong, tay, thai, muong, nung, dao, jarai, ede, bahnar, cham, chinese, english
    case otherMinority = "other-minority"
}

/// The SHA-256 of some bytes in lower-case hexadecimal.
public struct ContentHash: Sendable, Hashable, Comparable, LosslessStringConvertible, Codable {
    public let description: String

    public init?(_ text: String) {
        var text = text
        guard text.withUTF8({ $0.count == 64 && $0.allSatisfy(ContentHash.isDigit) }) else { return nil }
        description = text
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
        default: false
        }
    }

    /// The first twelve digits: enough to tell revisions apart on a screen.
    public var short: String { String(description.prefix(12)) }

    public static func < (left: ContentHash, right: ContentHash) -> Bool { left.description < right.description }

    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let hash = ContentHash(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "not a content hash: \(text)"))
        }
        self = hash
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// A picture, sound or film of a material, kept in the media store under its hash.
public struct MediaFile: Sendable, Hashable, Codable {
    public let name: String
    /// What it shows, for those who cannot see it.
    public let alternativeText: String
    public let hash: ContentHash

    public init(name: String, alternativeText: String, hash: ContentHash) {
        self.name = name
        self.alternativeText = alternativeText
        self.hash = hash
    }
}

/// The text of a material fitted to one kind of channel.
public struct Variant: Sendable, Hashable, Codable {
    public let channelKind: ChannelKind
    public let text: String

    public init(channelKind: ChannelKind, text: String) {
        self.channelKind = channelKind
        self.text = text
    }
}

/// What a material says: everything its hash is taken over.
public struct MaterialContent: Sendable, Hashable, Codable {
    public let material: Slug
    public let kind: MaterialKind
    public let title: LocalizedText
    public let summary: String
    public let audiences: [Slug]
    public let topics: [Slug]
    /// The law, decree or source it rests on.
    public let source: String
    /// The length when played, for clips and radio scripts.
    public let duration: Duration?
    /// The level of school, for session kits.
    public let level: SchoolLevel?
    public let validity: Validity
    public let media: [MediaFile]
    /// The full text, in Markdown.
    public let body: String
    public let variants: [Variant]
    /// Nil for Vietnamese.
    public let language: MaterialLanguage?

    public init(
        material: Slug,
        kind: MaterialKind,
        title: LocalizedText,
        summary: String,
        audiences: [Slug],
        topics: [Slug],
        source: String,
        duration: Duration? = nil,
        level: SchoolLevel? = nil,
        validity: Validity = .always,
        media: [MediaFile] = [],
        body: String,
        variants: [Variant],
        language: MaterialLanguage? = nil
    ) {
        self.material = material
        self.kind = kind
        self.title = title
        self.summary = summary
        self.audiences = audiences
        self.topics = topics
        self.source = source
        self.duration = duration
        self.level = level
        self.validity = validity
        self.media = media
        self.body = body
        self.variants = variants
        self.language = language == .vietnamese ? nil : language
    }

    public func variant(for kind: ChannelKind) -> Variant? {
        variants.first { $0.channelKind == kind }
    }
}
