/// The forms of face-to-face activity the plans name.
public enum SessionForm: String, Sendable, Hashable, Codable, CaseIterable {
    case schoolSession = "school-session"
    case clubMeeting = "club-meeting"
    case seminar, contest, performance, conference, training
    case householdVisit = "household-visit"
}

/// How the number of those present was found.
public enum CountingMethod: String, Sendable, Hashable, Codable, CaseIterable {
    case counted, estimated
    case fromRecords = "from-records"
}

/// How many of one audience were present: a number, never names.
public struct Attendance: Sendable, Hashable, Codable {
    public let audience: Slug
    /// Turns (lượt): one person at two sessions is two.
    public let turns: Int
    /// Of these; nil where it is not known.
    public let female: Int?
    public let male: Int?

    public init(audience: Slug, turns: Int, female: Int? = nil, male: Int? = nil) {
        self.audience = audience
        self.turns = turns
        self.female = female
        self.male = male
    }
}

/// Printed matter handed out at a session.
public struct Handout: Sendable, Hashable, Codable {
    public let material: Slug
    public let quantity: Int

    public init(material: Slug, quantity: Int) {
        self.material = material
        self.quantity = quantity
    }
}

/// One face-to-face activity.
public struct Session: Sendable, Hashable, Codable {
    /// Made by whoever creates the session; nothing but an import hands out anew what it has made itself.
    public var id: Identifier<Session>
    /// The unit it counts for.
    public let unit: Slug
    /// Units that held it together with the owner; the session still counts once.
    public let coHosts: [Slug]
    public let day: Day
    public let time: TimeOfDay?
    public let zone: Zone
    public let place: String
    /// The school or club as a unit, where it is one; found by its name where nobody chose it.
    public internal(set) var placeUnit: Slug?
    public let form: SessionForm
    public let level: SchoolLevel?
    public let topics: [Slug]
    /// The revision that was used, so that it is known later what was said.
    public let material: Slug?
    public let revision: ContentHash?
    /// Nil where nobody wrote it down.
    public let minutes: Int?
    public let attendance: [Attendance]
    /// Speakers by role: "báo cáo viên", "công an xã".
    public let speakers: [String]
    public let handouts: [Handout]
    public let method: CountingMethod
    public let notes: String
    /// Đồng; nil where not said.
    public let cost: Int?
    public let campaign: Slug?

    public init(
        id: Identifier<Session>,
        unit: Slug,
        coHosts: [Slug] = [],
        day: Day,
        time: TimeOfDay? = nil,
        zone: Zone = .vietnam,
        place: String,
        placeUnit: Slug? = nil,
        form: SessionForm,
        level: SchoolLevel? = nil,
        topics: [Slug] = [],
        material: Slug? = nil,
        revision: ContentHash? = nil,
        minutes: Int?,
        attendance: [Attendance],
        speakers: [String] = [],
        handouts: [Handout] = [],
        method: CountingMethod = .counted,
        notes: String = "",
        cost: Int? = nil,
        campaign: Slug? = nil
    ) {
        self.id = id
        self.unit = unit
        self.coHosts = coHosts
        self.day = day
        self.time = time
        self.zone = zone
        self.place = place
        self.placeUnit = placeUnit
        self.form = form
        self.level = level
        self.topics = topics
        self.material = material
        self.revision = revision
        self.minutes = minutes
        self.attendance = attendance
        self.speakers = speakers
        self.handouts = handouts
        self.method = method
        self.notes = notes
        self.cost = cost
        self.campaign = campaign
    }

    public var turns: Int { attendance.reduce(0) { $0 + $1.turns } }
}
