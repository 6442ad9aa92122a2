import Outreach

/// Which places were visited, in which cells of a ground and by what kinds of sessions; each place once.
struct PlaceCounter {
    private struct Single: Hashable {
        var cell: Int32
        var kinds: VisitKinds
    }

    private var indexes: [UInt64: Int] = [:]
    private var first: [Single] = []
    /// Of the few places that were visited in more than one cell.
    private var others: [Int: [Int: VisitKinds]] = [:]

    mutating func add(_ place: UInt64, cell: Int, kinds: VisitKinds) {
        guard let index = indexes[place] else {
            indexes[place] = first.count
            first.append(Single(cell: Int32(cell), kinds: kinds))
            return
        }
        if first[index].cell == Int32(cell) {
            first[index].kinds.formUnion(kinds)
        } else {
            others[index, default: [:]][cell, default: []].formUnion(kinds)
        }
    }

    /// How many places were visited alike.
    var visited: [VisitedPlaces] {
        var singles: [Single: Int] = [:]
        var several: [[Int: VisitKinds]: Int] = [:]
        for (index, single) in first.enumerated() {
            if let more = others[index] {
                several[more.merging([Int(single.cell): single.kinds]) { $0.union($1) }, default: 0] += 1
            } else {
                singles[single, default: 0] += 1
            }
        }
        return singles.map { VisitedPlaces(visits: [Int($0.key.cell): $0.key.kinds], count: $0.value) }
            + several.map { VisitedPlaces(visits: $0.key, count: $0.value) }
    }
}
