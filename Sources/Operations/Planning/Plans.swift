public import Outreach
import Storage

/// What one unit has done for a duty so far, in the duty's forms.
public struct UnitProgress: Sendable, Hashable {
    public let unit: Slug
    /// Whether it answers for the duty, or supports whoever does.
    public let isLead: Bool
    /// Posts that went out, of the unit, of those below it and of those that took it over.
    public let posts: Int
    /// Sessions of the same.
    public let sessions: Int

    public var isNothing: Bool { posts + sessions == 0 }
}

/// A duty with what its units have done for it so far.
public struct DutyProgress: Sendable {
    public let duty: Duty
    /// Of all its units together; what two of them share counts once.
    public let posts: Int
    public let sessions: Int
    /// Lead first, in the order of the paper.
    public let units: [UnitProgress]
}

extension Workspace {
    public func plans() async throws -> [CommitteePlan] {
        try await database.read { try $0.documents(CommitteePlan.self) }
    }

    /// A plan, each duty with the posts and sessions of its lead and supporting units over some days.
    public func plan(
        _ id: Slug, during range: DayRange, as caller: Caller
    ) async throws -> (plan: CommitteePlan, duties: [DutyProgress]) {
        try await database.read { tx in
            let plans = try tx.documents(CommitteePlan.self)
            guard let plan = plans.first(where: { $0.id == id }) else {
                throw PlanningError.unknownPlan(id, known: plans.map(\.id))
            }
            try tx.authorise(caller, .view)
            return (plan, try tx.progress(of: plan, during: range))
        }
    }
}

extension ReadTransaction {
    /// What was done for each duty of a plan over some days.
    func progress(of plan: CommitteePlan, during range: DayRange) throws -> [DutyProgress] {
        let tree = try unitTree()
        let named = Set(plan.duties.flatMap { $0.lead + $0.support })
        let behind = Dictionary(uniqueKeysWithValues: named.map { ($0, tree.responsible(for: $0, during: range)) })
        let everyone = behind.values.reduce(into: Set<Slug>()) { $0.formUnion($1) }
        let work = try workCounts(of: everyone.sorted(), during: range)
        return plan.duties.map { DutyProgress($0, behind: behind, work: work) }
    }

    /// The posts and the sessions that count for a duty over some days.
    func rows(behind duty: Duty, during range: DayRange) throws -> (posts: [IndicatorRow], sessions: [IndicatorRow]) {
        let tree = try unitTree()
        let units = (duty.lead + duty.support).reduce(into: Set<Slug>()) { units, named in
            units.formUnion(tree.responsible(for: named, during: range))
        }
        let ground = ReportGround(units: units.sorted(), during: range)
        return (
            try duty.posts.map { try rows(of: $0, on: ground) } ?? [],
            try duty.sessions.map { try rows(of: $0, on: ground) } ?? []
        )
    }
}

extension DutyProgress {
    fileprivate init(_ duty: Duty, behind: [Slug: Set<Slug>], work: WorkCounts) {
        self.duty = duty
        let named = duty.lead.map { ($0, true) } + duty.support.map { ($0, false) }
        units = named.map { unit, isLead in
            let responsible = behind[unit] ?? []
            return UnitProgress(
                unit: unit, isLead: isLead, posts: work.posts(of: responsible, in: duty.forms),
                sessions: work.sessions(of: responsible, in: duty.forms))
        }
        let all = named.reduce(into: Set<Slug>()) { $0.formUnion(behind[$1.0] ?? []) }
        posts = work.posts(of: all, in: duty.forms)
        sessions = work.sessions(of: all, in: duty.forms)
    }
}

extension UnitTree {
    /// Whose work counts for a unit that a plan names: its own, that of those below it, and that of those that took it
    /// over, so that a plan of a unit that has ended still finds its heirs.
    fileprivate func responsible(for unit: Slug, during range: DayRange) -> Set<Slug> {
        let heirs = units.values.filter { $0.succeeds.contains(unit) }.map(\.id)
        return Set(([unit] + heirs).flatMap { reportingUnits(of: $0, during: range) })
    }
}
