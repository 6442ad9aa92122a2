public import Outreach
import Storage

/// What whoever logs a session chooses from: enough to fill the form in where there is no network.
public struct SessionChoices: Sendable {
    /// Units the caller logs for today, the likeliest first.
    public let units: [Unit]
    /// Schools and clubs of the area.
    public let places: [Unit]
    /// Other bodies of the area that may hold a session together with the unit.
    public let partners: [Unit]
    /// Session kits in use.
    public let kits: [MaterialChoice]
    /// Leaflets and posters in use.
    public let prints: [MaterialChoice]
    public let audiences: [Audience]
    public let topics: [Topic]
    /// Campaigns under way about now in which one of the units takes part.
    public let campaigns: [Campaign]
    /// What the caller logged last, the newest first.
    public let recent: [Session]
}

/// A material as a form offers it, with the revision that is in use and what follows from it.
public struct MaterialChoice: Sendable, Hashable {
    public let material: Slug
    public let revision: ContentHash
    public let title: LocalizedText
    public let level: SchoolLevel?
    public let audiences: [Slug]
    public let topics: [Slug]
}

extension Workspace {
    /// - Parameter session: one that is to be corrected: what it says is among the choices, whatever became of it.
    /// - Throws: ``OrganisationError/notPermitted(user:permission:unit:)`` for whoever may not log sessions at all.
    public func sessionChoices(including session: Session? = nil, as caller: Caller) async throws -> SessionChoices {
        let today = today
        return try await database.read { tx in
            try tx.authorise(caller, .logSessions)
            let tree = try tx.unitTree()
            let authority = try tx.authority(of: caller)
            let units = tree.units.values
                .filter { $0.validity.contains(today) }
                .filter { authority?.may(.logSessions, for: $0.id, in: tree) ?? true }
                .sorted { ($0.kind.rank, $0.id) < ($1.kind.rank, $1.id) }
            let area = Area(of: Array(units.prefix(SessionChoices.most)), in: tree, on: today)
            let mine = Set(units.map(\.id))
            var filter = SessionFilter()
            filter.loggedBy = caller.name
            filter.limit = 12
            let choices = SessionChoices(
                units: Array(units.prefix(SessionChoices.most)), places: area.places, partners: area.partners,
                kits: try tx.materialChoices(of: [.sessionKit], on: today),
                prints: try tx.materialChoices(of: [.leaflet, .poster], on: today),
                audiences: try tx.documents(), topics: try tx.documents(),
                campaigns: try tx.campaigns().filter { $0.isAbout(today) && !mine.isDisjoint(with: $0.units) },
                recent: try tx.sessions(filter).map(\.session))
            return try session.map { try choices.including($0, in: tx) } ?? choices
        }
    }
}

extension SessionChoices {
    /// The same with everything a session names, so that correcting one part of it drops no other.
    fileprivate func including(_ session: Session, in tx: ReadTransaction) throws -> SessionChoices {
        let tree = try tx.unitTree()
        func adding(_ slugs: [Slug], to units: [Unit]) -> [Unit] {
            units + slugs.filter { slug in !units.contains { $0.id == slug } }.compactMap { tree.units[$0] }
        }
        func adding<Item>(_ slugs: [Slug], to items: [Item], _ id: (Item) -> Slug, _ make: (Slug) throws -> Item?)
            rethrows -> [Item]
        {
            try items + slugs.filter { slug in !items.contains { id($0) == slug } }.compactMap(make)
        }
        return SessionChoices(
            units: adding([session.unit], to: units),
            places: adding([session.placeUnit].compactMap(\.self), to: places),
            partners: adding(session.coHosts, to: partners), kits: kits,
            prints: try adding(session.handouts.map(\.material), to: prints, \.material) { slug in
                try tx.revisions(of: slug).first.map(MaterialChoice.init)
                    ?? UnnamedPrint(slug).map { MaterialChoice($0, slug) }
            },
            audiences: adding(session.attendance.map(\.audience), to: audiences, \.id) { slug in
                Audience(id: slug, name: .init(vi: slug.description, en: slug.description), isChildren: false)
            },
            topics: adding(session.topics, to: topics, \.id) { slug in
                Topic(id: slug, name: .init(vi: slug.description, en: slug.description))
            },
            campaigns: try adding([session.campaign].compactMap(\.self), to: campaigns, \.id) { try tx.campaign($0) },
            recent: recent)
    }
}

extension SessionChoices {
    /// A list on a phone that is longer than this is no help.
    fileprivate static let most = 1000
}

/// The places and bodies around some units: below the commune, or whatever area, they belong to.
private struct Area {
    let places: [Unit]
    let partners: [Unit]

    init(of units: [Unit], in tree: UnitTree, on day: Day) {
        var seen: Set<Slug> = []
        let all = Set(units.compactMap { Area.root(of: $0, in: tree) }).sorted()
            .flatMap { tree.subtree(of: $0, during: DayRange(day)) }
            .filter { seen.insert($0).inserted }
            .compactMap { tree.units[$0] }
            .inOrder { "\($0.kind.rank)\t\($0.name.vi)" }
        places = Array(all.filter(\.kind.isPlace).prefix(SessionChoices.most))
        partners = Array(all.filter { !$0.kind.isPlace && !$0.kind.isArea }.prefix(SessionChoices.most))
    }

    private static func root(of unit: Unit, in tree: UnitTree) -> Slug? {
        var step: Unit? = unit
        while let current = step {
            if current.kind.isArea { return current.id }
            step = current.parent.flatMap { tree.units[$0] }
        }
        return unit.parent ?? unit.id
    }
}

extension UnitKind {
    /// A piece of land, not a body that works.
    fileprivate var isArea: Bool { [.ministry, .province, .district, .commune].contains(self) }

    /// Who holds sessions comes first.
    fileprivate var rank: Int {
        let usual: [UnitKind] = [.youthUnion, .cultureCentre, .police, .front, .womenUnion, .education, .justice]
        if let place = usual.firstIndex(of: self) { return place }
        return isArea ? usual.count + 2 : isPlace ? usual.count + 1 : usual.count
    }
}

extension Campaign {
    /// Under way, over for no more than a month, or about to begin.
    fileprivate func isAbout(_ day: Day) -> Bool { range.first - 7 <= day && day <= range.last + 31 }
}

extension ReadTransaction {
    fileprivate func materialChoices(of kinds: [MaterialKind], on day: Day) throws -> [MaterialChoice] {
        try approvedRevisions(of: kinds, on: day, limit: SessionChoices.most).map(MaterialChoice.init)
    }
}

extension MaterialChoice {
    /// Print that nobody named has no revision; its choice is told apart by its own name.
    fileprivate init(_ print: UnnamedPrint, _ slug: Slug) {
        material = slug
        revision = ContentHash.sha256(of: slug.description)
        title = print.title
        level = nil
        audiences = []
        topics = []
    }

    fileprivate init(_ revision: Revision) {
        material = revision.content.material
        self.revision = revision.hash
        title = revision.content.title
        level = revision.content.level
        audiences = revision.content.audiences
        topics = revision.content.topics
    }
}
