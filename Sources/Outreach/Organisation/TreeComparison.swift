/// How an earlier period can be compared with a later one, when the tree of units changed between them.
public enum ComparisonBasis: Sendable, Hashable, Codable {
    /// The same units answer in both.
    case sameUnits
    /// Each period by the tree as it stood then; these ended and these began between them.
    case changedTree(ended: [ReportSubject], begun: [ReportSubject])
    /// It did not exist yet; those it took over whole are added up instead.
    case predecessors([ReportSubject])
    /// It did not exist yet, and what it took over was divided among several, so no number can be given.
    case divided([ReportSubject], among: Int)
    /// It did not exist yet, and it took over from nobody that is known.
    case nothingBefore
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
        if exists(subject, during: before) {
            return ([subject], basisOfLasting(subject, during: range, before: before))
        }
        let predecessors =
            committees[subject].map { earlierCommittees(of: $0, during: before) }
            ?? (units[subject]?.succeeds ?? []).filter { exists($0, during: before) }
        guard !predecessors.isEmpty else { return ([], .nothingBefore) }
        let area = committees[subject]?.area ?? subject
        let areas = predecessors.map { committees[$0]?.area ?? $0 }
        let heirs = Set(areas.flatMap { successors[$0] ?? [] })
        guard heirs.allSatisfy({ isUnit($0, within: area) }) else {
            return ([], .divided(predecessors.map { reportSubject($0, on: before.last) }, among: heirs.count))
        }
        return (predecessors, .predecessors(predecessors.map { reportSubject($0, on: before.last) }))
    }

    /// A unit or committee under the name it had on a day.
    public func reportSubject(_ id: Slug, on day: Day) -> ReportSubject {
        ReportSubject(
            id: id, name: name(of: id, on: day) ?? LocalizedText(vi: id.description, en: id.description))
    }

    private func absence(of subject: Slug, during range: DayRange) -> ComparisonBasis? {
        guard let validity = units[subject]?.validity ?? committees[subject]?.validity else { return nil }
        if let from = validity.from, from > range.last { return .notYet(from: from) }
        if let until = validity.until, until < range.first { return .noLonger(until: until) }
        return nil
    }

    private func exists(_ subject: Slug, during range: DayRange) -> Bool {
        (units[subject]?.validity ?? committees[subject]?.validity)?.overlaps(range) ?? false
    }

    /// The committees over the areas that a committee's area took over.
    private func earlierCommittees(of committee: Committee, during range: DayRange) -> [Slug] {
        let areas = Set(units[committee.area]?.succeeds ?? [])
        return committees.values.filter { areas.contains($0.area) && $0.validity.overlaps(range) }
            .map(\.id).sorted()
    }

    private func basisOfLasting(_ subject: Slug, during range: DayRange, before: DayRange) -> ComparisonBasis {
        let (then, now) = (
            Set(members(of: subject, during: before)), Set(members(of: subject, during: range))
        )
        guard then != now else { return .sameUnits }
        return .changedTree(
            ended: then.subtracting(now).sorted().map { reportSubject($0, on: before.last) },
            begun: now.subtracting(then).sorted().map { reportSubject($0, on: range.last) })
    }
}
