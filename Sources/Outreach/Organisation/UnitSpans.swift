/// Who answers for whom on which days: units are renamed, moved, merged and split, and a report of an old period adds up
/// the tree as it stood then.
extension UnitTree {
    /// The unit and everything below it, each with the days of the range on which it lay there, in order.
    ///
    /// A unit counts on the days it exists; those below it may still count on others.
    public func spans(of root: Slug, during range: DayRange) -> [Slug: [DayRange]] {
        var found: [Slug: [DayRange]] = [:]
        var waiting = [(unit: root, range: range)]
        while let next = waiting.popLast() {
            guard let unit = units[next.unit] else { continue }
            if let days = next.range.intersection(with: unit.validity) { found[next.unit, default: []].append(days) }
            for (child, during) in children[next.unit] ?? [] {
                if let shared = next.range.intersection(with: during) { waiting.append((child, shared)) }
            }
        }
        return found.mapValues(DayRange.joined)
    }

    /// The units whose counts a unit or committee answers for, each with its days.
    public func reportingSpans(of subject: Slug, during range: DayRange) -> [Slug: [DayRange]] {
        guard let committee = committees[subject] else { return spans(of: subject, during: range) }
        guard let days = range.intersection(with: committee.validity) else { return [:] }
        return committee.memberships.reduce(into: [:]) { all, member in
            guard let days = days.intersection(with: member.validity) else { return }
            all.merge(spans(of: member.unit, during: days)) { DayRange.joined($0 + $1) }
        }
    }

    /// The same for several, such as those that were there before a unit; what two of them answer for counts once.
    public func reportingSpans(ofAll subjects: [Slug], during range: DayRange) -> [Slug: [DayRange]] {
        subjects.reduce(into: [:]) { all, subject in
            all.merge(reportingSpans(of: subject, during: range)) { DayRange.joined($0 + $1) }
        }
    }

    /// What a member's column of a report counts: its own units, on the days on which it belongs to the subject.
    public func reportingSpans(of member: Slug, in subject: Slug, during range: DayRange) -> [Slug: [DayRange]] {
        guard let committee = committees[subject] else {
            return spans(of: subject, during: range, through: member)
        }
        guard let days = range.intersection(with: committee.validity) else { return [:] }
        return committee.memberships.filter { $0.unit == member }.reduce(into: [:]) { all, membership in
            guard let days = days.intersection(with: membership.validity) else { return }
            all.merge(spans(of: member, during: days)) { DayRange.joined($0 + $1) }
        }
    }

    /// What lies below a unit by way of one of its children, on the days on which the child is under it.
    private func spans(of root: Slug, during range: DayRange, through child: Slug) -> [Slug: [DayRange]] {
        (children[root] ?? []).filter { $0.child == child }.reduce(into: [:]) { all, under in
            guard let days = range.intersection(with: under.during) else { return }
            all.merge(spans(of: child, during: days)) { DayRange.joined($0 + $1) }
        }
    }

    /// The columns of a report: a committee's members, or the units directly below a unit, that existed then.
    public func members(of subject: Slug, during range: DayRange) -> [Slug] {
        let below: [Slug]
        if let committee = committees[subject] {
            below = committee.members(during: range)
        } else {
            var seen: Set<Slug> = []
            below = (children[subject] ?? []).filter { $0.during.overlaps(range) }.map(\.child)
                .filter { seen.insert($0).inserted }.sorted()
        }
        return below.filter { units[$0].map { $0.validity.overlaps(range) } ?? true }
    }

    /// The name of a unit or committee on a day.
    public func name(of subject: Slug, on day: Day) -> LocalizedText? {
        units[subject]?.name(on: day) ?? committees[subject]?.name
    }

    /// The days of a range on which a unit works in a priority area: it, or one it lay below then, was one.
    public func priorityDays(of unit: Slug, during range: DayRange) -> [DayRange] {
        guard let known = units[unit] else { return [] }
        let own = known.priority.flatMap { range.intersection(with: $0) }
        let above = known.parents.flatMap { parent, during in
            range.intersection(with: during).map { priorityDays(of: parent, during: $0) } ?? []
        }
        return DayRange.joined([own].compactMap(\.self) + above)
    }

    /// Of some units' days those in priority areas.
    public func inPriorityAreas(_ spans: [Slug: [DayRange]]) -> [Slug: [DayRange]] {
        var found: [Slug: [DayRange]] = [:]
        for (unit, ranges) in spans {
            let days = DayRange.joined(ranges.flatMap { priorityDays(of: unit, during: $0) })
            if !days.isEmpty { found[unit] = days }
        }
        return found
    }
}

extension DayRange {
    /// The days that both have; nil where there are none.
    public func intersection(with other: Validity) -> DayRange? {
        DayRange(other.from.map { max($0, first) } ?? first, other.until.map { min($0, last) } ?? last)
    }

    /// The same days as few ranges, in order.
    static func joined(_ ranges: [DayRange]) -> [DayRange] {
        guard ranges.count > 1 else { return ranges }
        var joined: [DayRange] = []
        for range in ranges.sorted(by: { ($0.first, $0.last) < ($1.first, $1.last) }) {
            if let last = joined.last, range.first <= last.last + 1,
                let both = DayRange(last.first, max(last.last, range.last))
            {
                joined[joined.count - 1] = both
            } else {
                joined.append(range)
            }
        }
        return joined
    }
}
