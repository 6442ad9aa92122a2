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
    /// A machine, by the name of its API token.
    case token(Slug)
    /// Another program that reads a feed.
    case feed(Identifier<Feed>)
    /// Loa itself: a timer, or the first steps in a workspace that has no users yet.
    case program

    /// As the audit log has it.
    public var name: String {
        switch self {
        case .user(let id): id.description
        case .token(let name): "token:\(name)"
        case .feed(let id): "feed:\(id)"
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
        case .perform: return try await database.write(body)
        case .rehearse: return try await database.rehearse(body)
        }
    }
}

extension ReadTransaction {
    /// Checks that the caller may do this for the unit.
    ///
    /// - Throws: ``OrganisationError/notPermitted(user:permission:unit:)``, for a unit whose things the caller may not
    ///   even see ``OrganisationError/notTheirs(user:unit:)``, or why the caller is nobody at all.
    func authorise(_ caller: Caller, _ permission: Permission, for unit: Slug) throws {
        guard let authority = try authority(of: caller) else { return }
        let tree = try unitTree()
        guard !authority.may(permission, for: unit, in: tree) else { return }
        // Whoever sees nothing at all, as one who was disabled, is told that.
        if authority.may(.view), !authority.may(.view, for: unit, in: tree) {
            throw OrganisationError.notTheirs(user: authority.id, unit: unit)
        }
        throw OrganisationError.notPermitted(user: authority.id, permission: permission, unit: unit)
    }

    /// Checks that the caller has the right over the whole workspace.
    func authoriseWhole(_ caller: Caller, _ permission: Permission) throws {
        guard let authority = try authority(of: caller) else { return }
        guard authority.mayForWhole(permission) else {
            throw OrganisationError.notPermitted(user: authority.id, permission: permission, unit: nil)
        }
    }

    /// Checks that the caller has the right anywhere: for what the workspace shares.
    func authorise(_ caller: Caller, _ permission: Permission) throws {
        guard let authority = try authority(of: caller) else { return }
        guard authority.may(permission) else {
            throw OrganisationError.notPermitted(user: authority.id, permission: permission, unit: nil)
        }
    }
}
