/// What a material has to be for one slot in one kind of place.
struct MaterialNeed: Hashable {
    enum Form: Hashable {
        case post(ChannelKind)
        case session(level: SchoolLevel?)
    }

    /// What the planner itself asks of a material, where no slot of the playbook does.
    enum Purpose: Hashable {
        case playbook
        case hotline
        /// To reach an audience; kits stay with sessions, and topics of the playbook fit better.
        case audience(topics: [Slug])
    }

    let form: Form
    /// Any of these, each list empty for no demand.
    let criteria: MaterialCriteria
    /// Whom it is for: the material must be for one of them, if any is named.
    let audiences: [Slug]
    let purpose: Purpose

    init(
        place: SlotPlace,
        criteria: MaterialCriteria = MaterialCriteria(),
        audiences: [Slug],
        purpose: Purpose = .playbook
    ) {
        switch place {
        case .channel(_, let kind): form = .post(kind)
        case .session(_, let level): form = .session(level: level)
        }
        self.criteria = criteria
        self.audiences = audiences
        self.purpose = purpose
    }

    /// Nil where the material does not suit.
    func fit(of material: PlanningMaterial) -> Fit? {
        guard suitsForm(material),
            criteria.kinds.isEmpty || criteria.kinds.contains(material.kind),
            criteria.slugs.isEmpty || criteria.slugs.contains(material.slug)
        else { return nil }
        let audiences = material.audiences.count(where: self.audiences.contains)
        guard self.audiences.isEmpty || audiences > 0 else { return nil }
        let topics = material.topics.count(where: criteria.topics.contains)
        switch purpose {
        case .playbook:
            return criteria.topics.isEmpty || topics > 0 ? Fit(topics: topics, audiences: audiences) : nil
        case .hotline:
            return material.speaksOfHotline ? Fit(topics: 0, audiences: audiences) : nil
        case .audience(let preferred):
            let isForSessions = if case .session = form { true } else { false }
            guard isForSessions == (material.kind == .sessionKit) else { return nil }
            return Fit(topics: material.topics.count(where: preferred.contains), audiences: audiences)
        }
    }

    private func suitsForm(_ material: PlanningMaterial) -> Bool {
        switch form {
        case .post(let kind): material.channelKinds.contains(kind)
        case .session(let level): material.suits(level: level)
        }
    }
}

/// How well a material suits: shared topics count before shared audiences.
struct Fit: Hashable, Comparable {
    let topics: Int
    let audiences: Int

    static func < (left: Fit, right: Fit) -> Bool {
        (left.topics, left.audiences) < (right.topics, right.audiences)
    }
}
