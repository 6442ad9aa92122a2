public import Outreach
import Storage

extension Workspace {
    /// Builds the report of a unit or committee for a period, from the tree as it stood in that period.
    public func report(on subject: Slug, period code: String, as caller: Caller) async throws -> Report {
        try await countMonthsIfMany()
        return try await database.read { try report(on: subject, period: code, as: caller, in: $0) }
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
        let names = try ReportNames(in: tx, indicators: indicators, channels: channels.names(in: tx))
        return (
            ReportBuilder(tx: tx, tree: tree, subject: subject, span: span, today: today, names: names), indicators
        )
    }

    /// The rows behind one number of a report, or behind a part of it; their values add up to it.
    ///
    /// - Parameter version: a submitted version, whose rows are those it was submitted with; nil for those of now.
    /// - Throws: ``ReportingError/rowsNotKept(_:_:)`` where a version has none for what is asked.
    public func reportRows(
        on subject: Slug, period code: String, indicator id: Slug, slice: ReportSlice = .everything,
        version: Int? = nil, as caller: Caller
    ) async throws -> (indicator: Indicator, rows: [IndicatorRow]) {
        if let version {
            return try await frozenRows(
                of: version, on: subject, period: code, indicator: id, slice: slice, as: caller)
        }
        return try await database.read { tx in
            let (builder, indicators) = try reportBuilder(on: subject, period: code, as: caller, in: tx)
            guard let indicator = indicators.first(where: { $0.id == id }) else {
                throw ReportingError.unknownIndicator(id, known: indicators.map(\.id))
            }
            return (indicator, try builder.rows(of: indicator, slice))
        }
    }
}

extension ReportBuilder {
    /// The rows behind a number, or behind the part of one member, channel, audience, form, campaign or quality.
    func rows(of indicator: Indicator, _ slice: ReportSlice) throws -> [IndicatorRow] {
        if indicator.rows == .units { return unitRows(of: indicator, slice) }
        let (spans, range) = ground(of: slice)
        let rows = try tx.rows(of: indicator, on: ground(of: spans, during: range)).map { row in
            row.named(for: indicator, names)
        }
        guard case .part(let dimension, let word) = slice else { return rows }
        return rows.filter { $0.dimensions[dimension] == word }
    }

    /// Whose rows on which days a number, or what stands beside it, counts.
    func ground(of slice: ReportSlice) -> (spans: [Slug: [DayRange]], range: DayRange) {
        let range = span.period.range
        let spans = tree.reportingSpans(of: subject, during: range)
        switch slice {
        case .everything, .part: return (spans, range)
        case .member(let member) where member == subject: return (spans.filter { $0.key == subject }, range)
        case .member(let member): return (tree.reportingSpans(of: member, in: subject, during: range), range)
        case .priority: return (tree.inPriorityAreas(spans), range)
        case .cumulative: return (tree.reportingSpans(of: subject, during: span.cumulative), span.cumulative)
        case .before:
            let (earlier, _) = tree.comparison(of: subject, during: range, before: span.before.range)
            return (tree.reportingSpans(ofAll: earlier, during: span.before.range), span.before.range)
        }
    }

    private func unitRows(of indicator: Indicator, _ slice: ReportSlice) -> [IndicatorRow] {
        let range = slice == .before ? span.before.range : span.period.range
        let units: [Slug]
        switch slice {
        case .member(let member):
            let isColumn = tree.members(of: subject, during: range).contains(member)
            units = isColumn ? self.units(of: indicator, ofMember: member) : []
        case .everything, .part, .cumulative: units = self.units(of: indicator, within: [subject], during: range)
        case .before:
            let (earlier, _) = tree.comparison(of: subject, during: span.period.range, before: range)
            units = self.units(of: indicator, within: earlier, during: range)
        case .priority: units = []
        }
        return units.map { unit in
            IndicatorRow(
                id: unit.description, unit: unit, day: max(range.first, tree.units[unit]?.validity.from ?? range.first),
                label: tree.reportSubject(unit, on: range.last).name.vi, value: 1,
                quality: CountingMethod.fromRecords.rawValue)
        }
    }
}

extension IndicatorRow {
    /// With the names of what the row is a part of, in place of the words they are kept under.
    func named(for indicator: Indicator, _ names: ReportNames) -> IndicatorRow {
        let channel = dimensions[.channel].map { names.name($0, of: .channel) }
        let part: LocalizedText? =
            switch indicator.rows {
            case .attendance: dimensions[.audience].map { names.name($0, of: .audience) }
            case .posts: channel
            case .samples:
                channel.map { channel in
                    let metric = self.part.flatMap { Metric(rawValue: $0.vi) }?.words
                    return LocalizedText(
                        vi: [channel.vi, metric?.vietnamese].compactMap(\.self).joined(separator: " · "),
                        en: [channel.en, metric?.english].compactMap(\.self).joined(separator: " · "))
                }
            case .sessions, .prints, .units: self.part
            }
        let unnamed = indicator.rows == .prints ? Slug(label).flatMap(UnnamedPrint.init) : nil
        return IndicatorRow(
            id: id, unit: unit, day: day, label: unnamed?.title.vi ?? label, part: part, value: value, quality: quality,
            dimensions: dimensions)
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
