/// An observance in one year for some units, with slots.
public struct Campaign: Sendable, Hashable, Codable {
    /// Made of playbook, year and unit: planning the same again finds the same campaign.
    public let id: Slug
    public let name: LocalizedText
    public let playbook: Slug
    public let observance: Slug
    public let year: Int
    /// The unit or committee that answers for the campaign.
    public let owner: Slug
    public let units: [Slug]
    public let range: DayRange
    public let zone: Zone
    public let author: String
    public let createdAt: Instant

    public init(
        id: Slug,
        name: LocalizedText,
        playbook: Slug,
        observance: Slug,
        year: Int,
        owner: Slug,
        units: [Slug],
        range: DayRange,
        zone: Zone,
        author: String,
        createdAt: Instant
    ) {
        self.id = id
        self.name = name
        self.playbook = playbook
        self.observance = observance
        self.year = year
        self.owner = owner
        self.units = units
        self.range = range
        self.zone = zone
        self.author = author
        self.createdAt = createdAt
    }
}

/// Where a slot takes place.
public enum SlotPlace: Sendable, Hashable, Codable {
    case channel(Slug, ChannelKind)
    case session(SessionForm, level: SchoolLevel?)
}

/// One planned post or session in a campaign.
public struct Slot: Sendable, Hashable, Codable {
    /// Names the slot within its campaign, the same whenever it is planned again: playbook slot, place, turn.
    public let key: String
    public var unit: Slug
    public var place: SlotPlace
    public var day: Day
    public var time: TimeOfDay
    /// Nil where the library holds nothing that suits; the proposal says so.
    public var material: Slug?
    public let audiences: [Slug]
    public let what: LocalizedText
    public let why: LocalizedText
    /// Who changed it by hand; planning again leaves it as it is.
    public var changedBy: String?
    /// Taken out by a person; kept so that planning again does not bring it back.
    public var isDropped: Bool
    /// What a person wants whoever carries it out or approves it to know.
    public var note: String?

    public init(
        key: String,
        unit: Slug,
        place: SlotPlace,
        day: Day,
        time: TimeOfDay,
        material: Slug?,
        audiences: [Slug],
        what: LocalizedText,
        why: LocalizedText,
        changedBy: String? = nil,
        isDropped: Bool = false,
        note: String? = nil
    ) {
        self.key = key
        self.unit = unit
        self.place = place
        self.day = day
        self.time = time
        self.material = material
        self.audiences = audiences
        self.what = what
        self.why = why
        self.changedBy = changedBy
        self.isDropped = isDropped
        self.note = note
    }

    public var channel: Slug? {
        guard case .channel(let channel, _) = place else { return nil }
        return channel
    }
}
