/// What a calendar shows of a post: when and where, without its text.
public struct CalendarPost: Sendable, Hashable {
    public let id: Identifier<Post>
    public let unit: Slug
    public let channel: Slug
    public let campaign: Slug?
    public let slotKey: String?
    public let material: Slug?
    public let title: String
    public let moment: Instant
    public let zone: Zone
    public let state: PostState

    public init(
        id: Identifier<Post>, unit: Slug, channel: Slug, campaign: Slug?, slotKey: String?, material: Slug?,
        title: String, moment: Instant, zone: Zone, state: PostState
    ) {
        self.id = id
        self.unit = unit
        self.channel = channel
        self.campaign = campaign
        self.slotKey = slotKey
        self.material = material
        self.title = title
        self.moment = moment
        self.zone = zone
        self.state = state
    }

    /// Where it stands in the calendar of its own zone.
    public var place: (day: Day, time: TimeOfDay) {
        let (day, time, _) = zone.clock(of: moment)
        return (day, time)
    }
}

/// A slot that is not a post (yet), with the campaign it belongs to.
public struct CalendarSlot: Sendable, Hashable {
    public let campaign: Slug
    public let slot: Slot

    public init(campaign: Slug, slot: Slot) {
        self.campaign = campaign
        self.slot = slot
    }
}

/// Which part of the calendar to show; empty parts ask nothing.
public struct CalendarFilter: Sendable, Hashable {
    /// What may be shown: posts in a state, or slots that are no posts yet.
    public enum State: Sendable, Hashable {
        case planned
        case post(PostState)
    }

    public var range: DayRange
    /// A unit or committee with all that lies below it.
    public var unit: Slug?
    public var channel: Slug?
    public var campaign: Slug?
    public var state: State?
    /// Posts at most, and slots at most; what lies beyond is left out and said to be.
    public var limit = 5000
    /// Posts of a day at most, so that a full month does not end with its first days; nil where only ``limit`` counts.
    public var mostOfDay: Int?

    public init(range: DayRange) {
        self.range = range
    }
}
