public import Outreach
import Storage

/// A user who is logged in, as a page needs to know them.
public struct SignedIn: Sendable {
    /// What the cookie holds. It is nowhere else: the database knows only its hash.
    public let token: String
    /// What a form sends along, to show that it came from a page of this session.
    public let csrf: String
    public let session: WebSession
    public let user: User
    /// Where there is none yet, or it may be forgotten, the page asks for a new one.
    public let hasPassword: Bool

    init(_ secret: AccessSecret, _ session: WebSession, _ user: User, hasPassword: Bool) {
        token = secret.text
        csrf = secret.derived(for: "csrf")
        self.session = session
        self.user = user
        self.hasPassword = hasPassword
    }

    public var caller: Caller { .user(user.id) }

    /// Whether a form really came from this session; takes as long whatever it holds.
    public func accepts(csrf other: String) -> Bool { csrf.equalsInConstantTime(other) }
}

extension SignedIn: CustomStringConvertible {
    /// Without the secrets, which no log is to hold.
    public var description: String { "\(user.id), session \(session.id)" }
}

extension WriteTransaction {
    /// Begins a session with a fresh token, in the place of the one the browser had.
    func openSession(
        of user: User, by means: LogInMeans, from address: ClientAddress, replacing token: String? = nil,
        id: Identifier<WebSession>, at now: Instant
    ) throws -> SignedIn {
        try removeWebSessions(
            createdBefore: now - WebSession.wholeLimit, orSeenBefore: now - WebSession.idleLimit)
        if let old = token.flatMap(AccessSecret.init) { _ = try removeWebSession(tokenHash: old.hash) }
        let secret = AccessSecret()
        let session = WebSession(
            id: id, user: user.id, means: means, address: address.text, createdAt: now, lastSeenAt: now)
        try add(session, tokenHash: secret.hash)
        return SignedIn(secret, session, user, hasPassword: try passwordHash(of: user.id) != nil)
    }
}
