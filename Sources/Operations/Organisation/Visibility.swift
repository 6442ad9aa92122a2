import Outreach
import Storage

extension ReadTransaction {
    /// Whether the caller holds the permission for the unit; the program itself holds all.
    func may(_ caller: Caller, _ permission: Permission, for unit: Slug, in tree: UnitTree) throws -> Bool {
        do {
            return try authority(of: caller)?.may(permission, for: unit, in: tree) ?? true
        } catch is OrganisationError {
            return false
        }
    }

    /// The units whose things the caller may see, within a unit or committee where one is named; nil is all of them.
    ///
    /// - Throws: ``OrganisationError/unknownUnit(_:suggestions:)`` or, for a unit that is not the caller's,
    ///   ``OrganisationError/notTheirs(user:unit:)``.
    func visibleUnits(within subject: Slug?, to caller: Caller) throws -> [Slug]? {
        guard let subject else {
            guard let authority = try authority(of: caller) else { return nil }
            let tree = try unitTree()
            return tree.units.keys.filter { authority.may(.view, for: $0, in: tree) }.sorted()
        }
        let tree = try requireUnit(subject)
        try authorise(caller, .view, for: subject)
        guard let everyDay = DayRange(Day(julianDay: 0), Day(julianDay: 5_000_000)) else { return [] }
        return tree.reportingUnits(of: subject, during: everyDay)
    }
}
