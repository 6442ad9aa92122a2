/// What the planner needs to know of a material: its newest approved revision without the texts.
public struct PlanningMaterial: Sendable, Hashable {
    public let slug: Slug
    public let title: LocalizedText
    public let kind: MaterialKind
    public let audiences: [Slug]
    public let topics: [Slug]
    /// The channel kinds it has a variant for.
    public let channelKinds: [ChannelKind]
    public let validity: Validity
    public let level: SchoolLevel?
    /// How often it was used before this campaign; among equals what was never used comes first.
    public let timesUsed: Int

    public init(
        slug: Slug,
        title: LocalizedText,
        kind: MaterialKind,
        audiences: [Slug],
        topics: [Slug],
        channelKinds: [ChannelKind],
        validity: Validity = .always,
        level: SchoolLevel? = nil,
        timesUsed: Int = 0
    ) {
        self.slug = slug
        self.title = title
        self.kind = kind
        self.audiences = audiences
        self.topics = topics
        self.channelKinds = channelKinds
        self.validity = validity
        self.level = level
        self.timesUsed = timesUsed
    }

    public init(_ content: MaterialContent, timesUsed: Int = 0) {
        self.init(
            slug: content.material,
            title: content.title,
            kind: content.kind,
            audiences: content.audiences,
            topics: content.topics,
            channelKinds: content.variants.map(\.channelKind),
            validity: content.validity,
            level: content.level,
            timesUsed: timesUsed)
    }

    /// Whether it tells people of Hotline 111, the national hotline for child protection (Nghị định 56/2017/NĐ-CP,
    /// Điều 22–23).
    public var speaksOfHotline: Bool {
        kind == .hotlineNotice || topics.contains { $0.description == "hotline-111" }
    }

    /// Whether a session of this level may use it: a session kit only at its own level.
    func suits(level wanted: SchoolLevel?) -> Bool {
        guard let wanted else { return true }
        return kind == .sessionKit ? level == wanted : level == nil || level == wanted
    }
}
