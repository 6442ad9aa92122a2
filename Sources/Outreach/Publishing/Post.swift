/// The life of a post; `held` is no state but a hold laid over any of them.
public enum PostState: String, Sendable, Hashable, Codable, CaseIterable {
    case draft
    case inReview = "in-review"
    case approved
    /// Claimed: from here bytes may have left.
    case sending
    case posted
    /// To be tried again by itself.
    case retrying
    /// It may have gone out or not, and only a person can tell.
    case unknown
    case failed
    /// Its moment passed; a person decides.
    case missed
    case cancelled
}

/// Who approved exactly what.
public struct Approval: Sendable, Hashable, Codable {
    public let by: String
    public let at: Instant
    /// Over text, media, channel, channel fingerprint and moment.
    public let hash: ContentHash
    /// The safeguarding rules it was held against; under others it is held against them anew before it leaves.
    public let rules: ContentHash?

    public init(by: String, at: Instant, hash: ContentHash, rules: ContentHash? = nil) {
        self.by = by
        self.at = at
        self.hash = hash
        self.rules = rules
    }
}

/// What the receiver gave back, or a person wrote down.
public struct Receipt: Sendable, Hashable, Codable {
    public let remoteID: String?
    public let link: String?
    public let at: Instant

    public init(remoteID: String?, link: String?, at: Instant) {
        self.remoteID = remoteID
        self.link = link
        self.at = at
    }
}

/// One variant, one channel, one moment.
public struct Post: Sendable, Hashable, Codable {
    public let id: Identifier<Post>
    public let unit: Slug
    public let channel: Slug
    public let campaign: Slug?
    public let slotKey: String?
    /// Shared by the occurrences of one repeating post.
    public let series: String?
    public let material: Slug?
    public let revision: ContentHash?
    public var title: String
    public var text: String
    public var link: String?
    public let media: [MediaFile]
    public let audiences: [Slug]
    public var moment: Instant
    public var zone: Zone
    /// After this it is not sent any more.
    public var notAfter: Instant
    public var state: PostState
    public let author: String
    /// Who else changed it; like the author, none of them may approve it.
    public var editors: Set<String>
    public var approval: Approval?
    public var attempts: Int
    /// Of a text that goes out in pieces, so many are out.
    public var partsSent: Int
    /// So many attempts a person has looked into and found nothing out of them.
    public var settledAttempts: Int
    /// So many attempts were made with other words; see ``sendingKey``.
    public var keyedAfter: Int
    public var nextAttemptAt: Instant?
    public var receipt: Receipt?
    /// Why it is where it is, for a person: the last comment, failure or refusal.
    public var reason: Message?
    public let createdAt: Instant

    public init(
        id: Identifier<Post>,
        unit: Slug,
        channel: Slug,
        campaign: Slug? = nil,
        slotKey: String? = nil,
        series: String? = nil,
        material: Slug? = nil,
        revision: ContentHash? = nil,
        title: String,
        text: String,
        link: String? = nil,
        media: [MediaFile] = [],
        audiences: [Slug] = [],
        moment: Instant,
        zone: Zone = .vietnam,
        notAfter: Instant,
        state: PostState = .draft,
        author: String,
        editors: Set<String> = [],
        approval: Approval? = nil,
        attempts: Int = 0,
        partsSent: Int = 0,
        settledAttempts: Int = 0,
        keyedAfter: Int = 0,
        nextAttemptAt: Instant? = nil,
        receipt: Receipt? = nil,
        reason: Message? = nil,
        createdAt: Instant
    ) {
        self.id = id
        self.unit = unit
        self.channel = channel
        self.campaign = campaign
        self.slotKey = slotKey
        self.series = series
        self.material = material
        self.revision = revision
        self.title = title
        self.text = text
        self.link = link
        self.media = media
        self.audiences = audiences
        self.moment = moment
        self.zone = zone
        self.notAfter = notAfter
        self.state = state
        self.author = author
        self.editors = editors
        self.approval = approval
        self.attempts = attempts
        self.partsSent = partsSent
        self.settledAttempts = settledAttempts
        self.keyedAfter = keyedAfter
        self.nextAttemptAt = nextAttemptAt
        self.receipt = receipt
        self.reason = reason
        self.createdAt = createdAt
    }

    /// The key a receiver knows it by. It stays the same over every attempt with the same words; other words have
    /// another, for a receiver that honours keys answers a known one with what it did the first time.
    public var sendingKey: String { keyedAfter == 0 ? id.description : "\(id)-v\(keyedAfter)" }

    /// Whether this user had a hand in what it says.
    public func isWork(of user: String) -> Bool { author == user || editors.contains(user) }

    /// How long after its moment a post may still go out, unless campaign or channel say otherwise.
    public static let defaultTolerance = Duration.seconds(60 * 60)
}
