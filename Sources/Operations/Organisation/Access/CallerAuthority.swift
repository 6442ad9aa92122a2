import Outreach
import Storage

extension ReadTransaction {
    /// Whose roles count for the caller, as they are at this moment; nil for the program itself, which may do all.
    ///
    /// - Throws: ``OrganisationError/unknownUser(_:)`` or ``OrganisationError/revoked(_:)``.
    func authority(of caller: Caller) throws -> Authority? {
        switch caller {
        case .program: return nil
        case .user(let id): return Authority(try requireUser(id))
        case .token(let name):
            guard let token = try apiToken(name), token.revokedAt == nil else {
                throw OrganisationError.revoked(caller.name)
            }
            return Authority(name, grant: token.grant, from: try requireUser(token.madeBy))
        case .feed(let id):
            guard let feed = try feed(id), feed.revokedAt == nil else { throw OrganisationError.revoked(caller.name) }
            return Authority(feed.madeBy, grant: Grant(role: .viewer, unit: nil), from: try requireUser(feed.madeBy))
        }
    }

    /// Every name the caller's work is signed with: a person's own, and those of the tokens the person made. What a
    /// machine wrote for someone is that person's work when it comes to approving.
    func names(of caller: Caller) throws -> Set<String> {
        guard case .user(let id) = caller else { return [caller.name] }
        return Set(try namesOfAPITokens(madeBy: id).map { Caller.token($0).name } + [caller.name])
    }

    func requireUser(_ id: Slug) throws -> User {
        guard let user = try user(id) else { throw OrganisationError.unknownUser(id) }
        return user
    }

    /// The person who asks, for what nobody else can do in their stead.
    ///
    /// - Throws: ``AccessError/personOnly`` for a token, a feed or the program.
    func requirePerson(_ caller: Caller) throws -> User {
        guard case .user(let id) = caller else { throw AccessError.personOnly }
        let user = try requireUser(id)
        guard user.isActive else { throw AccessError.disabled(id) }
        return user
    }

    /// Whether the caller administers everything the user has a role in.
    func may(_ caller: Caller, over user: User) throws -> Bool {
        do {
            try authorise(caller, over: user)
            return true
        } catch is OrganisationError {
            return false
        }
    }

    /// Checks that the caller administers everything the user has a role in, lest someone act through a user who may
    /// more than they.
    func authorise(_ caller: Caller, over user: User) throws {
        guard !user.grants.isEmpty else { return try authoriseWhole(caller, .administer) }
        for grant in user.grants {
            if let unit = grant.unit {
                try authorise(caller, .administer, for: unit)
            } else {
                try authoriseWhole(caller, .administer)
            }
        }
    }
}
