public import Outreach

/// Takes due posts to their receivers, many at once: claims durably, sends, writes down what happened.
public struct DeliveryEngine: Sendable {
    private let outbox: any Outbox
    private let transport: any Transport
    private let tokens: any TokenVault
    private let clock: EngineClock
    private let settings: EngineSettings
    private let seed: UInt64

    /// - Parameter seed: of the chance that lengthens the wait before a retry; the same seed gives the same run.
    public init(
        outbox: any Outbox, transport: any Transport, tokens: any TokenVault, clock: EngineClock,
        settings: EngineSettings = EngineSettings(),
        seed: UInt64
    ) {
        self.outbox = outbox
        self.transport = transport
        self.tokens = tokens
        self.clock = clock
        self.settings = settings
        self.seed = seed
    }

    /// Sends for as long as `run` says.
    ///
    /// A cancelled task ends it in an orderly way within 20 seconds: nothing new begins, what is under way may end, and
    /// every outcome is written down.
    ///
    /// - Parameter progress: called whenever a count changed.
    /// - Throws: what trying again does not mend, once everything else was written down.
    public func run(
        _ run: DeliveryRun, progress: @escaping @Sendable (DeliverySummary) -> Void = { _ in }
    ) async throws -> DeliverySummary {
        let mailbox = EngineMailbox()
        let clock = clock
        let keeper = TokenKeeper(vault: tokens, transport: transport, time: TimeSource { clock.now.wall })
        let machine = DeliveryMachine(settings, run: run, at: clock.now, seed: seed)
        var loop = EngineLoop(
            machine, outbox: outbox, transport: transport, keeper: keeper, clock: clock, mailbox: mailbox,
            progress: progress)
        return try await withTaskCancellationHandler {
            try await loop.run()
        } onCancel: {
            mailbox.post(.event(.stop))
        }
    }
}
