public import Outreach
import Storage

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
        let now = now
        return try await change(mode) { tx in
            try tx.requireUnit(unit)
            try tx.authorise(caller, .plan, for: unit)
            let period = try tx.requireSpan(code).period
            guard try tx.document(id, as: Indicator.self) != nil else {
                throw ReportingError.unknownIndicator(id, known: try tx.documents(Indicator.self).map(\.id))
            }
            guard !TargetValue.isNegative(value) else { throw ReportingError.negativeTarget(value) }
            let target = TargetValue(reading: value)
            if case .text(let words) = target { _ = try checkedNote(words, in: tx) }
            try tx.register(target, unit: unit, indicator: id, period: period.code, by: caller.name, at: now)
            try tx.audit(
                at: now, actor: caller.name, action: "reports.target", subject: "\(unit) \(id) \(period.code)",
                detail: target.description)
            return target
        }
    }
}
