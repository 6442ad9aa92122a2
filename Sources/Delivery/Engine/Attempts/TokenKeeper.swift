public import Outreach
import Synchronization

/// Where the tokens of channels are kept between runs. Declared here for the engine that uses it.
public protocol TokenVault: Sendable {
    /// The tokens of an account as they are stored; nil where there are none yet, or where a person has stored another
    /// first refresh token since.
    func tokens(of account: TokenAccount) -> AccessTokens?

    /// Runs a renewal while nobody else, in this process or another, renews tokens of the account. What it gives is
    /// stored as a whole before anybody can use it.
    ///
    /// - Parameter renew: handed what is stored; gives nil where nothing is to be stored.
    func renew(
        _ account: TokenAccount, _ renew: @Sendable (AccessTokens?) async -> AccessTokens?
    ) async throws
}

/// Whose tokens: the name under which the first refresh token is stored, and that token, so that another one counts as
/// a new beginning.
public struct TokenAccount: Sendable, Hashable {
    public let name: String
    public let firstToken: String

    public init(name: String, firstToken: String) {
        self.name = name
        self.firstToken = firstToken
    }

    /// The account of a channel; nil where it renews no tokens or the first one is not set.
    public init?(_ channel: ResolvedChannel, secrets: [String: String]) {
        guard let renewal = channel.webhook?.tokenRenewal, let first = secrets[renewal.first], !first.isEmpty else {
            return nil
        }
        self.init(name: channel.storedName(ofSecret: renewal.first), firstToken: first)
    }
}

/// Renews access tokens: once for all who need one at the same time, since a refresh token may be good for one use only.
public struct TokenKeeper: Sendable {
    private let vault: any TokenVault
    private let transport: any Transport
    private let time: TimeSource

    public init(vault: any TokenVault, transport: any Transport, time: TimeSource) {
        self.vault = vault
        self.transport = transport
        self.time = time
    }

    /// The secrets to ask with now, the access token renewed where it has to be; as they are where that fails.
    public func current(
        _ channel: ResolvedChannel, _ known: (values: [String: String], needsToken: Bool)
    ) async -> [String: String] {
        known.needsToken ? await renew(channel, secrets: known.values).secrets : known.values
    }

    /// Gets a token other than the one that is not good any more.
    ///
    /// - Parameter secrets: the channel's, with the access token that was used, if any.
    /// - Returns: the ending to be judged like that of a step before publishing, and the secrets to go on with.
    func renew(
        _ channel: ResolvedChannel, secrets: [String: String]
    ) async -> (ending: StepEnding, secrets: [String: String]) {
        guard let renewal = channel.webhook?.tokenRenewal, let account = TokenAccount(channel, secrets: secrets) else {
            let missing = channel.webhook?.tokenRenewal.map { TemplateReference.secret($0.first) }
            return (.unprepared(.template(missing.map(TemplateError.missing) ?? .byHand)), secrets)
        }
        let answered = Answered()
        do {
            try await vault.renew(account) { stored in
                // Somebody else has renewed it while this one waited for its turn.
                if let stored, stored.accessToken != secrets[TokenRenewal.accessTokenName], stored.isGood(at: time.now)
                {
                    answered.set(.answered(.success(captures: [:]), status: 200), stored)
                    return nil
                }
                let refreshToken = stored?.refreshToken ?? account.firstToken
                let (ending, tokens) = await ask(renewal, of: channel, secrets: secrets, refreshToken)
                answered.set(ending, tokens)
                return tokens
            }
        } catch {
            // New tokens that could not be stored would be lost with this process, and the old ones are used up.
            answered.set(
                .answered(.retry(after: nil, reason: error.words), status: 0), nil)
        }
        let (ending, tokens) = answered.value
        return (ending, secrets.merging(tokens) { _, new in new })
    }

    private func ask(
        _ renewal: TokenRenewal, of channel: ResolvedChannel, secrets: [String: String], _ refreshToken: String
    ) async -> (StepEnding, AccessTokens?) {
        guard let webhook = channel.webhook else { return (.unprepared(.template(.byHand)), nil) }
        var secrets = secrets
        secrets[TokenRenewal.refreshTokenName] = refreshToken
        let request: TransferRequest
        do throws(RequestPreparationError) {
            request = try RequestPreparation(channel, webhook: webhook).transferRequest(
                for: renewal, secrets: secrets)
        } catch {
            return (.unprepared(error), nil)
        }
        let report = await transport.perform(request)
        switch report.outcome {
        case .failed(let failure): return (.broken(failure, bytesMayHaveLeft: report.bytesMayHaveLeft), nil)
        case .answered(let answer):
            let reading = AnswerJudge(webhook).judge(
                renewal, status: answer.status, body: answer.body, refreshToken: refreshToken, now: time.now)
            return (.answered(reading.verdict, status: answer.status), reading.tokens)
        }
    }
}

/// What a renewal gave, carried out of the closure that ran it.
private final class Answered: Sendable {
    private let state = Mutex<(StepEnding, [String: String])>(
        (.broken(.stopped, bytesMayHaveLeft: false), [:]))

    var value: (StepEnding, [String: String]) { state.withLock { $0 } }

    func set(_ ending: StepEnding, _ tokens: AccessTokens?) {
        let secrets = tokens.map {
            [TokenRenewal.accessTokenName: $0.accessToken, TokenRenewal.refreshTokenName: $0.refreshToken]
        }
        state.withLock { $0 = (ending, secrets ?? [:]) }
    }
}

extension Error {
    fileprivate var words: Message {
        (self as? any ReadableError)?.message ?? Message(vi: "\(self)", en: "\(self)")
    }
}
