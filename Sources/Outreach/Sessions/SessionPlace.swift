/// One place is one, whether somebody chose the school or only wrote its name.
extension Session {
    /// With the unit that the place is by its name, where nobody said which.
    public func placed(in tree: UnitTree) -> Session {
        guard placeUnit == nil else { return self }
        return at(
            tree.place(
                named: PlaceWords.canonical(place), among: tree.units.values, for: unit, on: day, level: level)?.id)
    }

    /// With the unit that the place is after a correction: a place of another name, or on a day on which the unit was not
    /// there, is looked up anew.
    ///
    /// - Parameter saysPlaceUnit: whether whoever corrects said which unit it is, though it be the one before.
    public func placed(in tree: UnitTree, correcting before: Session, saysPlaceUnit: Bool = false) -> Session {
        guard !saysPlaceUnit, let unit = placeUnit, unit == before.placeUnit else { return placed(in: tree) }
        return isStill(at: tree.units[unit], before) ? self : at(nil).placed(in: tree)
    }

    private func isStill(at unit: Unit?, _ before: Session) -> Bool {
        guard let unit else { return false }
        let isThere = day == before.day || unit.validity.contains(day)
        let name = PlaceWords.canonical(place)
        // "Hội trường Trường THCS A" names the school as well.
        return isThere
            && (name == PlaceWords.canonical(before.place)
                || unit.names.contains { " \(name) ".contains(" \(PlaceWords.canonical($0.vi)) ") })
    }

    /// Whether it is what was sent when a kept session came in: the unit of the place may have been found here since.
    public func repeats(_ kept: Session) -> Bool {
        self == kept || placeUnit == nil && self == kept.at(nil)
    }

    private func at(_ placeUnit: Slug?) -> Session {
        var session = self
        session.placeUnit = placeUnit
        return session
    }
}
