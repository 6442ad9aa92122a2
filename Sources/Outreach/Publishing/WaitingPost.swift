/// A post in review, with as much of it as a list of what waits to be approved needs.
public struct WaitingPost: Sendable, Hashable {
    public let id: Identifier<Post>
    public let unit: Slug
    public let channel: Slug
    public let campaign: Slug?
    public let title: String
    public let moment: Instant
    public let zone: Zone
    public let author: String
    public let editors: Set<String>

    public init(
        id: Identifier<Post>, unit: Slug, channel: Slug, campaign: Slug?, title: String, moment: Instant, zone: Zone,
        author: String, editors: Set<String>
    ) {
        self.id = id
        self.unit = unit
        self.channel = channel
        self.campaign = campaign
        self.title = title
        self.moment = moment
        self.zone = zone
        self.author = author
        self.editors = editors
    }

    /// Whether this user had a hand in what it says.
    public func isWork(of user: String) -> Bool { author == user || editors.contains(user) }
}
