/// How a channel gets a new access token from its refresh token (RFC 6749 §6), which may be good for one use only.
///
/// The first refresh token is a secret a person stores; every later one comes with an answer and is kept by Loa.
public struct TokenRenewal: Sendable, Hashable {
    public let url: URLTemplate
    public let headers: [NamedTemplate]
    /// May use `secret`, `target` and the refresh token.
    public let form: [NamedTemplate]
    /// The name of the secret that holds the first refresh token.
    public let first: String
    public let success: SuccessCondition
    /// Where the answer gives the access token,
    public let accessToken: JSONPointer
    /// the next refresh token, where the old one is used up,
    public let refreshToken: JSONPointer?
    /// and for how many seconds the access token is good.
    public let expiresIn: JSONPointer?
    /// Statuses that say the access token is not valid any more and nothing was done.
    public let refusedStatuses: [StatusPattern]
    /// The same, said in a JSON answer.
    public let refusedConditions: [JSONConditions]

    public init(
        url: URLTemplate,
        headers: [NamedTemplate] = [],
        form: [NamedTemplate],
        first: String,
        success: SuccessCondition = .standard,
        accessToken: JSONPointer,
        refreshToken: JSONPointer? = nil,
        expiresIn: JSONPointer? = nil,
        refusedStatuses: [StatusPattern] = [],
        refusedConditions: [JSONConditions] = []
    ) {
        self.url = url
        self.headers = headers
        self.form = form
        self.first = first
        self.success = success
        self.accessToken = accessToken
        self.refreshToken = refreshToken
        self.expiresIn = expiresIn
        self.refusedStatuses = refusedStatuses
        self.refusedConditions = refusedConditions
    }

    /// The names under which its tokens stand among a channel's secrets; no secret of a preset can have a full stop.
    public static let accessTokenName = "oauth.access_token"
    public static let refreshTokenName = "oauth.refresh_token"
}

/// A channel's tokens, as its network gave them.
public struct AccessTokens: Sendable, Hashable {
    public let accessToken: String
    public let refreshToken: String
    /// Nil where the network does not say.
    public let expiresAt: Instant?

    public init(accessToken: String, refreshToken: String, expiresAt: Instant?) {
        self.accessToken = accessToken
        self.refreshToken = refreshToken
        self.expiresAt = expiresAt
    }

    /// Whether it lasts long enough for an attempt that begins now.
    public func isGood(at now: Instant) -> Bool {
        expiresAt.map { now + AccessTokens.margin < $0 } ?? true
    }

    /// For how long a token is good, as an answer says it in seconds; nil, as if it said nothing, for what is no length
    /// of time: `nan`, `inf`, less than nothing, or more than any token lasts.
    static func validity(_ text: String) -> Duration? {
        guard let seconds = Double(text), seconds.isFinite, (0...longestValidity).contains(seconds) else { return nil }
        return .seconds(seconds)
    }

    private static let margin = Duration.seconds(300)
    /// Ten years, in seconds.
    private static let longestValidity = 10.0 * 365 * 86_400
}
