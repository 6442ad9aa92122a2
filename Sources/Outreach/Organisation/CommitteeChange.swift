/// What happens to a committee over time. Who belonged to it before stays known, so that a report of an old period adds
/// up as it stood.
extension Committee {
    /// Under another name, of another area or with another standing unit, as if it had always been so: none of these
    /// carries days.
    public func described(
        as name: LocalizedText, area: Slug, standing: Slug
    ) throws(UnitChangeError) -> Committee {
        guard name != self.name || area != self.area || standing != self.standing else { throw .nothingChanges(id) }
        return Committee(
            id: id, name: name, area: area, standing: standing, memberships: memberships, validity: validity)
    }

    /// With a further member.
    ///
    /// - Parameter day: the first day on which it belongs to it; nil where it always has.
    public func joined(by unit: Slug, from day: Day?) throws(UnitChangeError) -> Committee {
        let validity = Validity(from: day)
        guard !memberships.contains(where: { $0.unit == unit && $0.validity.meets(validity) }) else {
            throw .memberAlready(unit)
        }
        return with(memberships + [Membership(unit: unit, validity: validity)])
    }

    /// With the last day of a member.
    ///
    /// - Parameter day: nil takes back what was written by mistake, as if it had not belonged to it since it last came.
    public func left(by unit: Slug, on day: Day?) throws(UnitChangeError) -> Committee {
        guard let place = memberships.lastIndex(where: { $0.unit == unit }) else { throw .noMember(unit) }
        var changed = memberships
        if let day {
            let from = changed[place].validity.from
            if let from, day < from { throw .notThere(unit, on: day) }
            changed[place] = Membership(unit: unit, validity: Validity(from: from, until: day))
        } else {
            changed.remove(at: place)
        }
        guard changed != memberships else { throw .nothingChanges(unit) }
        guard !changed.isEmpty else { throw .lastMember(id) }
        return with(changed)
    }

    /// With its last day; nil lets it go on.
    public func ending(on day: Day?) throws(UnitChangeError) -> Committee {
        guard day != validity.until else { throw .nothingChanges(id) }
        if let day, let from = validity.from, day < from { throw .notThere(id, on: day) }
        return Committee(
            id: id, name: name, area: area, standing: standing, memberships: memberships,
            validity: Validity(from: validity.from, until: day))
    }

    private func with(_ memberships: [Membership]) -> Committee {
        Committee(id: id, name: name, area: area, standing: standing, memberships: memberships, validity: validity)
    }
}
