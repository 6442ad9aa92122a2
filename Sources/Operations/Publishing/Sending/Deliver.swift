import Delivery
public import Logging
public import Outreach
import Storage

extension CurlTransport.Options {
    /// For the engine: with few connections kept, hundreds of channels would take turns to close each other's. No more than
    /// a quarter of the files that may be open.
    fileprivate static var manyChannels: Self {
        var options = Self()
        options.keptConnections = min(1024, OpenFiles.raise() / 4)
        return options
    }
}

extension Workspace {
    /// Sends due posts. One process at a time may do so for a workspace.
    ///
    /// A cancelled task ends it in an orderly way within 20 seconds: nothing new begins, what is under way may end, and
    /// every outcome is written down.
    ///
    /// - Parameters:
    ///   - log: gets an entry for every attempt, without anything the post says.
    ///   - wait: turns the workspace's clock where that is not the machine's own: it stands still until the
    ///     engine has nothing to do.
    /// - Throws: ``WorkspaceError/anotherEngine``; ``PublishingError/notThisInstance`` after a restore, until someone
    ///   resumed.
    public func deliver(
        _ run: DeliveryRun,
        log: Logger? = nil,
        wait: (@Sendable (Duration) async throws -> Void)? = nil,
        progress: @escaping @Sendable (DeliverySummary) -> Void = { _ in }
    ) async throws -> DeliverySummary {
        try await deliver(run, settings: EngineSettings(), log: log, wait: wait, progress: progress)
    }

    func deliver(
        _ run: DeliveryRun, settings: EngineSettings, log: Logger? = nil,
        wait: (@Sendable (Duration) async throws -> Void)? = nil,
        progress: @escaping @Sendable (DeliverySummary) -> Void
    ) async throws -> DeliverySummary {
        let lock = try DeliveryLock(folder)
        defer { withExtendedLifetime(lock) {} }
        do {
            try await requireThisInstance()
        } catch is CancellationError {
            // Ended before it began: nothing was sent, and nothing is wrong.
            return DeliverySummary()
        }
        let transport = CurlTransport(options: .manyChannels)
        transport.start()
        let engine = DeliveryEngine(
            outbox: StoredOutbox(workspace: self, metrics: DeliveryMetrics(log: log)), transport: transport,
            tokens: tokens,
            clock: wait.map { .turned(time, wait: $0) } ?? .running(time), settings: settings,
            seed: .random(in: 0...(.max)))
        do {
            let summary = try await engine.run(run, progress: progress)
            await transport.stop()
            return summary
        } catch {
            await transport.stop()
            throw error
        }
    }

    /// The posts that would be sent now, oldest first; nothing is claimed.
    public func duePosts(as caller: Caller) async throws -> [Post] {
        try await database.read { tx in
            let tree = try tx.unitTree()
            let scope = try SendingQueue(self, in: tx).scope
            return try tx.duePosts(scope, at: now, limit: 10_000)
                .filter { try tx.may(caller, .view, for: $0.unit, in: tree) }
        }
    }

    func requireThisInstance() async throws {
        let recorded = try await database.read { try $0.workspaceValue(WorkspaceKey.instance) }
        guard let recorded, recorded == folder.instance() else { throw PublishingError.notThisInstance }
    }
}
