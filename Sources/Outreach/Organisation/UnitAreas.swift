/// Where units work: units move, and an old report counts the places of an area as it was then.
extension UnitTree {
    /// Some days on which a unit works in one area.
    public struct AreaDays: Sendable, Hashable {
        public let days: DayRange
        public let area: Slug

        public init(days: DayRange, area: Slug) {
            self.days = days
            self.area = area
        }
    }

    /// The commune, district or province a unit works in on a day: itself, or the nearest above it then; itself where
    /// there is none.
    public func area(of unit: Slug, on day: Day) -> Slug { knownArea(of: unit, on: day) ?? unit }

    /// The same; nil where there is none.
    func knownArea(of unit: Slug, on day: Day) -> Slug? {
        var current: Slug? = unit
        while let step = current, let known = units[step] {
            if known.kind.isWorkedIn { return step }
            current = known.parent(on: day)
        }
        return nil
    }

    /// Where a unit works on the days of a range, in order.
    public func areas(of unit: Slug, during range: DayRange) -> [AreaDays] {
        let cuts = movesAbove(unit).filter { $0 > range.first && $0 <= range.last }.sorted()
        var found: [AreaDays] = []
        for (first, next) in zip([range.first] + cuts, cuts + [range.last + 1]) {
            let area = area(of: unit, on: first)
            // A move within an area changes nothing.
            let begin = found.last.flatMap { $0.area == area ? $0.days.first : nil }
            if begin != nil { found.removeLast() }
            if let days = DayRange(begin ?? first, next - 1) { found.append(AreaDays(days: days, area: area)) }
        }
        return found
    }

    /// The first days under another parent, of a unit and of all that it ever lay below within its areas.
    private func movesAbove(_ unit: Slug) -> Set<Day> {
        var moves: Set<Day> = []
        var seen: Set<Slug> = []
        var waiting = [unit]
        while let next = waiting.popLast() {
            guard seen.insert(next).inserted, let known = units[next], !known.kind.isWorkedIn else { continue }
            moves.formUnion(known.former.filter { $0.parent != nil }.map { $0.until + 1 })
            waiting += known.parents.map(\.parent)
        }
        return moves
    }

    /// Whether a unit was `ancestor` on a day, or lay below it.
    public func isUnit(_ unit: Slug, within ancestor: Slug, on day: Day) -> Bool {
        var current: Slug? = unit
        while let step = current {
            if step == ancestor { return true }
            current = units[step]?.parent(on: day)
        }
        return false
    }
}

extension UnitKind {
    fileprivate var isWorkedIn: Bool { [.commune, .district, .province].contains(self) }
}
