import Delivery
import Outreach
import Storage

/// The engine's token vault on the workspace's secrets folder.
struct StoredTokens: TokenVault {
    let files: TokenFiles

    func tokens(of account: TokenAccount) -> AccessTokens? {
        files.tokens(of: account.name, firstToken: account.firstToken)
    }

    func renew(
        _ account: TokenAccount, _ renew: @Sendable (AccessTokens?) async -> AccessTokens?
    ) async throws {
        try await files.renew(account.name, firstToken: account.firstToken, renew)
    }
}

extension Workspace {
    var tokens: StoredTokens { StoredTokens(files: tokenFiles) }

    /// A channel's secrets with its access token where Loa renews one, and whether that has to be renewed first.
    func sendingSecrets(of channel: ResolvedChannel) -> (values: [String: String], needsToken: Bool) {
        var values = secretValues(of: channel)
        guard channel.webhook?.tokenRenewal != nil else { return (values, false) }
        guard let account = TokenAccount(channel, secrets: values), let known = tokens.tokens(of: account) else {
            return (values, true)
        }
        values[TokenRenewal.accessTokenName] = known.accessToken
        return (values, !known.isGood(at: now))
    }
}
