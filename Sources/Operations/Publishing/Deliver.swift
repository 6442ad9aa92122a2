import Delivery
public import Outreach
import Storage

/// How long sending goes on.
public enum DeliveryRun: Sendable, Hashable {
    /// What is due now, each post at most once.
    case once
    /// Until nothing is left that falls due within this time, retries included.
    case untilIdle(within: Duration)
    /// Until the task is cancelled, looking for new posts at least this often.
    case forever(every: Duration)
}

extension Workspace {
    /// Sends due posts. One process at a time may do so for a workspace.
    ///
    /// - Throws: ``WorkspaceError/anotherEngine``; ``PublishingError/notThisInstance`` after a restore, until someone
    ///   resumed.
    public func deliver(
        _ run: DeliveryRun,
        wait: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
        progress: @escaping @Sendable (DeliverySummary) -> Void = { _ in }
    ) async throws -> DeliverySummary {
        let lock = try DeliveryLock(folder)
        defer { withExtendedLifetime(lock) {} }
        try await requireThisInstance()
        let transport = CurlTransport()
        transport.start()
        let engine = DeliveryEngine(
            outbox: StoredOutbox(workspace: self), transport: transport, time: time,
            random: { Double.random(in: 0..<1) }, wait: wait)
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
            guard let scope = try StoredOutbox(workspace: self).scope(resting: [], in: tx) else { return [] }
            return try tx.duePosts(scope, at: now, limit: 10_000)
                .filter { try tx.may(caller, .view, for: $0.unit, in: tree) }
        }
    }

    /// Accepts the database this folder holds as its own after a restore, so that sending may go on.
    public func resumeDelivery(as caller: Caller, mode: ChangeMode) async throws {
        let instance = makeID(of: Workspace.self).description
        try await change(mode) { tx in
            try tx.authoriseWhole(caller, .administer)
            try tx.setWorkspaceValue(WorkspaceKey.instance, to: instance)
            try tx.audit(at: now, actor: caller.name, action: "delivery.resume", subject: "workspace", detail: "")
        }
        if mode == .perform { try folder.writeInstance(instance) }
    }

    func requireThisInstance() async throws {
        let recorded = try await database.read { try $0.workspaceValue(WorkspaceKey.instance) }
        guard let recorded, recorded == folder.instance() else { throw PublishingError.notThisInstance }
    }
}

extension DeliveryEngine {
    fileprivate func run(
        _ run: DeliveryRun, progress: @Sendable (DeliverySummary) -> Void
    ) async throws -> DeliverySummary {
        switch run {
        case .once: try await runOnce(progress: progress)
        case .untilIdle(let horizon): try await runUntilIdle(within: horizon, progress: progress)
        case .forever(let interval): try await self.run(every: interval, progress: progress)
        }
    }
}
