/// Which unit somebody means who wrote a name: names come again, in another commune or after a reform.
extension UnitTree {
    /// The units of a name that exist on a day, those nearest to a unit where there are several: in its area, and with
    /// its parent.
    ///
    /// - Parameter isMeant: whether a name is the one that was written. What a unit is called on the day goes before what
    ///   it is called on others.
    public func units(
        among candidates: some Sequence<Unit>, near unit: Slug, on day: Day, named isMeant: (String) -> Bool
    ) -> [Unit] {
        let found = Unit.named(candidates.filter { $0.validity.contains(day) }, on: day, isMeant)
        guard found.count > 1 else { return found }
        let area = area(of: unit, on: day)
        let parent = units[unit]?.parent(on: day)
        let near = found.filter { isUnit($0.id, within: area, on: day) }
        let nearest = near.isEmpty ? found : near
        let beside = parent == nil ? [] : nearest.filter { $0.parent(on: day) == parent }
        return beside.isEmpty ? nearest : beside
    }

    /// The school or club that a unit means by a name on a day: the only one of that name in its area, or else in what
    /// its area lies in. One of another commune is another school.
    ///
    /// - Parameters:
    ///   - name: as ``PlaceWords/canonical(_:)`` has it.
    ///   - level: that of the session, which no school of another level can be the place of; nil asks for none.
    public func place(
        named name: String, among candidates: some Sequence<Unit>, for unit: Slug, on day: Day,
        level: SchoolLevel? = nil
    ) -> Unit? {
        let there = candidates.filter { candidate in
            candidate.kind.isPlace && candidate.validity.contains(day)
                && (level == nil || candidate.level == nil || candidate.level == level)
        }
        func only(_ places: [Unit]) -> [Unit] { Unit.named(places, on: day) { PlaceWords.canonical($0) == name } }
        let found: [Unit]
        if let area = knownArea(of: unit, on: day) {
            let own = only(there.filter { isUnit($0.id, within: area, on: day) })
            found =
                own.isEmpty
                ? only(
                    there.filter { place in
                        knownArea(of: place.id, on: day).map { isUnit(unit, within: $0, on: day) } ?? true
                    }) : own
        } else {
            found = only(there)
        }
        return found.count == 1 ? found[0] : nil
    }
}

extension Unit {
    /// Those called so on a day; where none is, those called so on others.
    fileprivate static func named(_ units: [Unit], on day: Day, _ isMeant: (String) -> Bool) -> [Unit] {
        let now = units.filter { isMeant($0.name(on: day).vi) }
        guard now.isEmpty else { return now }
        return units.filter { !$0.former.isEmpty && $0.names.contains { isMeant($0.vi) } }
    }
}
