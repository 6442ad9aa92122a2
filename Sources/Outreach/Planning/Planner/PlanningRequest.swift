/// Everything a campaign is planned from; the order of its lists never changes the plan.
public struct PlanningRequest: Sendable, Hashable {
    public var campaign: Slug
    public var playbook: Playbook
    /// The days of the observance.
    public var range: DayRange
    public var units: [PlanningUnit]
    /// Channels of other units are left alone.
    public var channels: [PlanningChannel]
    /// The materials that may be used: approved, not withdrawn.
    public var library: [PlanningMaterial]
    /// Slots that stay exactly as they are: changed or dropped by a person, or already posts.
    public var kept: [Slot]
    /// Posts on these channels that belong to no slot of this campaign.
    public var occupied: [OccupiedPlace]
    /// Nothing is planned on days before; nil plans the past too.
    public var today: Day?
    /// Names of audiences and topics for the notes.
    public var taxonomy: Taxonomy

    public init(
        campaign: Slug,
        playbook: Playbook,
        range: DayRange,
        units: [PlanningUnit],
        channels: [PlanningChannel],
        library: [PlanningMaterial],
        kept: [Slot] = [],
        occupied: [OccupiedPlace] = [],
        today: Day? = nil,
        taxonomy: Taxonomy = .empty
    ) {
        self.campaign = campaign
        self.playbook = playbook
        self.range = range
        self.units = units
        self.channels = channels
        self.library = library
        self.kept = kept
        self.occupied = occupied
        self.today = today
        self.taxonomy = taxonomy
    }
}

/// A unit that takes part in a campaign.
public struct PlanningUnit: Sendable, Hashable {
    public let id: Slug
    public let name: LocalizedText
    public let holdsSessions: Bool
    /// A school's level: it is given no sessions of another level.
    public let level: SchoolLevel?

    public init(id: Slug, name: LocalizedText, holdsSessions: Bool, level: SchoolLevel? = nil) {
        self.id = id
        self.name = name
        self.holdsSessions = holdsSessions
        self.level = level
    }

    public init(_ unit: Unit, holdsSessions: Bool) {
        self.init(id: unit.id, name: unit.name, holdsSessions: holdsSessions, level: unit.level)
    }
}

/// A place and time taken by a post outside the campaign.
public struct OccupiedPlace: Sendable, Hashable {
    public let channel: Slug
    public let day: Day
    public let time: TimeOfDay
    public let material: Slug?

    public init(channel: Slug, day: Day, time: TimeOfDay, material: Slug?) {
        self.channel = channel
        self.day = day
        self.time = time
        self.material = material
    }
}
