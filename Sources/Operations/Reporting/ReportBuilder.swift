import Outreach
import Storage

/// Counts everything a report says, in one state of the database.
///
/// Months that were counted are added up, and rows are gone over where they were not, once for all indicators, their
/// parts and members together; the rows behind each number come from the same statement over the same ground.
struct ReportBuilder {
    let tx: ReadTransaction
    let tree: UnitTree
    let subject: Slug
    let span: ReportingSpan
    let today: Day
    let names: ReportNames

    /// - Parameter indicators: at least one.
    func report(_ indicators: [Indicator], at now: Instant) throws -> Report {
        let range = span.period.range
        let columns = tree.members(of: subject, during: range)
        let ground = ground(ofMembers: columns)
        let tallies = try tallies(of: indicators, on: ground)
        let (earlier, basis) = tree.comparison(of: subject, during: range, before: span.before.range)
        let before = try totals(indicators, of: earlier, during: span.before.range)
        let cumulative =
            span.cumulative == range
            ? tallies.mapValues(\.total) : try totals(indicators, of: [subject], during: span.cumulative)
        let targets = try tx.targets(of: subject, period: span.period.code)
        let members = shownMembers(columns, tallies)
        let hasPriority = ground.cells.contains { $0.contains(columns.count + 1) }
        let lines = indicators.map { indicator in
            line(
                indicator, tallies, members: members, cumulative: cumulative[indicator.id] ?? nil,
                before: before[indicator.id] ?? nil, priority: hasPriority ? columns.count + 1 : nil,
                target: targets[indicator.id])
        }
        return Report(
            subject: tree.reportSubject(subject, on: range.last), span: span,
            members: members.map { tree.reportSubject($0.member, on: range.last) }, lines: lines,
            duties: try duties(), comparison: basis,
            partly: tree.partialPresences(of: subject, setAgainst: earlier, in: span), builtAt: now)
    }

    /// Members first, then the subject's own rows, then those of priority areas: the parts of the ground.
    private func ground(ofMembers columns: [Slug]) -> ReportGround {
        let range = span.period.range
        let spans = tree.reportingSpans(of: subject, during: range)
        let own = spans.filter { $0.key == subject }
        let priority = tree.inPriorityAreas(spans)
        let members = columns.map { tree.reportingSpans(of: $0, in: subject, during: range) }
        return ground(of: spans, parts: members + [own, priority], during: range)
    }

    func ground(
        of spans: [Slug: [DayRange]], parts: [[Slug: [DayRange]]] = [], during range: DayRange
    ) -> ReportGround {
        ReportGround(
            spans, parts: parts, during: range,
            areas: Dictionary(uniqueKeysWithValues: spans.keys.map { ($0, tree.areas(of: $0, during: range)) }),
            schools: tree.schools)
    }

    /// None where nobody was there: no number of theirs is zero, for there is none.
    private func tallies(of indicators: [Indicator], on ground: ReportGround) throws -> [Slug: IndicatorTally] {
        ground.stays.isEmpty ? [:] : try tx.tallies(of: indicators, on: ground)
    }

    private func totals(_ indicators: [Indicator], of subjects: [Slug], during range: DayRange) throws -> [Slug: Int?] {
        let spans = tree.reportingSpans(ofAll: subjects, during: range)
        var totals = try tallies(of: indicators, on: ground(of: spans, during: range)).mapValues(\.total)
        for indicator in indicators where indicator.rows == .units {
            totals[indicator.id] = units(of: indicator, within: subjects, during: range).countIfAny
        }
        return totals
    }

    /// The subject's own rows have a column where there are any beside those of its members.
    private func shownMembers(_ columns: [Slug], _ tallies: [Slug: IndicatorTally]) -> [(member: Slug, part: Int)] {
        let members = columns.indices.map { (member: columns[$0], part: $0) }
        let hasOwn = tree.units[subject] != nil && tallies.values.contains { ($0.parts[columns.count] ?? 0) > 0 }
        return hasOwn && !columns.isEmpty ? [(subject, columns.count)] + members : members
    }

    /// - Parameter priority: the part of the ground that lies in priority areas; nil where none does.
    private func line(
        _ indicator: Indicator, _ tallies: [Slug: IndicatorTally], members: [(member: Slug, part: Int)],
        cumulative: Int?, before: Int?, priority: Int?, target: TargetValue?
    ) -> ReportLine {
        let range = span.period.range
        let tally = tallies[indicator.id]
        let isOfUnits = indicator.rows == .units
        let value = isOfUnits ? units(of: indicator, within: [subject], during: range).countIfAny : tally?.total
        let none: Int? = indicator.rows == .samples || tally == nil ? nil : 0
        let whole = whole(of: indicator, tallies)
        return ReportLine(
            indicator: indicator, value: value, cumulative: isOfUnits ? value : cumulative, before: before,
            members: members.map { member, part in
                ReportPart(
                    id: member.description, name: tree.reportSubject(member, on: range.last).name,
                    value: isOfUnits
                        ? units(of: indicator, ofMember: member).countIfAny : tally?.parts[part] ?? none)
            },
            inPriorityAreas: isOfUnits ? nil : priority.flatMap { tally?.parts[$0] ?? none },
            parts: parts(of: tally), target: target,
            pace: Pace(value: value, whole: whole, target: target, during: range, today: today), whole: whole)
    }

    /// The value of what an indicator is a part of.
    private func whole(of indicator: Indicator, _ tallies: [Slug: IndicatorTally]) -> Int? {
        guard let id = indicator.outOf, let whole = names.indicators[id] else { return nil }
        return whole.rows == .units
            ? units(of: whole, within: [subject], during: span.period.range).countIfAny : tallies[id]?.total
    }

    private func parts(of tally: IndicatorTally?) -> [ReportDimension: [ReportPart]] {
        (tally?.dimensions ?? [:]).reduce(into: [:]) { parts, dimension in
            parts[dimension.key] = dimension.value
                .map { ReportPart(id: $0.key, name: names.name($0.key, of: dimension.key), value: $0.value) }
                .sorted { ($1.value ?? 0, $0.id) < ($0.value ?? 0, $1.id) }
        }
    }

    /// The plans of a committee, while there was one.
    func plans() throws -> [CommitteePlan] {
        guard tree.committees[subject] != nil, tree.days(of: subject, during: span.period.range) != nil else {
            return []
        }
        return try tx.documents(CommitteePlan.self).filter { $0.committee == subject }
    }

    /// What was done for the duties of the plans.
    private func duties() throws -> [DutyResult] {
        try plans().flatMap { plan in
            try tx.progress(of: plan, during: span.period.range).map { progress in
                DutyResult(
                    DutyReference(plan: plan.id, duty: progress.duty.id), plan: plan.title, task: progress.duty.task,
                    section: progress.duty.source.section,
                    units: progress.units.map { tree.reportSubject($0.unit, on: span.period.range.last).name },
                    posts: progress.posts, sessions: progress.sessions)
            }
        }
    }
}

/// Units that are counted themselves, such as schools.
extension ReportBuilder {
    /// As they are at the end of a range: over a year in which schools were handed on, all of its days have them twice.
    func units(of indicator: Indicator, within subjects: [Slug], during range: DayRange) -> [Slug] {
        guard let end = subjects.compactMap({ tree.days(of: $0, during: range)?.last }).max() else { return [] }
        let there = subjects.filter { tree.days(of: $0, during: DayRange(end)) != nil }
        return Set(there.flatMap { tree.units(countedBy: indicator, within: $0, on: end) }).sorted()
    }

    /// Of a column, on the same day; the unit itself is not below itself, and its own column counts nothing.
    func units(of indicator: Indicator, ofMember member: Slug) -> [Slug] {
        let range = span.period.range
        guard member != subject, let end = tree.days(of: subject, during: range)?.last else { return [] }
        return tree.units(countedBy: indicator, within: member, on: end)
    }
}

extension UnitTree {
    /// The units that an indicator of units counts on a day: within a unit, or within the area of a committee.
    fileprivate func units(countedBy indicator: Indicator, within subject: Slug, on day: Day) -> [Slug] {
        let kinds = indicator.filters[.kind] ?? []
        let levels = indicator.filters[.level] ?? []
        return subtree(of: committees[subject]?.area ?? subject, during: DayRange(day)).filter { id in
            guard let unit = units[id] else { return false }
            return (kinds.isEmpty || kinds.contains(unit.kind.rawValue))
                && (levels.isEmpty || unit.level.map { levels.contains($0.rawValue) } ?? false)
        }
    }
}

extension [Slug] {
    /// Nil where nobody entered any: missing is not zero.
    fileprivate var countIfAny: Int? { isEmpty ? nil : count }
}
