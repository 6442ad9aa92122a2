/// Who answers for whom on which days: units are renamed, moved, merged and split, and a report of an old period adds up
/// the tree as it stood then.
extension UnitTree {
    /// The unit and everything below it, each with the days of the range on which it lay there, in order.
    ///
    /// A unit that shares no day with the range is left out; those below it may still count.
    public func spans(of root: Slug, during range: DayRange) -> [Slug: [DayRange]] {
        var found: [Slug: [DayRange]] = [:]
        var waiting = [(unit: root, range: range)]
        while let next = waiting.popLast() {
            guard let unit = units[next.unit] else { continue }
            if unit.validity.overlaps(next.range) { found[next.unit, default: []].append(next.range) }
            for (child, during) in children[next.unit] ?? [] {
                if let shared = next.range.intersection(with: during) { waiting.append((child, shared)) }
            }
        }
        return found.mapValues(DayRange.joined)
    }

    /// The units whose counts a unit or committee answers for, each with its days.
    public func reportingSpans(of subject: Slug, during range: DayRange) -> [Slug: [DayRange]] {
        guard let committee = committees[subject] else { return spans(of: subject, during: range) }
        return committee.members.reduce(into: [:]) { all, member in
            all.merge(spans(of: member, during: range)) { DayRange.joined($0 + $1) }
        }
    }

    /// The columns of a report: a committee's members, or the units directly below a unit, that existed then.
    public func members(of subject: Slug, during range: DayRange) -> [Slug] {
        let below: [Slug]
        if let committee = committees[subject] {
            below = committee.members
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

    /// The commune, district or province a unit works in: itself, or the nearest above it.
    public func area(of unit: Slug) -> Slug {
        var current: Slug? = unit
        while let step = current, let known = units[step] {
            if [.commune, .district, .province].contains(known.kind) { return step }
            current = known.parent
        }
        return unit
    }

    /// Whether a unit works in a priority area: it or one above it is marked as such.
    public func isInPriorityArea(_ unit: Slug) -> Bool {
        var current: Slug? = unit
        while let step = current, let known = units[step] {
            if known.isPriority { return true }
            current = known.parent
        }
        return false
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
