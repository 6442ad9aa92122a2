import Outreach
import Storage

extension Workspace {
    /// Logs a user in with name and password. An unknown name takes as long as a wrong password, and is told the same.
    ///
    /// - Parameters:
    ///   - address: the client's network address, not a proxy's; empty where it is not known.
    ///   - token: of the session the browser had before, which ends.
    /// - Throws: ``AccessError/wrongLogIn``, ``AccessError/paused(until:zone:)``, ``AccessError/busy``.
    public func signIn(
        _ name: String, password: String, from address: String, replacing token: String? = nil
    ) async throws -> SignedIn {
        let id = Slug(name.normalized.trimmed.lowercased())
        let address = ClientAddress(address)
        let user = try await checkPassword(password, of: id, typed: name, from: address)
        return try await database.write { [now, sessionID = makeID(of: WebSession.self)] tx in
            let signedIn = try tx.openSession(
                of: user, by: .password, from: address, replacing: token, id: sessionID, at: now)
            try tx.audit(
                at: now, actor: user.id.description, action: "users.sign-in", subject: user.id.description,
                detail: "password; \(address)")
            return signedIn
        }
    }

    /// Finds out whether the password is the user's, and counts where it is not.
    ///
    /// - Parameter typed: what was given as the name, for those who are nobody here.
    func checkPassword(_ password: String, of id: Slug?, typed: String, from address: ClientAddress) async throws
        -> User
    {
        let attempt = LogInAttempt(name: id?.description ?? typed, from: address)
        let (now, zone) = (now, zone)
        try passwordWork.requireRoom()
        // Tries during a pause cost a look, not a place in the queue of those who write.
        try await database.read { try attempt.requireOpen(in: $0, at: now, zone: zone) }
        let (hash, pause) = try await database.write { tx in
            let pause = try attempt.begin(in: tx, at: now, zone: zone)
            return (try id.flatMap { try tx.passwordHash(of: $0) }, pause)
        }
        let text = password.normalized
        let isRight =
            PasswordRule.isShortEnough(text)
            ? try await passwordWork.run { PasswordHash.matches(hash ?? PasswordHash.ofNobody, text) } : false
        let outcome = try await database.write { tx -> Result<User, AccessError> in
            // Whoever was disabled, or changed the password, while it was being looked at is not let in.
            if isRight, let id, let user = try tx.user(id), user.isActive, try tx.passwordHash(of: id) == hash {
                try attempt.succeed(in: tx)
                return .success(user)
            }
            guard let pause else { return .failure(AccessError.wrongLogIn) }
            try tx.audit(
                at: now, actor: Caller.program.name, action: "users.log-in-paused",
                subject: try id.flatMap { try tx.user($0) }?.id.description ?? "unknown",
                detail: "until \(pause); \(address)")
            return .failure(AccessError.paused(until: pause, zone: zone))
        }
        return try outcome.get()
    }
}
