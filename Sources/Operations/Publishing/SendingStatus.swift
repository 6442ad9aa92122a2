public import Outreach
import Storage

/// Whether anything may leave at all, and why not.
public enum SendingStatus: Sendable, Hashable {
    case on
    /// Everything is held.
    case held(Hold)
    /// The database is another workspace's: restored or copied. Someone has to resume.
    case notThisInstance
    /// Nothing holds it, but no process sends: the pages are served alone.
    case nobody
}

extension Workspace {
    /// Whether sending as a whole is on, and somebody there to do it. Holds over a part leave it on.
    public func sendingStatus() async throws -> SendingStatus {
        let sending = try await frame().sending
        return sending == .on && DeliveryLock.isHeld(in: folder) == false ? .nobody : sending
    }

    /// What the frame around every page says: whether sending is allowed, and whether editors have a step of approval to
    /// give, as they do where a unit asks for a chain.
    public func frame() async throws -> (sending: SendingStatus, hasChain: Bool) {
        let (hold, recorded, hasChain) = try await database.read { tx in
            (
                try tx.holds().first { $0.scope == .everything }, try tx.workspaceValue(WorkspaceKey.instance),
                try tx.approvalModes().values.contains { $0.mode == .chain }
            )
        }
        if let hold { return (.held(hold), hasChain) }
        guard let recorded, recorded == folder.instance() else { return (.notThisInstance, hasChain) }
        return (.on, hasChain)
    }
}
