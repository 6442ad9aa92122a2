public import Outreach
import Storage

extension Workspace {
    /// Builds the report of a unit or committee for a period, from the tree as it stood in that period.
    public func report(on subject: Slug, period code: String, as caller: Caller) async throws -> Report {
        try await database.read { try report(on: subject, period: code, as: caller, in: $0) }
    }

    func report(
        on subject: Slug, period code: String, as caller: Caller, in tx: ReadTransaction
    ) throws -> Report {
        let (builder, indicators) = try reportBuilder(on: subject, period: code, as: caller, in: tx)
        return try builder.report(indicators, at: now)
    }

    func reportBuilder(
        on subject: Slug, period code: String, as caller: Caller, in tx: ReadTransaction
    ) throws -> (builder: ReportBuilder, indicators: [Indicator]) {
        let tree = try tx.requireUnit(subject)
        try tx.authorise(caller, .view, for: subject)
        let span = try tx.requireSpan(code)
        let indicators = try tx.documents(Indicator.self)
        guard !indicators.isEmpty else { throw ReportingError.noIndicators }
        let names = try ReportNames(in: tx, indicators: indicators, channels: channels.channels(in: tx))
        return (
            ReportBuilder(tx: tx, tree: tree, subject: subject, span: span, today: today, names: names), indicators
        )
    }

    /// The rows behind one number of a report, or behind a part of it; their values add up to it.
    public func reportRows(
        on subject: Slug, period code: String, indicator id: Slug, slice: ReportSlice = .everything, as caller: Caller
    ) async throws -> (indicator: Indicator, rows: [IndicatorRow]) {
        try await database.read { tx in
            let (builder, indicators) = try reportBuilder(on: subject, period: code, as: caller, in: tx)
            guard let indicator = indicators.first(where: { $0.id == id }) else {
                throw ReportingError.unknownIndicator(id, known: indicators.map(\.id))
            }
            return (indicator, try builder.rows(of: indicator, slice))
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
            let target = TargetValue(reading: value)
            try tx.register(target, unit: unit, indicator: id, period: period.code, by: caller.name, at: now)
            try tx.audit(
                at: now, actor: caller.name, action: "reports.target", subject: "\(unit) \(id) \(period.code)",
                detail: target.description)
            return target
        }
    }
}

extension ReportBuilder {
    /// The rows behind a number, or behind the part of one member, channel, audience, form, campaign or quality.
    func rows(of indicator: Indicator, _ slice: ReportSlice) throws -> [IndicatorRow] {
        let range = span.period.range
        if indicator.rows == .units { return unitRows(of: indicator, slice) }
        var spans = tree.reportingSpans(of: subject, during: range)
        if case .member(let member) = slice {
            spans =
                member == subject
                ? spans.filter { $0.key == subject }
                : tree.reportingSpans(of: member, during: range)
        }
        let areas = Dictionary(uniqueKeysWithValues: spans.keys.map { ($0, tree.area(of: $0)) })
        let rows = try tx.rows(of: indicator, on: ReportGround(spans, during: range, areas: areas))
        guard case .part(let dimension, let word) = slice else { return rows }
        return rows.filter { $0.dimensions[dimension] == word }
    }

    private func unitRows(of indicator: Indicator, _ slice: ReportSlice) -> [IndicatorRow] {
        let range = span.period.range
        let place: Slug
        switch slice {
        // The unit itself is not below itself, and its own column counts nothing.
        case .member(let member) where member == subject && tree.committees[subject] == nil: return []
        case .member(let member): place = member
        case .everything, .part: place = subject
        }
        return tree.units(countedBy: indicator, within: place, during: range).map { unit in
            IndicatorRow(
                id: unit.description, unit: unit, day: max(range.first, tree.units[unit]?.validity.from ?? range.first),
                label: tree.reportSubject(unit, on: range.last).name.vi, value: 1,
                quality: CountingMethod.fromRecords.rawValue)
        }
    }
}

extension ReadTransaction {
    /// The period of a code the calendars know, or of two days `2026-06-01..2026-06-30`, with what it is set against.
    func requireSpan(_ code: String) throws -> ReportingSpan {
        let calendars = try documents(ReportingCalendar.self)
        if let span = calendars.lazy.compactMap({ $0.span(named: code) }).first { return span }
        let parts = code.split(separator: "..", omittingEmptySubsequences: false)
        let days = parts.compactMap { Day(String($0)) }
        if parts.count == 2, days.count == 2, let range = DayRange(days[0], days[1]) { return ReportingSpan(range) }
        let examples = calendars.prefix(3).compactMap { $0.periods.first?.code.replacing("{year}", with: "2026") }
        throw ReportingError.unknownPeriod(code, examples: examples)
    }
}
