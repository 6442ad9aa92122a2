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
        let columns = tree.members(of: subject, during: span.period.range)
        let ground = ground(ofMembers: columns)
        let tallies = try tx.tallies(of: indicators, on: ground)
        let (earlier, basis) = tree.comparison(
            of: subject, during: span.period.range, before: span.before.range)
        let before = try totals(indicators, of: earlier, during: span.before.range)
        let cumulative =
            span.cumulative == span.period.range
            ? tallies.mapValues(\.total) : try totals(indicators, of: [subject], during: span.cumulative)
        let targets = try tx.targets(of: subject, period: span.period.code)
        let members = shownMembers(columns, tallies)
        let lines = indicators.map { indicator in
            line(
                indicator, tallies, members: members, cumulative: cumulative[indicator.id] ?? nil,
                before: earlier.isEmpty ? nil : before[indicator.id] ?? nil, target: targets[indicator.id])
        }
        return Report(
            subject: tree.reportSubject(subject, on: span.period.range.last), span: span,
            members: members.map { tree.reportSubject($0.member, on: span.period.range.last) }, lines: lines,
            duties: try duties(), comparison: basis, builtAt: now)
    }

    /// Members first, then the subject's own rows, then those of priority areas: the parts of the ground.
    private func ground(ofMembers columns: [Slug]) -> ReportGround {
        let range = span.period.range
        let spans = tree.reportingSpans(of: subject, during: range)
        let own = spans.filter { $0.key == subject }
        let priority = tree.inPriorityAreas(spans)
        return ReportGround(
            spans, parts: columns.map { tree.reportingSpans(of: $0, in: subject, during: range) } + [own, priority],
            during: range, areas: areas(of: spans))
    }

    private func areas(of spans: [Slug: [DayRange]]) -> [Slug: Slug] {
        Dictionary(uniqueKeysWithValues: spans.keys.map { ($0, tree.area(of: $0)) })
    }

    private func totals(_ indicators: [Indicator], of subjects: [Slug], during range: DayRange) throws -> [Slug: Int?] {
        let spans = tree.reportingSpans(ofAll: subjects, during: range)
        var totals = try tx.tallies(
            of: indicators, on: ReportGround(spans, during: range, areas: areas(of: spans))
        ).mapValues(\.total)
        for indicator in indicators where indicator.rows == .units {
            totals[indicator.id] = subjects.reduce(0) { $0 + units(of: indicator, within: $1, during: range).count }
        }
        return totals
    }

    /// Units an indicator counts in the area of a unit or committee.
    private func units(of indicator: Indicator, within subject: Slug, during range: DayRange) -> [Slug] {
        tree.units(countedBy: indicator, within: subject, during: range)
    }

    /// The subject's own rows have a column where there are any beside those of its members.
    private func shownMembers(_ columns: [Slug], _ tallies: [Slug: IndicatorTally]) -> [(member: Slug, part: Int)] {
        let members = columns.indices.map { (member: columns[$0], part: $0) }
        let hasOwn = tree.units[subject] != nil && tallies.values.contains { ($0.parts[columns.count] ?? 0) > 0 }
        return hasOwn && !columns.isEmpty ? [(subject, columns.count)] + members : members
    }

    private func line(
        _ indicator: Indicator, _ tallies: [Slug: IndicatorTally], members: [(member: Slug, part: Int)],
        cumulative: Int?, before: Int?, target: TargetValue?
    ) -> ReportLine {
        let range = span.period.range
        let tally = tallies[indicator.id]
        let isOfUnits = indicator.rows == .units
        let value = isOfUnits ? units(of: indicator, within: subject, during: range).count : tally?.total
        let none: Int? = indicator.rows == .samples ? nil : 0
        let whole = whole(of: indicator, tallies)
        return ReportLine(
            indicator: indicator, value: value, cumulative: isOfUnits ? value : cumulative, before: before,
            members: members.map { member, part in
                ReportPart(
                    id: member.description, name: tree.reportSubject(member, on: range.last).name,
                    value: isOfUnits
                        ? member == subject ? 0 : units(of: indicator, within: member, during: range).count
                        : tally?.parts[part] ?? none)
            },
            inPriorityAreas: tally?.parts[(tree.members(of: subject, during: range).count) + 1],
            parts: parts(of: tally), target: target,
            pace: Pace(value: value, whole: whole, target: target, during: range, today: today), whole: whole)
    }

    /// The value of what an indicator is a part of.
    private func whole(of indicator: Indicator, _ tallies: [Slug: IndicatorTally]) -> Int? {
        guard let id = indicator.outOf, let whole = names.indicators[id] else { return nil }
        return whole.rows == .units
            ? units(of: whole, within: subject, during: span.period.range).count : tallies[id]?.total
    }

    private func parts(of tally: IndicatorTally?) -> [ReportDimension: [ReportPart]] {
        (tally?.dimensions ?? [:]).reduce(into: [:]) { parts, dimension in
            parts[dimension.key] = dimension.value
                .map { ReportPart(id: $0.key, name: names.name($0.key, of: dimension.key), value: $0.value) }
                .sorted { ($1.value ?? 0, $0.id) < ($0.value ?? 0, $1.id) }
        }
    }

    /// What was done for the duties of the plans of a committee.
    private func duties() throws -> [DutyResult] {
        guard tree.committees[subject] != nil else { return [] }
        return try tx.documents(CommitteePlan.self).filter { $0.committee == subject }.flatMap { plan in
            try tx.progress(of: plan, during: span.period.range).map { progress in
                DutyResult(
                    plan: plan.title, task: progress.duty.task, section: progress.duty.source.section,
                    units: progress.units.map { tree.reportSubject($0.unit, on: span.period.range.last).name },
                    posts: progress.posts, sessions: progress.sessions)
            }
        }
    }
}

extension UnitTree {
    /// The units that an indicator of units counts: within a unit, or within the area of a committee.
    func units(countedBy indicator: Indicator, within subject: Slug, during range: DayRange) -> [Slug] {
        let kinds = indicator.filters[.kind] ?? []
        let levels = indicator.filters[.level] ?? []
        return subtree(of: committees[subject]?.area ?? subject, during: range).filter { id in
            guard let unit = units[id] else { return false }
            return (kinds.isEmpty || kinds.contains(unit.kind.rawValue))
                && (levels.isEmpty || unit.level.map { levels.contains($0.rawValue) } ?? false)
        }
    }
}
