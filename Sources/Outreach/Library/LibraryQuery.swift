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
    /// Only what stopped being valid before this day.
    public var endedBefore: Day?
    /// Only what begins to be valid after this day.
    public var beginsAfter: Day?
    public var limit: Int
    /// Go on behind this place of the same question.
    public var after: LibraryCursor?

    public init(
        text: String = "", kind: MaterialKind? = nil, channel: ChannelKind? = nil, audience: Slug? = nil,
        topic: Slug? = nil, state: RevisionState? = nil, validOn: Day? = nil, endedBefore: Day? = nil,
        beginsAfter: Day? = nil, limit: Int = 50, after: LibraryCursor? = nil
    ) {
        self.text = text
        self.kind = kind
        self.channel = channel
        self.audience = audience
        self.topic = topic
        self.state = state
        self.validOn = validOn
        self.endedBefore = endedBefore
        self.beginsAfter = beginsAfter
        self.limit = limit
        self.after = after
    }
}

/// A place in the answer to a question, so that the next page begins where the last one ended, however large the
/// library and whatever was added meanwhile.
public struct LibraryCursor: Sendable, Hashable, LosslessStringConvertible {
    /// How closely the words fit, best is 0.
    public let tier: Int
    /// The entry last shown.
    public let entry: Int

    public init(tier: Int, entry: Int) {
        self.tier = tier
        self.entry = entry
    }

    public init?(_ text: String) {
        guard let match = text.wholeMatch(of: /([0-9])-([0-9]{1,18})/), let tier = Int(match.1),
            let entry = Int(match.2)
        else { return nil }
        self.init(tier: tier, entry: entry)
    }

    public var description: String { "\(tier)-\(entry)" }
}

/// Some entries of a listing, and where to go on.
public struct LibraryPage: Sendable, Hashable {
    public let entries: [LibraryEntry]
    /// Nil where this is the end.
    public let next: LibraryCursor?

    public init(entries: [LibraryEntry], next: LibraryCursor?) {
        self.entries = entries
        self.next = next
    }
}

/// One line of a library listing: a material at its newest revision.
public struct LibraryEntry: Sendable, Hashable {
    public let material: Slug
    public let kind: MaterialKind
    public let title: LocalizedText
    public let summary: String
    public let state: RevisionState
    public let revision: ContentHash
    /// The newest revision's number.
    public let number: Int
    public let author: String
    public let changedAt: Instant
    /// The number of the revision that is used; nil where none was ever approved.
    public let approvedNumber: Int?
    public let validity: Validity
    public let channels: [ChannelKind]
    public let audiences: [Slug]
    public let topics: [Slug]

    public init(
        material: Slug,
        kind: MaterialKind,
        title: LocalizedText,
        summary: String,
        state: RevisionState,
        revision: ContentHash,
        number: Int,
        author: String,
        changedAt: Instant,
        approvedNumber: Int?,
        validity: Validity,
        channels: [ChannelKind],
        audiences: [Slug],
        topics: [Slug]
    ) {
        self.material = material
        self.kind = kind
        self.title = title
        self.summary = summary
        self.state = state
        self.revision = revision
        self.number = number
        self.author = author
        self.changedAt = changedAt
        self.approvedNumber = approvedNumber
        self.validity = validity
        self.channels = channels
        self.audiences = audiences
        self.topics = topics
    }
}
