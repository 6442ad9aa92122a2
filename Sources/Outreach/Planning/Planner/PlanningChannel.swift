/// What the planner needs to know of a channel.
public struct PlanningChannel: Sendable, Hashable {
    public let id: Slug
    public let name: LocalizedText
    public let unit: Slug
    public let kind: ChannelKind
    /// Whom it reaches; empty, or with the public among them, for anyone.
    public let audiences: [Slug]
    public let hours: PostingHours
    /// Posts on one day at most; nil for any number.
    public let dailyLimit: Int?
    /// Minutes from one post to the next, at least 1.
    public let minutesApart: Int

    public init(
        id: Slug,
        name: LocalizedText,
        unit: Slug,
        kind: ChannelKind,
        audiences: [Slug] = [],
        hours: PostingHours = .always,
        dailyLimit: Int? = nil,
        minutesApart: Int = PlanningChannel.usualMinutesApart
    ) {
        self.id = id
        self.name = name
        self.unit = unit
        self.kind = kind
        self.audiences = audiences
        self.hours = hours
        self.dailyLimit = dailyLimit
        self.minutesApart = minutesApart
    }

    public init(_ channel: ResolvedChannel) {
        self.init(
            id: channel.slug,
            name: channel.channel.name,
            unit: channel.channel.unit,
            kind: channel.kind,
            audiences: channel.channel.audiences,
            hours: channel.hours,
            dailyLimit: channel.dailyLimit)
    }

    /// Two posts within an hour push each other out of sight on a page, and tire those who hear a loudspeaker.
    public static let usualMinutesApart = 60

    /// The audience that stands for everyone in the list of audiences.
    static let everyone = "public"

    /// Those of `wanted` the channel reaches, sorted.
    func reached(of wanted: [Slug]) -> [Slug] {
        let reachesEveryone = audiences.isEmpty || audiences.contains { $0.description == PlanningChannel.everyone }
        let reached = reachesEveryone ? wanted : wanted.filter(audiences.contains)
        return Set(reached).sorted()
    }

    /// Whether it is closed at a time because of its quiet hours, whatever its windows say.
    func isQuiet(_ time: TimeOfDay) -> Bool {
        guard let quiet = hours.quietHours?.minutes else { return false }
        return quiet.contains(time.minutes) || quiet.contains(time.minutes + 1440)
    }
}
