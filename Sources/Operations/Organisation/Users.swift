public import Outreach
import Storage

extension Workspace {
    public func users(as caller: Caller) async throws -> [User] {
        try await database.read { tx in
            try tx.authorise(caller, .view)
            return try tx.users()
        }
    }

    /// Whether nobody can log in yet, so that the first administrator is still to be made.
    public func hasUsers() async throws -> Bool {
        try await database.read { try !$0.users().isEmpty }
    }

    /// Makes the first user of a workspace: an administrator of the whole of it. Refused once there is any user.
    public func addFirstAdministrator(_ id: Slug, name: String, mode: ChangeMode) async throws -> User {
        let now = now
        let name = try personName(name)
        try requireFree(id)
        return try await change(mode) { tx in
            guard try tx.users().isEmpty else {
                throw OrganisationError.notPermitted(user: id, permission: .administer, unit: nil)
            }
            return try tx.addFirstAdministrator(id, name: name, at: now)
        }
    }

    /// Adds a user with a first role.
    public func addUser(
        _ id: Slug, name: String, grant: Grant, as caller: Caller, mode: ChangeMode
    ) async throws -> User {
        let now = now
        let name = try personName(name)
        try requireFree(id)
        return try await change(mode) { tx in
            try tx.authorise(for: grant.unit, caller)
            if let unit = grant.unit { try tx.requireUnit(unit) }
            guard try tx.user(id) == nil else { throw OrganisationError.userExists(id) }
            let user = User(id: id, name: name, grants: [grant])
            try tx.put(user)
            try tx.audit(
                at: now, actor: caller.name, action: "users.add", subject: id.description,
                detail: grant.description)
            return user
        }
    }

    public func grant(
        _ grant: Grant, to id: Slug, as caller: Caller, mode: ChangeMode
    ) async throws -> User {
        try await changeGrants(of: id, grant: grant, action: "users.grant", as: caller, mode: mode) { user in
            Array(Set(user.grants + [grant]))
        }
    }

    public func revoke(
        _ grant: Grant, from id: Slug, as caller: Caller, mode: ChangeMode
    ) async throws -> User {
        try await changeGrants(of: id, grant: grant, action: "users.revoke", as: caller, mode: mode) { user in
            guard user.grants.contains(grant) else { throw OrganisationError.noRole(id, grant.role) }
            return user.grants.filter { $0 != grant }
        }
    }

    private func changeGrants(
        of id: Slug, grant: Grant, action: String, as caller: Caller, mode: ChangeMode,
        _ grants: @Sendable @escaping (User) throws -> [Grant]
    ) async throws -> User {
        let now = now
        return try await change(mode) { tx in
            try tx.authorise(for: grant.unit, caller)
            if let unit = grant.unit { try tx.requireUnit(unit) }
            guard let user = try tx.user(id) else { throw OrganisationError.unknownUser(id) }
            let changed = User(id: user.id, name: user.name, grants: try grants(user), isActive: user.isActive)
            try tx.put(changed)
            try tx.requireAdministrator()
            try tx.audit(
                at: now, actor: caller.name, action: action, subject: id.description, detail: grant.description)
            return changed
        }
    }
}

extension ReadTransaction {
    /// Who gives a role for the whole workspace must administer the whole of it.
    fileprivate func authorise(for unit: Slug?, _ caller: Caller) throws {
        if let unit {
            try authorise(caller, .administer, for: unit)
        } else {
            try authoriseWhole(caller, .administer)
        }
    }

    /// Checks that someone still administers the whole workspace.
    func requireAdministrator() throws {
        guard try users().contains(where: { $0.mayForWhole(.administer) }) else {
            throw OrganisationError.lastAdministrator
        }
    }
}

extension WriteTransaction {
    func addFirstAdministrator(_ id: Slug, name: String, at now: Instant) throws -> User {
        let user = User(id: id, name: name, grants: [Grant(role: .administrator, unit: nil)])
        try put(user)
        try audit(
            at: now, actor: Caller.program.name, action: "users.add", subject: id.description,
            detail: "administrator@* (first user)")
        return user
    }
}

extension Grant {
    /// `approver@xa-thanh-xuan`, or `administrator@*` for the whole workspace.
    public var description: String { "\(role.rawValue)@\(unit?.description ?? "*")" }
}
