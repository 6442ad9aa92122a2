extension UnitTree {
    /// Everything that keeps these units from being a tree.
    static func problems(units: [Unit], committees: [Committee]) -> [UnitTreeProblem] {
        let ids = units.map(\.id) + committees.map(\.id)
        let known = Set(ids)
        let parents = Dictionary(units.map { ($0.id, $0.parent) }, uniquingKeysWith: { first, _ in first })
        // Of thousands of units hardly any is there twice.
        let repeated = known.count == ids.count ? [] : duplicates(in: ids)
        return repeated.map(UnitTreeProblem.duplicate)
            + units.flatMap { unknownParents(of: $0, among: parents) }
            + circles(among: units).map(UnitTreeProblem.cycle)
            + committees.flatMap { committee in
                ([committee.area, committee.standing] + committee.members)
                    .filter { !known.contains($0) }
                    .map { .unknownMember(committee: committee.id, unit: $0) }
            }
    }

    private static func unknownParents(of unit: Unit, among parents: [Slug: Slug?]) -> [UnitTreeProblem] {
        // Most never had but one.
        let above = unit.former.isEmpty ? [unit.parent].compactMap(\.self) : unit.parents.map(\.parent)
        return Set(above.filter { parents[$0] == nil }).sorted().map { .unknownParent(unit.id, parent: $0) }
    }

    /// The circles of today and of every earlier time at which parents were others.
    private static func circles(among units: [Unit]) -> [[Slug]] {
        let changes = Set(units.flatMap { $0.former.map(\.until) })
        let now = Dictionary(units.map { ($0.id, $0.parent) }, uniquingKeysWith: { first, _ in first })
        let earlier = changes.sorted().map { day in
            Dictionary(
                units.map { unit in (unit.id, unit.parents.first { $0.during.contains(day) }?.parent) },
                uniquingKeysWith: { first, _ in first })
        }
        var found: [[Slug]] = []
        for cycle in ([now] + earlier).flatMap(cycles) where !found.contains(cycle) { found.append(cycle) }
        return found
    }

    private static func duplicates(in ids: [Slug]) -> [Slug] {
        Dictionary(grouping: ids, by: \.self).filter { $0.value.count > 1 }.keys.sorted()
    }

    /// Each circle once, beginning at its smallest id.
    private static func cycles(in parents: [Slug: Slug?]) -> [[Slug]] {
        var found: Set<[Slug]> = []
        var cleared: Set<Slug> = []
        for start in parents.keys {
            var path: [Slug] = []
            var current: Slug? = start
            while let step = current, !cleared.contains(step) {
                if let index = path.firstIndex(of: step) {
                    found.insert(rotated(Array(path[index...])))
                    break
                }
                path.append(step)
                current = parents[step] ?? nil
            }
            cleared.formUnion(path)
        }
        return found.sorted { $0[0] < $1[0] }
    }

    private static func rotated(_ cycle: [Slug]) -> [Slug] {
        guard let smallest = cycle.min(), let index = cycle.firstIndex(of: smallest) else { return cycle }
        return Array(cycle[index...] + cycle[..<index]) + [smallest]
    }
}
