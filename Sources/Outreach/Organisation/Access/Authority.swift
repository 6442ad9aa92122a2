/// Whose roles count for what is asked. Where there are several, each of them has to allow it: a token may do what
/// its own role gives, and never more than its maker may at that moment.
public struct Authority: Sendable, Hashable {
    /// Who is told that something is not allowed.
    public let id: Slug
    public let bearers: [User]

    /// A person with all of their roles.
    public init(_ user: User) {
        id = user.id
        bearers = [user]
    }

    /// What someone gave away of their own rights: as much of them as the grant has.
    public init(_ id: Slug, grant: Grant, from maker: User) {
        self.id = id
        bearers = [maker, User(id: id, name: id.description, grants: [grant])]
    }

    public func may(_ permission: Permission, for unit: Slug, in tree: UnitTree) -> Bool {
        bearers.allSatisfy { $0.may(permission, for: unit, in: tree) }
    }

    /// For some unit: enough for what the workspace shares, such as the library.
    public func may(_ permission: Permission) -> Bool {
        bearers.allSatisfy { $0.may(permission) }
    }

    public func mayForWhole(_ permission: Permission) -> Bool {
        bearers.allSatisfy { $0.mayForWhole(permission) }
    }
}
