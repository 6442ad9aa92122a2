/// A day relative to an observance: counted from its first day, or its last day whatever its length.
public enum PlaybookDay: Sendable, Hashable, Codable {
    /// 0 is the first day; negative days come before it.
    case day(Int)
    case last

    public func day(of range: DayRange) -> Day {
        switch self {
        case .day(let count): range.first + count
        case .last: range.last
        }
    }
}

/// On which days a playbook slot falls: once, or every few days over a stretch.
public struct PlaybookDays: Sendable, Hashable, Codable {
    public let from: PlaybookDay
    /// The end of the stretch; nil for a single day.
    public let to: PlaybookDay?
    /// Days from one to the next, at least 1.
    public let every: Int

    public init(from: PlaybookDay, to: PlaybookDay? = nil, every: Int = 1) {
        self.from = from
        self.to = to
        self.every = every
    }

    public func days(in range: DayRange) -> [Day] {
        let first = from.day(of: range)
        let last = to?.day(of: range) ?? first
        guard first <= last else { return [] }
        return stride(from: first.julianDay, through: last.julianDay, by: max(1, every)).map(Day.init(julianDay:))
    }
}

/// Which materials suit a slot; an empty list asks nothing.
public struct MaterialCriteria: Sendable, Hashable, Codable {
    public let kinds: [MaterialKind]
    public let topics: [Slug]
    public let slugs: [Slug]

    public init(kinds: [MaterialKind] = [], topics: [Slug] = [], slugs: [Slug] = []) {
        self.kinds = kinds
        self.topics = topics
        self.slugs = slugs
    }
}

/// What a slot leads to: posts on channels, or a session in the field.
public enum SlotForm: Sendable, Hashable, Codable {
    /// One post on every channel of these kinds.
    case posts([ChannelKind])
    /// One session of every unit that holds sessions.
    case session(SessionForm, level: SchoolLevel?)
}

/// One line of a playbook.
public struct PlaybookSlot: Sendable, Hashable, Codable {
    public let id: Slug
    public let what: LocalizedText
    public let why: LocalizedText
    public let days: PlaybookDays
    public let time: TimeOfDay
    public let form: SlotForm
    public let materials: MaterialCriteria
    public let audiences: [Slug]

    public init(
        id: Slug,
        what: LocalizedText,
        why: LocalizedText,
        days: PlaybookDays,
        time: TimeOfDay,
        form: SlotForm,
        materials: MaterialCriteria,
        audiences: [Slug]
    ) {
        self.id = id
        self.what = what
        self.why = why
        self.days = days
        self.time = time
        self.form = form
        self.materials = materials
        self.audiences = audiences
    }
}

/// A reusable pattern of slots relative to an observance.
public struct Playbook: Sendable, Hashable, Codable {
    public let id: Slug
    public let name: LocalizedText
    public let observance: Slug
    /// Each must be covered by at least one slot.
    public let audiences: [Slug]
    /// A Hotline 111 item comes at least once in every stretch of so many days.
    public let hotlineEvery: Int
    /// Days before the same material may stand on the same channel again.
    public let spacing: Int
    public let slots: [PlaybookSlot]

    public init(
        id: Slug,
        name: LocalizedText,
        observance: Slug,
        audiences: [Slug],
        hotlineEvery: Int,
        spacing: Int,
        slots: [PlaybookSlot]
    ) {
        self.id = id
        self.name = name
        self.observance = observance
        self.audiences = audiences
        self.hotlineEvery = hotlineEvery
        self.spacing = spacing
        self.slots = slots
    }
}
