/// A committee: an overlay on the tree with a standing unit and members, not a level of it.
public struct Committee: Sendable, Hashable, Codable {
    public let id: Slug
    public let name: LocalizedText
    public let area: Slug
    /// The unit that collects and signs for the committee.
    public let standing: Slug
    /// Who belongs to it and when, in the order of its reports; a unit that left and came back stands here twice.
    public let memberships: [Membership]
    public let validity: Validity

    public init(
        id: Slug,
        name: LocalizedText,
        area: Slug,
        standing: Slug,
        memberships: [Membership],
        validity: Validity = .always
    ) {
        self.id = id
        self.name = name
        self.area = area
        self.standing = standing
        self.memberships = memberships
        self.validity = validity
    }

    /// With members who belong to it all the time.
    public init(
        id: Slug,
        name: LocalizedText,
        area: Slug,
        standing: Slug,
        members: [Slug],
        validity: Validity = .always
    ) {
        self.init(
            id: id, name: name, area: area, standing: standing, memberships: members.map { Membership(unit: $0) },
            validity: validity)
    }

    private enum CodingKeys: String, CodingKey {
        case id, name, area, standing, validity
        case memberships = "members"
    }
}

extension Committee {
    /// Everybody who ever belonged to it, each once.
    public var members: [Slug] {
        var seen: Set<Slug> = []
        return memberships.map(\.unit).filter { seen.insert($0).inserted }
    }

    /// Those who belong to it on some day of a range.
    public func members(during range: DayRange) -> [Slug] {
        var seen: Set<Slug> = []
        return memberships.filter { $0.validity.overlaps(range) }.map(\.unit).filter { seen.insert($0).inserted }
    }
}

/// That a unit belongs to a committee, and on which days.
public struct Membership: Sendable, Hashable, Codable {
    public let unit: Slug
    public let validity: Validity

    public init(unit: Slug, validity: Validity = .always) {
        self.unit = unit
        self.validity = validity
    }

    private enum CodingKeys: String, CodingKey {
        case unit, validity
    }

    /// A member of always is written as its name alone, as all were before there were days.
    public init(from decoder: any Decoder) throws {
        if let unit = try? decoder.singleValueContainer().decode(Slug.self) {
            self.init(unit: unit)
            return
        }
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            unit: try values.decode(Slug.self, forKey: .unit),
            validity: try values.decode(Validity.self, forKey: .validity))
    }

    public func encode(to encoder: any Encoder) throws {
        if validity == .always {
            var value = encoder.singleValueContainer()
            try value.encode(unit)
        } else {
            var values = encoder.container(keyedBy: CodingKeys.self)
            try values.encode(unit, forKey: .unit)
            try values.encode(validity, forKey: .validity)
        }
    }
}
