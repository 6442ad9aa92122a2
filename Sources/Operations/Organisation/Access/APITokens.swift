public import Outreach
import Storage

/// A token as it was made: the secret is shown once and never again.
public struct MadeAPIToken: Sendable {
    public let secret: String
    public let token: APIToken
}

extension MadeAPIToken: CustomStringConvertible {
    /// Without the secret, which no log is to hold.
    public var description: String { "token \(token.name)" }
}

/// What every token begins with, so that one that leaked is recognised.
private let tokenPrefix = "loa_"

extension Workspace {
    /// Makes a token for a machine. Whoever may see a unit may let a machine read it; one that writes is made by an
    /// administrator. Without a unit it is for the whole workspace, and its maker needs the right for the whole.
    ///
    /// - Parameter expiresAt: nil for as long as it is not revoked.
    public func makeToken(
        _ name: Slug, grant: Grant, expiresAt: Instant? = nil, as caller: Caller, mode: ChangeMode
    ) async throws -> MadeAPIToken {
        guard APIToken.roles.contains(grant.role) else { throw AccessError.tokenRole(grant.role) }
        let now = now
        if let expiresAt, expiresAt <= now { throw AccessError.tokenExpiry }
        return try await change(mode) { tx in
            let maker = try tx.requirePerson(caller)
            let needed = grant.role == .viewer ? Permission.view : .administer
            if let unit = grant.unit {
                try tx.requireUnit(unit)
                try tx.authorise(caller, needed, for: unit)
            } else {
                guard try tx.authority(of: caller)?.mayForWhole(needed) ?? true else {
                    throw AccessError.tokenForWhole(maker.id, needed)
                }
            }
            guard try tx.apiToken(name) == nil else { throw AccessError.tokenExists(name) }
            let secret = AccessSecret()
            let token = APIToken(name: name, grant: grant, madeBy: maker.id, madeAt: now, expiresAt: expiresAt)
            try tx.add(token, hash: secret.hash)
            try tx.audit(
                at: now, actor: caller.name, action: "tokens.make", subject: name.description,
                detail: grant.description + (expiresAt.map { "; until \($0)" } ?? ""))
            return MadeAPIToken(secret: tokenPrefix + secret.text, token: token)
        }
    }

    /// The tokens the caller made, and those of the units the caller administers; revoked ones too.
    public func tokens(as caller: Caller) async throws -> [APIToken] {
        try await database.read { tx in
            _ = try tx.requirePerson(caller)
            return try tx.apiTokens().filter { try tx.mayRevoke($0, as: caller) }
        }
    }

    public func revokeToken(_ name: Slug, as caller: Caller, mode: ChangeMode) async throws {
        let now = now
        try await change(mode) { tx in
            _ = try tx.requirePerson(caller)
            guard let token = try tx.apiToken(name), token.revokedAt == nil, try tx.mayRevoke(token, as: caller) else {
                throw AccessError.unknownToken(name)
            }
            try tx.revokeAPIToken(name, at: now)
            try tx.audit(
                at: now, actor: caller.name, action: "tokens.revoke", subject: name.description,
                detail: token.grant.description)
        }
    }

    /// Who asks with this token; nil where it does not hold. The day of its use is written down once.
    public func caller(token text: String) async throws -> Caller? {
        guard text.hasPrefix(tokenPrefix), let secret = AccessSecret(String(text.dropFirst(tokenPrefix.count))) else {
            return nil
        }
        let (now, today) = (now, today)
        let token = try await database.read { tx -> APIToken? in
            guard let token = try tx.apiToken(hash: secret.hash), token.holds(at: now),
                try tx.user(token.madeBy)?.isActive == true
            else { return nil }
            return token
        }
        guard let token else { return nil }
        if token.usedOn != today { try await noteUse { try $0.setAPITokenUsed(token.name, on: today) } }
        return .token(token.name)
    }

    /// Writes down that something is in use.
    func noteUse(_ write: @escaping @Sendable (WriteTransaction) throws -> Void) async throws {
        do {
            try await database.write(write)
        } catch is StorageError {
            // The disk may be full, or another command at work. What is asked for is given all the same, and the
            // next use is noted.
        }
    }
}

extension ReadTransaction {
    fileprivate func mayRevoke(_ token: APIToken, as caller: Caller) throws -> Bool {
        if caller == .user(token.madeBy) { return true }
        guard let authority = try authority(of: caller) else { return true }
        guard let unit = token.grant.unit else { return authority.mayForWhole(.administer) }
        return authority.may(.administer, for: unit, in: try unitTree())
    }
}
