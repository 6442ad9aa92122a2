/// One place to publish: a preset with the values that make it this page, this group, this loudspeaker cluster.
public struct Channel: Sendable, Hashable {
    /// The channel on which a newcomer sees a message arrive at this very server: nothing on it is planned or counted.
    public static let trial = Slug("kenh-thu")

    public let slug: Slug
    public let preset: Slug
    /// Whose channel it is.
    public let unit: Slug
    public let name: LocalizedText
    /// A value for every target name of the preset.
    public let target: [String: String]
    /// Whom it reaches; empty for anyone.
    public let audiences: [Slug]
    /// In place of the preset's windows; nil keeps those.
    public let windows: [PostingWindow]?
    /// In place of the preset's limit; nil keeps that.
    public let dailyLimit: Int?
    /// The stored secret for a secret name of the preset, where it is not `<slug>.<name>`.
    public let secretNames: [String: String]
    /// Whether reminders of reports may go through it: a group of colleagues, not the public.
    public let takesReminders: Bool
    public let isEnabled: Bool

    public init(
        slug: Slug,
        preset: Slug,
        unit: Slug,
        name: LocalizedText,
        target: [String: String] = [:],
        audiences: [Slug] = [],
        windows: [PostingWindow]? = nil,
        dailyLimit: Int? = nil,
        secretNames: [String: String] = [:],
        takesReminders: Bool = false,
        isEnabled: Bool
    ) {
        self.slug = slug
        self.preset = preset
        self.unit = unit
        self.name = name
        self.target = target
        self.audiences = audiences
        self.windows = windows
        self.dailyLimit = dailyLimit
        self.secretNames = secretNames
        self.takesReminders = takesReminders
        self.isEnabled = isEnabled
    }

    /// What a target value begins with that is still to be filled in; a channel that has one cannot be enabled.
    public static let placeholder = "FILL-IN"

    /// The names of the target values still to be filled in, sorted.
    public var placeholders: [String] {
        target.filter { $0.value.hasPrefix(Channel.placeholder) }.keys.sorted()
    }
}
