/// What to look for in the library; empty parts ask nothing.
public struct LibraryQuery: Sendable, Hashable {
    public var text: String
    public var kind: MaterialKind?
    public var channel: ChannelKind?
    public var audience: Slug?
    public var topic: Slug?
    public var state: RevisionState?
    /// Only what is valid on this day.
    public var validOn: Day?
    public var limit: Int

    public init(
        text: String = "", kind: MaterialKind? = nil, channel: ChannelKind? = nil, audience: Slug? = nil,
        topic: Slug? = nil, state: RevisionState? = nil, validOn: Day? = nil, limit: Int = 50
    ) {
        self.text = text
        self.kind = kind
        self.channel = channel
        self.audience = audience
        self.topic = topic
        self.state = state
        self.validOn = validOn
        self.limit = limit
    }
}

/// One line of a library listing.
public struct LibraryEntry: Sendable, Hashable {
    public let material: Slug
    public let kind: MaterialKind
    public let title: LocalizedText
    public let state: RevisionState
    public let revision: ContentHash
    public let validity: Validity

    public init(
        material: Slug,
        kind: MaterialKind,
        title: LocalizedText,
        state: RevisionState,
        revision: ContentHash,
        validity: Validity
    ) {
        self.material = material
        self.kind = kind
        self.title = title
        self.state = state
        self.revision = revision
        self.validity = validity
    }
}
