public import Outreach
import Storage

extension Workspace {
    /// All units and committees as a tree.
    public func unitTree() async throws -> UnitTree {
        try await database.read { try $0.unitTree() }
    }

    /// The tree, where it knows this unit or committee.
    ///
    /// - Throws: ``OrganisationError/unknownUnit(_:suggestions:)``.
    public func unitTree(knowing id: Slug) async throws -> UnitTree {
        try await database.read { try $0.requireUnit(id) }
    }
}

extension ReadTransaction {
    /// The tree, after making sure that it knows this unit or committee.
    ///
    /// - Throws: ``OrganisationError/unknownUnit(_:suggestions:)`` with the names that come closest.
    @discardableResult
    func requireUnit(_ id: Slug) throws -> UnitTree {
        let tree = try unitTree()
        guard tree.units[id] == nil, tree.committees[id] == nil else { return tree }
        throw OrganisationError.unknownUnit(id, suggestions: tree.nearest(to: id))
    }
}

extension UnitTree {
    /// The units and committees that a mistyped id may mean.
    func nearest(to id: Slug) -> [Slug] {
        NearestNames.of(id, among: Array(units.keys) + Array(committees.keys))
    }
}
