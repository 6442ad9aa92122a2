public import Outreach
import Storage

/// A target as somebody typed it.
public struct TargetEntry: Sendable, Hashable {
    public let indicator: Slug
    public let value: String
    /// What stood in the field before; nil asks nothing.
    public let seen: String?

    public init(indicator: Slug, value: String, seen: String?) {
        self.indicator = indicator
        self.value = value
        self.seen = seen
    }
}

extension Workspace {
    /// What a unit or committee registered for a period, by indicator; what nobody registered is not in it.
    public func targets(of unit: Slug, period code: String, as caller: Caller) async throws -> [Slug: TargetValue] {
        try await database.read { tx in
            try tx.requireUnit(unit)
            try tx.authorise(caller, .view, for: unit)
            return try tx.targets(of: unit, period: try tx.requireSpan(code).period.code)
        }
    }

    /// Registers what a unit aims at for an indicator in a period: a number, "3%", ">95%", a text, or blank.
    public func registerTarget(
        _ value: String, indicator id: Slug, unit: Slug, period code: String, as caller: Caller, mode: ChangeMode
    ) async throws -> TargetValue {
        try await change(mode) { tx in
            try tx.requireUnit(unit)
            try tx.authorise(caller, .plan, for: unit)
            let period = try tx.requireSpan(code).period
            return try register(value, id, of: unit, in: period, as: caller, in: tx)
        }
    }

    /// Registers what somebody changed in a form of many targets: all of it or nothing.
    ///
    /// - Returns: how many were changed.
    /// - Throws: ``ReportingError/targetRegisteredMeanwhile(indicator:value:)`` where somebody else changed the same one.
    public func registerTargets(
        _ entries: [TargetEntry], unit: Slug, period code: String, as caller: Caller, mode: ChangeMode
    ) async throws -> Int {
        try await change(mode) { tx in
            try tx.requireUnit(unit)
            try tx.authorise(caller, .plan, for: unit)
            let period = try tx.requireSpan(code).period
            let before = try tx.targets(of: unit, period: period.code)
            let changed = entries.filter { entry in
                entry.value != entry.seen && TargetValue(reading: entry.value) != before[entry.indicator] ?? .blank
            }
            for entry in changed {
                let current = before[entry.indicator]?.description ?? ""
                guard entry.seen == nil || entry.seen == current else {
                    let name = try tx.document(entry.indicator, as: Indicator.self)?.name
                    throw ReportingError.targetRegisteredMeanwhile(
                        indicator: name
                            ?? LocalizedText(vi: entry.indicator.description, en: entry.indicator.description),
                        value: current)
                }
                _ = try register(entry.value, entry.indicator, of: unit, in: period, as: caller, in: tx)
            }
            return changed.count
        }
    }

    private func register(
        _ value: String, _ id: Slug, of unit: Slug, in period: Period, as caller: Caller, in tx: WriteTransaction
    ) throws -> TargetValue {
        guard try tx.document(id, as: Indicator.self) != nil else {
            throw ReportingError.unknownIndicator(id, known: try tx.documents(Indicator.self).map(\.id))
        }
        guard !TargetValue.isNegative(value) else { throw ReportingError.negativeTarget(value) }
        let target = TargetValue(reading: value)
        if case .text(let words) = target { _ = try checkedReportWords(words, of: unit, in: tx) }
        try tx.register(target, unit: unit, indicator: id, period: period.code, by: caller.name, at: now)
        try tx.audit(
            at: now, actor: caller.name, action: "reports.target", subject: "\(unit) \(id) \(period.code)",
            detail: target.description)
        return target
    }
}
