public import Outreach
import Storage

extension Workspace {
    /// Sets the password of whoever is logged in. All their sessions end, and a fresh one takes the place of this one.
    ///
    /// - Parameter current: needed, except in the first hour after logging in by a link, and where there is none yet.
    /// - Throws: ``AccessError``, ``PasswordProblem``.
    public func setPassword(
        _ new: String, current: String?, token: String, from address: String
    ) async throws -> SignedIn {
        guard let signedIn = try await session(token: token) else { throw AccessError.signedOut }
        let (now, sessionID) = (now, makeID(of: WebSession.self))
        let session = signedIn.session
        let address = ClientAddress(address)
        _ = try PasswordRule.checked(new, of: signedIn.user)
        if !session.mayForgoCurrentPassword(at: now) {
            try await requireCurrent(current, of: session.user, from: address)
        }
        let hash = try await makeHash(of: new, for: signedIn.user)
        return try await database.write { tx in
            // A session that was ended meanwhile, from elsewhere, sets no password.
            guard try tx.webSessions(of: session.user).contains(where: { $0.id == session.id }) else {
                throw AccessError.signedOut
            }
            let user = try tx.setPassword(hash, of: session.user, as: signedIn.caller, at: now)
            return try tx.openSession(of: user, by: .password, from: address, id: sessionID, at: now)
        }
    }

    /// Sets a user's own password, from the command line.
    ///
    /// - Parameter current: needed where there is one.
    public func setPassword(of id: Slug, to new: String, current: String?, as caller: Caller) async throws {
        guard caller == .user(id) else { throw AccessError.ownPasswordOnly(id) }
        let user = try await database.read { try $0.requirePerson(caller) }
        _ = try PasswordRule.checked(new, of: user)
        try await requireCurrent(current, of: id, from: ClientAddress(""))
        let hash = try await makeHash(of: new, for: user)
        try await database.write { [now] tx in
            _ = try tx.setPassword(hash, of: id, as: caller, at: now)
        }
    }

    /// Whether the user has a password to be asked for.
    public func hasPassword(_ id: Slug, as caller: Caller) async throws -> Bool {
        try await database.read { tx in
            try tx.authoriseAccount(id, as: caller)
            return try tx.passwordHash(of: id) != nil
        }
    }

    private func requireCurrent(_ current: String?, of id: Slug, from address: ClientAddress) async throws {
        guard try await database.read({ try $0.passwordHash(of: id) }) != nil else { return }
        guard let current else { throw AccessError.currentPasswordMissing }
        do {
            _ = try await checkPassword(current, of: id, typed: id.description, from: address)
        } catch AccessError.wrongLogIn {
            throw AccessError.currentPasswordWrong
        }
    }

    private func makeHash(of password: String, for user: User) async throws -> String {
        let text = try PasswordRule.checked(password, of: user)
        return try await passwordWork.run { PasswordHash.make(of: text) }
    }
}

extension WriteTransaction {
    /// Whoever knew the old password, or has a link, is out from here on.
    fileprivate func setPassword(_ hash: String, of id: Slug, as caller: Caller, at now: Instant) throws -> User {
        let user = try requirePerson(caller)
        try setPasswordHash(hash, of: id, at: now)
        try removeWebSessions(of: id)
        try removeLogInLinks(for: id)
        try audit(at: now, actor: caller.name, action: "users.password", subject: id.description, detail: "")
        return user
    }
}
