public import Outreach
import Storage

/// A user as an administrator over them sees the account.
public struct Account: Sendable {
    public let user: User
    /// Without one, the user still needs a log-in link.
    public let hasPassword: Bool
    public let openSessions: Int
    /// The last use of a session that is still open, to within a few minutes.
    public let lastSeenAt: Instant?
}

extension Workspace {
    /// The accounts of those the caller administers.
    public func accounts(as caller: Caller) async throws -> [Account] {
        let now = now
        return try await database.read { tx in
            try tx.authorise(caller, .administer)
            return try tx.users().filter { try tx.may(caller, over: $0) }.map { user in
                let sessions = try tx.webSessions(of: user.id).filter { $0.isOpen(at: now) }
                return Account(
                    user: user, hasPassword: try tx.passwordHash(of: user.id) != nil, openSessions: sessions.count,
                    lastSeenAt: sessions.map(\.lastSeenAt).max())
            }
        }
    }

    /// Those with a role that the caller may take away; whoever administers the whole workspace sees everybody.
    public func people(as caller: Caller) async throws -> [User] {
        try await database.read { tx in
            try tx.authorise(caller, .administer)
            guard let authority = try tx.authority(of: caller) else { return try tx.users() }
            let tree = try tx.unitTree()
            return try tx.users().filter { user in
                authority.mayForWhole(.administer)
                    || user.grants.contains { grant in
                        grant.unit.map { authority.may(.administer, for: $0, in: tree) } ?? false
                    }
            }
        }
    }

    /// Keeps a user out: sessions and links end at once; tokens and feeds the user made rest until they are enabled.
    public func disableUser(_ id: Slug, as caller: Caller, mode: ChangeMode) async throws -> User {
        try await setActive(false, id, as: caller, mode: mode)
    }

    /// Lets a user in again, with the roles and the password from before.
    public func enableUser(_ id: Slug, as caller: Caller, mode: ChangeMode) async throws -> User {
        try await setActive(true, id, as: caller, mode: mode)
    }

    private func setActive(_ isActive: Bool, _ id: Slug, as caller: Caller, mode: ChangeMode) async throws -> User {
        let now = now
        return try await change(mode) { tx in
            if !isActive, caller == .user(id) { throw AccessError.ownAccount }
            let user = try tx.authoriseAccount(id, as: caller)
            let changed = User(id: id, name: user.name, grants: user.grants, isActive: isActive)
            try tx.put(changed)
            try tx.requireAdministrator()
            if !isActive {
                try tx.removeWebSessions(of: id)
                try tx.removeLogInLinks(for: id)
            }
            if isActive != user.isActive {
                try tx.audit(
                    at: now, actor: caller.name, action: isActive ? "users.enable" : "users.disable",
                    subject: id.description, detail: "")
            }
            return changed
        }
    }

    /// Changes a user's full name; the log-in name stays.
    public func renameUser(_ id: Slug, to name: String, as caller: Caller, mode: ChangeMode) async throws -> User {
        let now = now
        let name = try personName(name)
        return try await change(mode) { tx in
            let user = try tx.authoriseAccount(id, as: caller)
            let changed = User(id: id, name: name, grants: user.grants, isActive: user.isActive)
            try tx.put(changed)
            try tx.audit(
                at: now, actor: caller.name, action: "users.rename", subject: id.description,
                detail: "\(user.name) → \(name)")
            return changed
        }
    }

    /// A log-in name for a new user.
    ///
    /// - Throws: ``AccessError/reservedName(_:)``.
    func requireFree(_ id: Slug) throws {
        guard id.description != Caller.program.name else { throw AccessError.reservedName(id) }
    }

    /// A full name as it is stored.
    ///
    /// - Throws: ``AccessError/nameMissing``.
    func personName(_ text: String) throws -> String {
        let name = text.normalized.trimmed
        guard (1...120).contains(name.count), name.utf8.count <= 1000 else { throw AccessError.nameMissing }
        return name
    }
}
