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
        let sending = try await allowedSending()
        return sending == .on && DeliveryLock.isHeld(in: folder) == false ? .nobody : sending
    }

    /// Whether sending as a whole is allowed, be somebody there to do it or not.
    func allowedSending() async throws -> SendingStatus {
        try await database.read { try allowedSending(in: $0) }
    }

    /// What the frame around every page says: whether sending is allowed, and whether editors have a step of approval to
    /// give, as they do where a unit asks for a chain.
    public func frame() async throws -> (sending: SendingStatus, hasChain: Bool) {
        try await database.read { tx in
            (try allowedSending(in: tx), try tx.approvalModes().values.contains { $0.mode == .chain })
        }
    }

    private func allowedSending(in tx: ReadTransaction) throws -> SendingStatus {
        if let hold = try tx.holds().first(where: { $0.scope == .everything }) { return .held(hold) }
        let recorded = try tx.workspaceValue(WorkspaceKey.instance)
        guard let recorded, recorded == folder.instance() else { return .notThisInstance }
        return .on
    }
}
