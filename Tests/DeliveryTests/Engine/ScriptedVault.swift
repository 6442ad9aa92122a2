import Outreach

@testable import Delivery

/// Tokens in memory, one renewal at a time.
actor ScriptedVault: TokenVault {
    private var stored: [TokenAccount: AccessTokens]
    private var isBusy = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ stored: [TokenAccount: AccessTokens] = [:]) {
        self.stored = stored
    }

    nonisolated func tokens(of account: TokenAccount) -> AccessTokens? { nil }

    func renew(_ account: TokenAccount, _ renew: @Sendable (AccessTokens?) async -> AccessTokens?) async throws {
        while isBusy { await withCheckedContinuation { waiting.append($0) } }
        isBusy = true
        if let tokens = await renew(stored[account]) { stored[account] = tokens }
        isBusy = false
        for continuation in waiting { continuation.resume() }
        waiting = []
    }
}
