/// How an earlier period can be compared with a later one, when the tree of units changed between them.
public enum ComparisonBasis: Sendable, Hashable, Codable {
    /// The same units answer in both, on all days of both.
    case sameUnits
    /// Each period by the tree as it stood then; these ended and these began between them.
    case changedTree(ended: [ReportSubject], begun: [ReportSubject])
    /// Each period by the tree as it stood then; the columns are the same, so many units ended and began below them.
    case changedBelow(ended: Int, begun: Int)
    /// It did not exist yet; those it took over whole are added up instead.
    case predecessors([ReportSubject])
    /// It existed from a day of that period, perhaps its first; those it took over whole are added up with it.
    case continued([ReportSubject], from: Day)
    /// What it took over was divided among several, or goes on without a part, so no number can be given.
    case divided([ReportSubject], among: Int)
    /// It did not exist yet, and it took over from nobody that is known.
    case nothingBefore
    /// In the period itself it existed on these days only: a part is not set against a whole.
    case partOfPeriod(DayRange)
    /// In the earlier period it existed on these days only; those it took over then were divided, or are not known.
    case partOfPeriodBefore(DayRange, divided: [ReportSubject])
    /// In the period itself it took over these, which counted for themselves until then.
    case takingOver([ReportSubject])
    /// In the period itself it did not exist yet, or not any more: there is nothing to count.
    case notYet(from: Day)
    case noLonger(until: Day)
}

extension UnitTree {
    /// Whose counts of an earlier period a subject's are set against, and how; nobody's where that cannot be said.
    public func comparison(
        of subject: Slug, during range: DayRange, before: DayRange
    ) -> (subjects: [Slug], basis: ComparisonBasis) {
        if let absence = absence(of: subject, during: range) { return ([], absence) }
        guard let days = days(of: subject, during: range) else { return ([], .nothingBefore) }
        guard days == range else { return ([], .partOfPeriod(days)) }
        guard let then = self.days(of: subject, during: before) else {
            return comparison(of: subject, succeedingDuring: before, from: nil, until: range)
        }
        guard let gap = DayRange(before.first, then.first - 1) else {
            return comparison(ofLasting: subject, during: range, before: before)
        }
        return comparison(of: subject, succeedingDuring: gap, from: then, until: range)
    }

    /// A unit or committee under the name it had on a day.
    public func reportSubject(_ id: Slug, on day: Day) -> ReportSubject {
        ReportSubject(
            id: id, name: name(of: id, on: day) ?? LocalizedText(vi: id.description, en: id.description))
    }

    /// The days of a range on which a unit or committee exists; nil where there are none.
    public func days(of subject: Slug, during range: DayRange) -> DayRange? {
        (units[subject]?.validity ?? committees[subject]?.validity).flatMap { range.intersection(with: $0) }
    }

    private func absence(of subject: Slug, during range: DayRange) -> ComparisonBasis? {
        guard let validity = units[subject]?.validity ?? committees[subject]?.validity else { return nil }
        if let from = validity.from, from > range.last { return .notYet(from: from) }
        if let until = validity.until, until < range.first { return .noLonger(until: until) }
        return nil
    }

    private func basisOfLasting(_ subject: Slug, during range: DayRange, before: DayRange) -> ComparisonBasis {
        let (allThen, allNow) = (
            reportingSpans(of: subject, during: before), reportingSpans(of: subject, during: range)
        )
        let isOfWholePeriods =
            allThen.values.allSatisfy { $0 == [before] } && allNow.values.allSatisfy { $0 == [range] }
        if isOfWholePeriods, allThen.count == allNow.count, allThen.keys.allSatisfy({ allNow[$0] != nil }) {
            return .sameUnits
        }
        let (then, now) = (Set(members(of: subject, during: before)), Set(members(of: subject, during: range)))
        let ended = allThen.keys.count { allNow[$0] == nil }
        let begun = allNow.keys.count { allThen[$0] == nil }
        if then == now, ended + begun > 0 { return .changedBelow(ended: ended, begun: begun) }
        return .changedTree(
            ended: then.subtracting(now).sorted().map { reportSubject($0, on: before.last) },
            begun: now.subtracting(then).sorted().map { reportSubject($0, on: range.last) })
    }
}

/// Taking over from others.
extension UnitTree {
    private enum Succession {
        /// They, and nobody else, took over all of it.
        case whole([Slug])
        case divided([Slug], among: Int)
        case unknown
    }

    /// - Parameters:
    ///   - gap: the days before it existed.
    ///   - then: the days after them on which it did; nil where the gap is the whole period.
    ///   - range: the period that is set against them.
    private func comparison(
        of subject: Slug, succeedingDuring gap: DayRange, from then: DayRange?, until range: DayRange
    ) -> (subjects: [Slug], basis: ComparisonBasis) {
        func named(_ ids: [Slug]) -> [ReportSubject] { ids.map { reportSubject($0, on: gap.last) } }
        switch (succession(of: subject, during: gap, until: range), then) {
        case (.whole(let ids), let then?): return ([subject] + ids, .continued(named(ids), from: then.first))
        case (.whole(let ids), nil): return (ids, .predecessors(named(ids)))
        case (.divided(let ids, _), let then?): return ([], .partOfPeriodBefore(then, divided: named(ids)))
        case (.divided(let ids, let count), nil): return ([], .divided(named(ids), among: count))
        case (.unknown, let then?): return ([], .partOfPeriodBefore(then, divided: []))
        case (.unknown, nil): return ([], .nothingBefore)
        }
    }

    /// Of one that was there on all days of both periods, and may have taken over others since the first of them.
    private func comparison(
        ofLasting subject: Slug, during range: DayRange, before: DayRange
    ) -> (subjects: [Slug], basis: ComparisonBasis) {
        func named(_ ids: [Slug]) -> [ReportSubject] { ids.map { reportSubject($0, on: before.last) } }
        let own = reportingSpans(of: subject, during: before)
        // What lay below it then is counted for it already; what goes on beyond the period is not taken over yet.
        let ended = predecessors(of: subject, during: before).filter { id in
            own[committees[id]?.area ?? id] == nil && (lastDay(of: id).map { $0 < range.last } ?? false)
        }
        guard !ended.isEmpty else {
            return ([subject], basisOfLasting(subject, during: range, before: before))
        }
        let within = ended.filter { days(of: $0, during: range) != nil }
        guard within.isEmpty else { return ([], .takingOver(named(within))) }
        switch succession(of: subject, from: ended, during: before, until: range) {
        case .whole(let ids): return ([subject] + ids, .continued(named(ids), from: before.first))
        case .divided(let ids, let count): return ([], .divided(named(ids), among: count))
        // One of them began within the period, after nobody: what it counted is all there is.
        case .unknown: return ([subject] + ended, .continued(named(ended), from: before.first))
        }
    }

    private func lastDay(of subject: Slug) -> Day? {
        (units[subject]?.validity ?? committees[subject]?.validity)?.until
    }

    /// Those it took over that were there on some day of a range.
    private func predecessors(of subject: Slug, during range: DayRange) -> [Slug] {
        committees[subject].map { earlierCommittees(of: $0, during: range) }
            ?? (units[subject]?.succeeds ?? []).filter { days(of: $0, during: range) != nil }
    }

    private func succession(of subject: Slug, during gap: DayRange, until range: DayRange) -> Succession {
        succession(of: subject, from: predecessors(of: subject, during: gap), during: gap, until: range)
    }

    private func succession(
        of subject: Slug, from predecessors: [Slug], during gap: DayRange, until range: DayRange
    ) -> Succession {
        guard !predecessors.isEmpty else { return .unknown }
        let area = committees[subject]?.area ?? subject
        // One that goes on beside it kept a part of its own.
        func heirs(of predecessor: Slug) -> Set<Slug> {
            let place = committees[predecessor]?.area ?? predecessor
            let goesOn = days(of: place, during: range) != nil && !isUnit(place, within: area, on: range.last)
            return Set(successors[place] ?? []).union(goesOn ? [place] : [])
        }
        let divided = predecessors.filter { !heirs(of: $0).allSatisfy { isUnit($0, within: area) } }
        guard divided.isEmpty else {
            return .divided(divided, among: divided.reduce(into: Set<Slug>()) { $0.formUnion(heirs(of: $1)) }.count)
        }
        var all = predecessors
        for predecessor in predecessors {
            // One that itself began within these days took over from others, as far back as they go.
            guard let days = days(of: predecessor, during: gap), let earlier = DayRange(gap.first, days.first - 1)
            else { continue }
            guard case .whole(let more) = succession(of: predecessor, during: earlier, until: range) else {
                return .unknown
            }
            all += more.filter { !all.contains($0) }
        }
        return .whole(all)
    }

    /// The committees over the areas that a committee's area took over.
    private func earlierCommittees(of committee: Committee, during range: DayRange) -> [Slug] {
        let areas = Set(units[committee.area]?.succeeds ?? [])
        return committees.values.filter { areas.contains($0.area) && $0.validity.overlaps(range) }
            .map(\.id).sorted()
    }
}
