/// What a unit is, in the words of the plans and of the state apparatus since 1 July 2025.
public enum UnitKind: String, Sendable, Hashable, Codable, CaseIterable {
    case ministry, province, district, commune, government
    case cultureCentre = "culture-centre"
    case youthUnion = "youth-union"
    case police, front
    case womenUnion = "women-union"
    case education, justice, health, labour, finance, court, procuracy, school, club, association
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
    /// An area to reach first. It marks a place, never a case.
    public let isPriority: Bool
    public let level: SchoolLevel?
    /// The units it took over: renames, merges and splits.
    public let succeeds: [Slug]

    public init(
        id: Slug,
        name: LocalizedText,
        kind: UnitKind,
        parent: Slug? = nil,
        validity: Validity = .always,
        isPriority: Bool = false,
        level: SchoolLevel? = nil,
        succeeds: [Slug] = []
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.parent = parent
        self.validity = validity
        self.isPriority = isPriority
        self.level = level
        self.succeeds = succeeds
    }
}

/// A committee: an overlay on the tree with a standing unit and members, not a level of it.
public struct Committee: Sendable, Hashable, Codable {
    public let id: Slug
    public let name: LocalizedText
    public let area: Slug
    /// The unit that collects and signs for the committee.
    public let standing: Slug
    public let members: [Slug]
    public let validity: Validity

    public init(
        id: Slug,
        name: LocalizedText,
        area: Slug,
        standing: Slug,
        members: [Slug],
        validity: Validity = .always
    ) {
        self.id = id
        self.name = name
        self.area = area
        self.standing = standing
        self.members = members
        self.validity = validity
    }
}
