public import Outreach
import Storage

/// A log-in link as it was made: the code is shown once and never again.
public struct MadeLogInLink: Sendable {
    public let code: String
    public let link: LogInLink

    public var user: Slug? { link.user }
    public var expiresAt: Instant { link.expiresAt }
    /// Where it leads to, behind the address of the server.
    public var path: String { "/log-in/\(code)" }
}

extension MadeLogInLink: CustomStringConvertible {
    /// Without the code, which no log is to hold.
    public var description: String { "log-in link for \(user?.description ?? "the first administrator")" }
}

extension Workspace {
    /// Makes a one-time way in for a new user, or for one who forgot the password; one made before stops working.
    ///
    /// An administrator over the user makes it, for another: a link opens the way to a new password without the old
    /// one, and a session left open on a desk must not become that.
    public func makeLogInLink(
        for id: Slug, validFor time: Duration = LogInLink.usualTime, as caller: Caller
    ) async throws -> MadeLogInLink {
        guard time >= .seconds(60), time <= LogInLink.longestTime else { throw AccessError.linkTime }
        let now = now
        return try await database.write { tx in
            if caller == .user(id) { throw AccessError.ownLink }
            let user = try tx.authoriseAccount(id, as: caller)
            guard user.isActive else { throw AccessError.disabled(id) }
            return try tx.makeLink(for: id, validFor: time, as: caller, at: now)
        }
    }

    /// The way in for whoever sets the workspace up: a link that asks for a name and makes the administrator. Nil
    /// once there are users.
    public func makeFirstAdministratorLink(
        validFor time: Duration = LogInLink.usualTime
    ) async throws -> MadeLogInLink? {
        let now = now
        return try await database.write { tx in
            guard try tx.users().isEmpty else { return nil }
            return try tx.makeLink(for: nil, validFor: time, as: .program, at: now)
        }
    }

    /// What a code leads to, without using it: a page shows it and asks for a click, since chat programs open every
    /// address that is sent through them.
    ///
    /// - Throws: ``AccessError/linkSpent``.
    public func logInLink(code: String) async throws -> LogInLink {
        let now = now
        return try await database.read { try $0.requireLink(code, at: now) }
    }

    /// Uses up a code and logs its user in. For an hour the new session may set a password without the one before.
    ///
    /// - Throws: ``AccessError/linkSpent``.
    public func openSession(
        logInCode code: String, from address: String, replacing token: String? = nil
    ) async throws -> SignedIn {
        let now = now
        let address = ClientAddress(address)
        let sessionID = makeID(of: WebSession.self)
        return try await database.write { tx in
            let link = try tx.requireLink(code, at: now)
            guard let id = link.user, let user = try tx.user(id), user.isActive else { throw AccessError.linkSpent }
            try tx.removeLogInLinks(for: id)
            let signedIn = try tx.openSession(
                of: user, by: .link, from: address, replacing: token, id: sessionID, at: now)
            try tx.audit(
                at: now, actor: id.description, action: "users.link-used", subject: id.description,
                detail: "made by \(link.madeBy); \(address)")
            return signedIn
        }
    }

    /// Uses up the link of a new workspace: makes its first user, an administrator of the whole of it, and logs them
    /// in.
    ///
    /// - Throws: ``AccessError/linkSpent``, also where somebody else was first.
    public func useFirstLink(
        code: String, user id: Slug, name: String, from address: String
    ) async throws -> SignedIn {
        let now = now
        let address = ClientAddress(address)
        let sessionID = makeID(of: WebSession.self)
        let name = try personName(name)
        try requireFree(id)
        return try await database.write { tx in
            guard try tx.requireLink(code, at: now).user == nil, try tx.users().isEmpty else {
                throw AccessError.linkSpent
            }
            try tx.removeLogInLinks(for: nil)
            let user = try tx.addFirstAdministrator(id, name: name, at: now)
            try tx.audit(
                at: now, actor: id.description, action: "users.link-used", subject: id.description,
                detail: "first administrator; \(address)")
            return try tx.openSession(of: user, by: .link, from: address, id: sessionID, at: now)
        }
    }
}

extension ReadTransaction {
    /// The link behind a code that still works.
    fileprivate func requireLink(_ code: String, at now: Instant) throws -> LogInLink {
        guard let secret = AccessSecret(code), let link = try logInLink(codeHash: secret.hash), now < link.expiresAt,
            try isVouchedFor(link)
        else { throw AccessError.linkSpent }
        return link
    }

    /// Whether whoever made the link still administers its user: who has since been given more, or was disabled, is
    /// not let in through a link from before.
    private func isVouchedFor(_ link: LogInLink) throws -> Bool {
        guard let id = link.user, link.madeBy != Caller.program.name else { return true }
        guard let user = try user(id), let maker = Slug(link.madeBy) else { return false }
        return try may(.user(maker), over: user)
    }
}

extension WriteTransaction {
    fileprivate func makeLink(
        for user: Slug?, validFor time: Duration, as caller: Caller, at now: Instant
    ) throws -> MadeLogInLink {
        let secret = AccessSecret()
        let link = LogInLink(user: user, madeBy: caller.name, madeAt: now, expiresAt: now + time)
        try add(link, codeHash: secret.hash)
        try audit(
            at: now, actor: caller.name, action: "users.link", subject: user?.description ?? "first administrator",
            detail: "until \(link.expiresAt)")
        return MadeLogInLink(code: secret.text, link: link)
    }
}
