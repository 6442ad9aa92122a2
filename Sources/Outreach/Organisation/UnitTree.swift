/// The units and committees as a tree that can be asked who lies under whom on a day.
public struct UnitTree: Sendable {
    public let units: [Slug: Unit]
    public let committees: [Slug: Committee]
    /// Who was ever under whom, and when.
    let children: [Slug: [(child: Slug, during: Validity)]]
    /// Who took over from whom.
    let successors: [Slug: [Slug]]
    /// The units that are schools, whenever.
    public let schools: Set<Slug>

    /// Builds the tree, or says everything that is wrong with it.
    public init(units: [Unit], committees: [Committee]) throws(UnitTreeError) {
        let problems = UnitTree.problems(units: units, committees: committees)
        guard problems.isEmpty else { throw UnitTreeError(problems: problems) }
        self.units = Dictionary(uniqueKeysWithValues: units.map { ($0.id, $0) })
        self.committees = Dictionary(uniqueKeysWithValues: committees.map { ($0.id, $0) })
        var children: [Slug: [(child: Slug, during: Validity)]] = [:]
        var successors: [Slug: [Slug]] = [:]
        for unit in units.sorted(by: { $0.id < $1.id }) {
            for (parent, during) in unit.parents { children[parent, default: []].append((unit.id, during)) }
            for predecessor in unit.succeeds { successors[predecessor, default: []].append(unit.id) }
        }
        self.children = children
        self.successors = successors
        schools = Set(units.lazy.filter { $0.kind == .school }.map(\.id))
    }

    /// The unit and everything that lies below it on some day of the range on which it exists.
    public func subtree(of root: Slug, during range: DayRange) -> [Slug] {
        spans(of: root, during: range).keys.sorted()
    }

    /// The units whose counts a unit or committee answers for: itself and those below, or its members and those below.
    public func reportingUnits(of subject: Slug, during range: DayRange) -> [Slug] {
        reportingSpans(of: subject, during: range).keys.sorted()
    }

    /// Whether `unit` is `ancestor` or lies below it.
    public func isUnit(_ unit: Slug, within ancestor: Slug) -> Bool {
        var current: Slug? = unit
        while let step = current {
            if step == ancestor { return true }
            current = units[step]?.parent
        }
        return false
    }

    /// Whether a unit or committee is `ancestor` or lies below it; a committee lies where the unit does that speaks for
    /// it.
    public func isSubject(_ subject: Slug, within ancestor: Slug) -> Bool {
        subject == ancestor || isUnit(committees[subject]?.standing ?? subject, within: ancestor)
    }

    /// All units and committees that are `ancestor` or lie below it.
    public func subjects(within ancestor: Slug) -> Set<Slug> {
        Set(units.keys).union(committees.keys).filter { isSubject($0, within: ancestor) }
    }

    public func name(of subject: Slug) -> LocalizedText? {
        units[subject]?.name ?? committees[subject]?.name
    }
}

/// What is wrong with a set of units; nothing of it was taken over.
public struct UnitTreeError: ReadableError, Hashable {
    public let problems: [UnitTreeProblem]

    public var message: Message {
        Message(
            vi: problems.map(\.message.vietnamese).joined(separator: " "),
            en: problems.map(\.message.english).joined(separator: " "))
    }
}

/// One mistake in the tree, with the unit it is about.
public enum UnitTreeProblem: Sendable, Hashable {
    case duplicate(Slug)
    case unknownParent(Slug, parent: Slug)
    case cycle([Slug])
    case unknownMember(committee: Slug, unit: Slug)

    public var subject: Slug {
        switch self {
        case .duplicate(let id), .unknownParent(let id, _), .unknownMember(let id, _): id
        case .cycle(let path): path[0]
        }
    }

    public var message: Message {
        switch self {
        case .duplicate(let id):
            Message(
                vi: "Mã đơn vị “\(id)” dùng hai lần; mỗi đơn vị một mã.",
                en: "The unit id “\(id)” is used twice; give each unit its own.")
        case .unknownParent(let id, let parent):
            Message(
                vi: "Đơn vị “\(id)” thuộc “\(parent)”, nhưng không có đơn vị đó.",
                en: "The unit “\(id)” is under “\(parent)”, which does not exist.")
        case .cycle(let path):
            Message(
                vi:
                    "Cây đơn vị đi vòng: \(path.map(\.description).joined(separator: " → ")). Sửa khóa parent của một đơn vị.",
                en: "The units form a circle: \(path.map(\.description).joined(separator: " → ")). Mend one parent.")
        case .unknownMember(let committee, let unit):
            Message(
                vi: "Ban chỉ đạo “\(committee)” nêu đơn vị “\(unit)”, nhưng không có đơn vị đó.",
                en: "The committee “\(committee)” names the unit “\(unit)”, which does not exist.")
        }
    }
}
