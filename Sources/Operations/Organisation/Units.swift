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
        let words = Set(id.description.split(separator: "-"))
        let near = (Array(tree.units.keys) + Array(tree.committees.keys))
            .map { (id: $0, common: words.intersection($0.description.split(separator: "-")).count) }
            .filter { $0.common > 0 }
            .sorted { ($1.common, $0.id) < ($0.common, $1.id) }
        throw OrganisationError.unknownUnit(id, suggestions: near.prefix(3).map(\.id))
    }
}
