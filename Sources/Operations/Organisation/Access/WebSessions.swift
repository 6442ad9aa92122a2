public import Outreach
import Storage

extension Workspace {
    /// Who a cookie's token belongs to; nil where the session is over or never was. Writes nothing but, every few
    /// minutes, that it is in use.
    public func session(token: String) async throws -> SignedIn? {
        guard let secret = AccessSecret(token) else { return nil }
        let now = now
        let signedIn = try await database.read { tx -> SignedIn? in
            guard let session = try tx.webSession(tokenHash: secret.hash), session.isOpen(at: now),
                let user = try tx.user(session.user), user.isActive
            else { return nil }
            return SignedIn(secret, session, user, hasPassword: try tx.passwordHash(of: user.id) != nil)
        }
        if let session = signedIn?.session, session.isSeenToBeWritten(at: now) {
            try await noteUse { try $0.setSeen(session.id, at: now) }
        }
        return signedIn
    }

    /// Ends the session of the token, if there is one.
    public func signOut(token: String) async throws {
        guard let secret = AccessSecret(token) else { return }
        try await database.write { _ = try $0.removeWebSession(tokenHash: secret.hash) }
    }

    /// Where a user is logged in, the last one used first. For themselves, and for administrators over them.
    public func sessions(of id: Slug, as caller: Caller) async throws -> [WebSession] {
        let now = now
        return try await database.read { tx in
            try tx.authoriseAccount(id, as: caller)
            return try tx.webSessions(of: id).filter { $0.isOpen(at: now) }
        }
    }

    /// Ends one session of a user.
    public func endSession(_ id: Identifier<WebSession>, of user: Slug, as caller: Caller) async throws {
        let now = now
        try await database.write { tx in
            try tx.authoriseAccount(user, as: caller)
            guard try tx.removeWebSession(id, of: user) else { throw AccessError.unknownSession }
            try tx.audit(
                at: now, actor: caller.name, action: "users.end-session", subject: user.description, detail: id.short)
        }
    }

    /// Ends all sessions of a user.
    ///
    /// - Returns: how many there were.
    @discardableResult
    public func signOutEverywhere(_ user: Slug, as caller: Caller) async throws -> Int {
        let now = now
        return try await database.write { tx in
            try tx.authoriseAccount(user, as: caller)
            let count = try tx.removeWebSessions(of: user)
            try tx.audit(
                at: now, actor: caller.name, action: "users.sign-out-everywhere", subject: user.description,
                detail: "\(count)")
            return count
        }
    }
}

extension ReadTransaction {
    /// Checks that this is the caller's own account, or one the caller administers.
    @discardableResult
    func authoriseAccount(_ id: Slug, as caller: Caller) throws -> User {
        if caller == .user(id) { return try requirePerson(caller) }
        if case .program = caller { return try requireUser(id) }
        let person = try requirePerson(caller)
        // Whoever administers nobody does not learn who exists.
        try authorise(.user(person.id), .administer)
        let user = try requireUser(id)
        try authorise(caller, over: user)
        return user
    }
}
