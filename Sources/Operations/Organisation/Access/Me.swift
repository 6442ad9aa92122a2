public import Outreach
import Storage

/// Who asks and what they may do at this moment: what a page shows and leaves out.
public struct Me: Sendable {
    public let caller: Caller
    /// The log-in name, or as the audit log names a machine.
    public let id: String
    /// The full name.
    public let name: String
    public let grants: [Grant]
    /// What is allowed for some unit.
    public let permissions: Set<Permission>
    /// What is allowed for the whole workspace.
    public let wholePermissions: Set<Permission>
    private let authority: Authority?
    private let tree: UnitTree

    fileprivate init(_ caller: Caller, _ authority: Authority?, in tree: UnitTree) {
        self.caller = caller
        id = caller.name
        name = authority?.bearers.last?.name ?? caller.name
        grants = authority?.bearers.last?.grants ?? []
        permissions = Set(Permission.allCases.filter { authority?.may($0) ?? true })
        wholePermissions = Set(Permission.allCases.filter { authority?.mayForWhole($0) ?? true })
        self.authority = authority
        self.tree = tree
    }

    public func may(_ permission: Permission) -> Bool { permissions.contains(permission) }

    public func may(_ permission: Permission, for unit: Slug) -> Bool {
        authority?.may(permission, for: unit, in: tree) ?? true
    }

    public func mayForWhole(_ permission: Permission) -> Bool { wholePermissions.contains(permission) }

    /// The units for which this is allowed, in order of their ids; those that no longer exist too.
    public func units(for permission: Permission) -> [Slug] {
        tree.units.keys.filter { may(permission, for: $0) }.sorted()
    }

    /// The committees for which this is allowed.
    public func committees(for permission: Permission) -> [Slug] {
        tree.committees.keys.filter { may(permission, for: $0) }.sorted()
    }
}

extension Workspace {
    /// - Throws: ``OrganisationError/unknownUser(_:)`` or ``OrganisationError/revoked(_:)``.
    public func me(as caller: Caller) async throws -> Me {
        try await database.read { Me(caller, try $0.authority(of: caller), in: try $0.unitTree()) }
    }
}
