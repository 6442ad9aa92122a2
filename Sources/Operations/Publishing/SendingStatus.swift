public import Outreach
import Storage

/// Whether anything may leave at all, and why not.
public enum SendingStatus: Sendable, Hashable {
    case on
    /// Everything is held.
    case held(Hold)
    /// The database is another workspace's: restored or copied. Someone has to resume.
    case notThisInstance
}

extension Workspace {
    /// Whether sending as a whole is on; shown on every page. Holds over a part leave it on.
    public func sendingStatus() async throws -> SendingStatus {
        let (hold, recorded) = try await database.read { tx in
            (try tx.holds().first { $0.scope == .everything }, try tx.workspaceValue(WorkspaceKey.instance))
        }
        if let hold { return .held(hold) }
        guard let recorded, recorded == folder.instance() else { return .notThisInstance }
        return .on
    }
}
