public import Outreach
import Storage

/// A duty with what its units have done for it so far.
public struct DutyProgress: Sendable {
    public let duty: Duty
    /// Posts of these units that went out, in the duty's forms.
    public let posts: Int
    /// Sessions of these units, in the duty's forms.
    public let sessions: Int
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
            let tree = try tx.unitTree()
            return (plan, try plan.duties.map { try tx.progress(of: $0, during: range, in: tree) })
        }
    }
}

extension ReadTransaction {
    fileprivate func progress(of duty: Duty, during range: DayRange, in tree: UnitTree) throws -> DutyProgress {
        let responsible = (duty.lead + duty.support).flatMap { tree.successors(of: $0) }
        let units = Set(responsible.flatMap { tree.reportingUnits(of: $0, during: range) }).sorted()
        return DutyProgress(
            duty: duty,
            posts: try duty.postIndicators.reduce(0) { try $0 + (total(of: $1, units: units, range: range) ?? 0) },
            sessions: try duty.sessionIndicator.flatMap { try total(of: $0, units: units, range: range) } ?? 0)
    }
}

extension UnitTree {
    /// The unit itself and those that took it over, so that a plan of a unit that has ended still finds its heirs.
    fileprivate func successors(of unit: Slug) -> [Slug] {
        [unit] + units.values.filter { $0.succeeds.contains(unit) }.map(\.id).sorted()
    }
}

extension Duty {
    /// Counts of posts by what the duty names: kinds of material, else kinds of channel.
    fileprivate var postIndicators: [Indicator] {
        let materials = forms.compactMap { if case .material(let kind) = $0 { kind.rawValue } else { nil } }
        let channels = forms.compactMap { if case .channel(let kind) = $0 { kind.rawValue } else { nil } }
        var filters: [IndicatorFilter: [String]] = [:]
        if !materials.isEmpty {
            filters[.materialKind] = materials
        } else if !channels.isEmpty {
            filters[.channelKind] = channels
        } else {
            return []
        }
        return [indicator(rows: .posts, filters: filters)]
    }

    fileprivate var sessionIndicator: Indicator? {
        let sessions = forms.compactMap { if case .session(let form) = $0 { form.rawValue } else { nil } }
        return sessions.isEmpty ? nil : indicator(rows: .sessions, filters: [.form: sessions])
    }

    private func indicator(rows: IndicatorRows, filters: [IndicatorFilter: [String]]) -> Indicator {
        Indicator(
            id: id, name: task, unit: LocalizedText(vi: "lượt", en: "items"), rows: rows, filters: filters, sum: .count)
    }
}
