public import Outreach
import Storage

/// Whether a change is made or only tried out.
public enum ChangeMode: Sendable, Hashable {
    case perform
    /// Everything is checked and counted as for real, then taken back: `--dry-run`.
    case rehearse
}

/// Who asks for an operation.
public enum Caller: Sendable, Hashable {
    case user(Slug)
    /// Loa itself: a timer, or the first steps in a workspace that has no users yet.
    case program

    var name: String {
        switch self {
        case .user(let id): id.description
        case .program: "loa"
        }
    }
}

extension Workspace {
    /// Runs a change in one transaction, or tries it out in one that is taken back.
    func change<Value: Sendable>(
        _ mode: ChangeMode, _ body: @Sendable @escaping (WriteTransaction) throws -> Value
    ) async throws -> Value {
        switch mode {
        case .perform: try await database.write(body)
        case .rehearse: try await database.rehearse(body)
        }
    }
}

extension ReadTransaction {
    /// Checks that the caller may do this for the unit.
    ///
    /// - Throws: ``OrganisationError/notPermitted(user:permission:unit:)`` or ``OrganisationError/unknownUser(_:)``.
    func authorise(_ caller: Caller, _ permission: Permission, for unit: Slug) throws {
        guard case .user(let id) = caller else { return }
        guard let user = try user(id) else { throw OrganisationError.unknownUser(id) }
        guard user.may(permission, for: unit, in: try unitTree()) else {
            throw OrganisationError.notPermitted(user: id, permission: permission, unit: unit)
        }
    }

    /// Checks that the caller has the right over the whole workspace.
    func authoriseWhole(_ caller: Caller, _ permission: Permission) throws {
        guard case .user(let id) = caller else { return }
        guard let user = try user(id) else { throw OrganisationError.unknownUser(id) }
        guard user.isActive,
            user.grants.contains(where: { $0.unit == nil && $0.role.permissions.contains(permission) })
        else { throw OrganisationError.notPermitted(user: id, permission: permission, unit: nil) }
    }

    /// Checks that the caller has the right anywhere: for what the workspace shares.
    func authorise(_ caller: Caller, _ permission: Permission) throws {
        guard case .user(let id) = caller else { return }
        guard let user = try user(id) else { throw OrganisationError.unknownUser(id) }
        guard user.may(permission) else {
            throw OrganisationError.notPermitted(user: id, permission: permission, unit: nil)
        }
    }
}
