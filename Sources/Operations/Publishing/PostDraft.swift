public import Outreach

/// A post as somebody asks for it, before it is made up from the library.
public struct PostDraft: Sendable, Hashable {
    public var channel: Slug
    public var material: Slug?
    /// In place of the material's title.
    public var title: String?
    /// In place of the material's variant.
    public var text: String?
    public var link: String?
    public var audiences: [Slug] = []
    public var day: Day
    public var time: TimeOfDay
    public var tolerance: Duration?
    public var campaign: Slug?
    public var slotKey: String?

    public init(channel: Slug, material: Slug? = nil, day: Day, time: TimeOfDay) {
        self.channel = channel
        self.material = material
        self.day = day
        self.time = time
    }
}
