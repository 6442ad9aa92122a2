extension UnitTree {
    /// Everything that keeps these units from being a tree.
    static func problems(units: [Unit], committees: [Committee]) -> [UnitTreeProblem] {
        let ids = units.map(\.id) + committees.map(\.id)
        let known = Set(ids)
        let parents = Dictionary(units.map { ($0.id, $0.parent) }, uniquingKeysWith: { first, _ in first })
        return duplicates(in: ids).map(UnitTreeProblem.duplicate)
            + units.compactMap { unit in
                guard let parent = unit.parent, parents[parent] == nil else { return nil }
                return .unknownParent(unit.id, parent: parent)
            }
            + cycles(in: parents).map(UnitTreeProblem.cycle)
            + committees.flatMap { committee in
                ([committee.area, committee.standing] + committee.members)
                    .filter { !known.contains($0) }
                    .map { .unknownMember(committee: committee.id, unit: $0) }
            }
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
