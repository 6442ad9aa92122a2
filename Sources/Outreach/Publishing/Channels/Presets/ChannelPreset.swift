/// A kind of channel, fully described by one file of data: no network has code of its own.
public struct ChannelPreset: Sendable, Hashable {
    public let slug: Slug
    public let name: LocalizedText
    public let kind: ChannelKind
    public let delivery: ChannelDelivery
    /// The secrets its templates and its signature use, by name; each channel brings its own.
    public let secrets: [String]
    /// The values every channel of this preset gives, by name: a page, a chat, a host.
    public let targets: [String]
    /// What people read beside a value or a secret that is to be filled in, by its name.
    public let labels: [String: LocalizedText]
    public let text: TextLimit?
    /// Which files it takes with a post; nil where files stay behind.
    public let media: MediaLimit?
    /// The longest title, counted as `TextLimit.length(of:)` counts.
    public let titleMaximum: Int?
    public let hours: PostingHours
    /// How many posts a channel sends on one day at most.
    public let dailyLimit: Int?
    /// How long after its moment a post may still go out; nil leaves it to the campaign or `Post.defaultTolerance`.
    public let notAfter: Duration?
    public let source: PresetSource
    /// How figures are read that the network sends by itself; nil where it sends none.
    public let push: MetricPush?

    public init(
        slug: Slug,
        name: LocalizedText,
        kind: ChannelKind,
        delivery: ChannelDelivery,
        secrets: [String] = [],
        targets: [String] = [],
        labels: [String: LocalizedText] = [:],
        text: TextLimit? = nil,
        media: MediaLimit? = nil,
        titleMaximum: Int? = nil,
        hours: PostingHours = .always,
        dailyLimit: Int? = nil,
        notAfter: Duration? = nil,
        source: PresetSource,
        push: MetricPush? = nil
    ) {
        self.slug = slug
        self.name = name
        self.kind = kind
        self.delivery = delivery
        self.secrets = secrets
        self.targets = targets
        self.labels = labels
        self.text = text
        self.media = media
        self.titleMaximum = titleMaximum
        self.hours = hours
        self.dailyLimit = dailyLimit
        self.notAfter = notAfter
        self.source = source
        self.push = push
    }
}

/// How a post gets out.
public enum ChannelDelivery: Sendable, Hashable {
    case webhook(WebhookDelivery)
    case byHand(ByHandDelivery)
}

/// Where a preset's facts come from and the day they were looked up: networks change theirs without a word.
public struct PresetSource: Sendable, Hashable {
    public let title: String
    public let url: String?
    public let date: Day

    public init(title: String, url: String?, date: Day) {
        self.title = title
        self.url = url
        self.date = date
    }
}

/// What a person does where no program can, and what Loa waits for to call it posted.
public struct ByHandDelivery: Sendable, Hashable {
    /// What is written down when it is done.
    public enum Record: String, Sendable, Hashable, CaseIterable {
        /// The address of what was put up.
        case link
        /// When and how often a loudspeaker played it.
        case playLog = "play-log"
        /// How many pieces, and where.
        case quantity
    }

    public let steps: [LocalizedText]
    public let waitFor: Record

    public init(steps: [LocalizedText], waitFor: Record) {
        self.steps = steps
        self.waitFor = waitFor
    }
}
