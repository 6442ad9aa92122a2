/// What a unit is, in the words of the plans and of the state apparatus since 1 July 2025.
public enum UnitKind: String, Sendable, Hashable, Codable, CaseIterable {
    case ministry, province, district, commune, government
    case cultureCentre = "culture-centre"
    case youthUnion = "youth-union"
    case police, front
    case womenUnion = "women-union"
    case education, justice, health, labour, finance, court, procuracy, school, club, association

    /// Where sessions take place.
    public var isPlace: Bool { self == .school || self == .club }
}

/// The levels of school (Luật Giáo dục 2019, Điều 6 and 28).
public enum SchoolLevel: String, Sendable, Hashable, Codable, CaseIterable {
    case preschool, primary
    case lowerSecondary = "lower-secondary"
    case upperSecondary = "upper-secondary"
}

/// A body that works: a dated node of a tree of any depth.
public struct Unit: Sendable, Hashable, Codable {
    public let id: Slug
    public let name: LocalizedText
    public let kind: UnitKind
    public let parent: Slug?
    /// The days on which the unit exists.
    public let validity: Validity
    /// The days on which it is an area to reach first; nil where it never was. It marks a place, never a case.
    public let priority: Validity?
    public let level: SchoolLevel?
    /// The units it took over: renames, merges and splits.
    public let succeeds: [Slug]
    /// How it stood earlier, the oldest first: a rename or a move to another parent keeps the unit and its work.
    public let former: [FormerStanding]

    public init(
        id: Slug,
        name: LocalizedText,
        kind: UnitKind,
        parent: Slug? = nil,
        validity: Validity = .always,
        priority: Validity? = nil,
        level: SchoolLevel? = nil,
        succeeds: [Slug] = [],
        former: [FormerStanding] = []
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.parent = parent
        self.validity = validity
        self.priority = priority
        self.level = level
        self.succeeds = succeeds
        self.former = former.sorted { $0.until < $1.until }
    }

    private enum CodingKeys: String, CodingKey {
        case id, name, kind, parent, validity, isPriority, priority, level, succeeds, former
    }

    /// Units written down before there were former standings have none; a priority without days is one of always.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try values.decode(Slug.self, forKey: .id),
            name: try values.decode(LocalizedText.self, forKey: .name),
            kind: try values.decode(UnitKind.self, forKey: .kind),
            parent: try values.decodeIfPresent(Slug.self, forKey: .parent),
            validity: try values.decode(Validity.self, forKey: .validity),
            priority: try values.decodeIfPresent(Validity.self, forKey: .priority)
                ?? (try values.decode(Bool.self, forKey: .isPriority) ? .always : nil),
            level: try values.decodeIfPresent(SchoolLevel.self, forKey: .level),
            succeeds: try values.decode([Slug].self, forKey: .succeeds),
            former: try values.decodeIfPresent([FormerStanding].self, forKey: .former) ?? [])
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(id, forKey: .id)
        try values.encode(name, forKey: .name)
        try values.encode(kind, forKey: .kind)
        try values.encodeIfPresent(parent, forKey: .parent)
        try values.encode(validity, forKey: .validity)
        try values.encode(priority != nil, forKey: .isPriority)
        if priority != .always { try values.encodeIfPresent(priority, forKey: .priority) }
        try values.encodeIfPresent(level, forKey: .level)
        try values.encode(succeeds, forKey: .succeeds)
        try values.encode(former, forKey: .former)
    }
}

/// The name and the parent a unit had until a day, where they were others than afterwards.
public struct FormerStanding: Sendable, Hashable, Codable {
    /// The last day on which it stood so.
    public let until: Day
    /// Nil where the name was the same as afterwards.
    public let name: LocalizedText?
    /// Nil where the parent was the same as afterwards.
    public let parent: Slug?

    public init(until: Day, name: LocalizedText? = nil, parent: Slug? = nil) {
        self.until = until
        self.name = name
        self.parent = parent
    }
}

extension Unit {
    /// Every parent it has had, with the days on which it was under it; the oldest first.
    var parents: [(parent: Slug, during: Validity)] {
        var spans: [(parent: Slug, during: Validity)] = []
        var from: Day?
        for index in former.indices {
            let parent = former[index...].lazy.compactMap(\.parent).first ?? self.parent
            if let parent { spans.append((parent, Validity(from: from, until: former[index].until))) }
            from = former[index].until + 1
        }
        if let parent { spans.append((parent, Validity(from: from))) }
        return spans
    }

    /// The unit above it on a day.
    public func parent(on day: Day) -> Slug? {
        // Most never had but one.
        former.isEmpty ? parent : parents.first { $0.during.contains(day) }?.parent
    }

    /// The name it had on a day.
    public func name(on day: Day) -> LocalizedText {
        former.lazy.filter { day <= $0.until }.compactMap(\.name).first ?? name
    }

    /// Every name it has had; people go on using an old one, and some use the new one of earlier days.
    public var names: [LocalizedText] { [name] + former.compactMap(\.name) }
}
