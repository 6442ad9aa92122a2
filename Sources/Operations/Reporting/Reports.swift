public import Outreach
import Storage

extension Workspace {
    /// Builds the report of a unit or committee for a period, from the tree as it stood in that period.
    public func report(on subject: Slug, period code: String, as caller: Caller) async throws -> Report {
        let now = now
        return try await database.read { tx in
            let tree = try tx.requireUnit(subject)
            try tx.authorise(caller, .view, for: subject)
            let period = try tx.requirePeriod(code)
            let indicators = try tx.documents(Indicator.self)
            guard !indicators.isEmpty else { throw ReportingError.noIndicators }
            let members = tree.members(of: subject, during: period.range)
            let targets = try tx.targets(of: subject, period: period.code)
            let units = tree.reportingUnits(of: subject, during: period.range)
            let lines = try indicators.map { indicator in
                ReportLine(
                    indicator: indicator,
                    value: try tx.total(of: indicator, units: units, range: period.range),
                    members: try members.map { member in
                        let units = tree.reportingUnits(of: member, during: period.range)
                        return MemberCount(
                            unit: member, value: try tx.total(of: indicator, units: units, range: period.range))
                    },
                    target: targets[indicator.id])
            }
            return Report(
                subject: tree.reportSubject(subject), period: period, members: members.map(tree.reportSubject),
                lines: lines, builtAt: now)
        }
    }

    /// The rows behind one number of a report; their values add up to it.
    public func reportRows(
        on subject: Slug, period code: String, indicator id: Slug, as caller: Caller
    ) async throws -> (indicator: Indicator, rows: [IndicatorRow]) {
        try await database.read { tx in
            let tree = try tx.requireUnit(subject)
            try tx.authorise(caller, .view, for: subject)
            let period = try tx.requirePeriod(code)
            let indicators = try tx.documents(Indicator.self)
            guard let indicator = indicators.first(where: { $0.id == id }) else {
                throw ReportingError.unknownIndicator(id, known: indicators.map(\.id))
            }
            let units = tree.reportingUnits(of: subject, during: period.range)
            return (indicator, try tx.rows(of: indicator, units: units, range: period.range))
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
            let period = try tx.requirePeriod(code)
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

extension ReadTransaction {
    /// The period of a code the calendars know, or of two days `2026-06-01..2026-06-30`.
    func requirePeriod(_ code: String) throws -> Period {
        let calendars = try documents(ReportingCalendar.self)
        for calendar in calendars {
            for rule in calendar.periods {
                if let period = rule.period(named: code) { return period }
            }
        }
        let days = code.split(separator: "..").compactMap { Day(String($0)) }
        if days.count == 2, let range = DayRange(days[0], days[1]) {
            let name = LocalizedText(
                vi: "từ \(range.first.vietnamese) đến \(range.last.vietnamese)", en: "\(range.first) to \(range.last)")
            return Period(code: code, name: name, range: range, due: range.last)
        }
        let examples = calendars.prefix(3).compactMap { $0.periods.first?.code.replacing("{year}", with: "2026") }
        throw ReportingError.unknownPeriod(code, examples: examples)
    }
}

extension UnitTree {
    fileprivate func reportSubject(_ id: Slug) -> ReportSubject {
        ReportSubject(id: id, name: name(of: id) ?? LocalizedText(vi: id.description, en: id.description))
    }

    /// The columns of a report: a committee's members, or the units directly below a unit that existed then.
    fileprivate func members(of subject: Slug, during range: DayRange) -> [Slug] {
        let below = committees[subject]?.members ?? units.values.filter { $0.parent == subject }.map(\.id).sorted()
        return below.filter { units[$0].map { $0.validity.overlaps(range) } ?? true }
    }
}
