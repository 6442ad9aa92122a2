/// Whom a material, post or session is for.
public struct Audience: Sendable, Hashable, Codable {
    public let id: Slug
    public let name: LocalizedText
    /// Children themselves, as opposed to adults around them.
    public let isChildren: Bool

    public init(id: Slug, name: LocalizedText, isChildren: Bool) {
        self.id = id
        self.name = name
        self.isChildren = isChildren
    }
}

/// What a material is about.
public struct Topic: Sendable, Hashable, Codable {
    public let id: Slug
    public let name: LocalizedText

    public init(id: Slug, name: LocalizedText) {
        self.id = id
        self.name = name
    }
}

/// A telephone number to turn to, with the days on which it is right to print it.
public struct HelpLine: Sendable, Hashable, Codable {
    public let number: String
    public let name: LocalizedText
    /// How an announcer says it.
    public let spoken: String
    public let isFree: Bool
    public let hours: String
    public let validity: Validity
    public let replacedBy: String?
    /// Other ways to the same place: applications, sites.
    public let also: [String]
    public let source: String

    public init(
        number: String,
        name: LocalizedText,
        spoken: String,
        isFree: Bool,
        hours: String,
        validity: Validity,
        replacedBy: String? = nil,
        also: [String] = [],
        source: String
    ) {
        self.number = number
        self.name = name
        self.spoken = spoken
        self.isFree = isFree
        self.hours = hours
        self.validity = validity
        self.replacedBy = replacedBy
        self.also = also
        self.source = source
    }
}

/// Audiences, topics and help lines: the closed lists that other content refers to.
public struct Taxonomy: Sendable, Hashable, Codable {
    public let audiences: [Audience]
    public let topics: [Topic]
    public let helpLines: [HelpLine]

    public init(audiences: [Audience], topics: [Topic], helpLines: [HelpLine]) {
        self.audiences = audiences
        self.topics = topics
        self.helpLines = helpLines
    }

    public static let empty = Taxonomy(audiences: [], topics: [], helpLines: [])
}
