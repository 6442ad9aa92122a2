public import Foundation
import Storage

/// Says that somebody works in a workspace, for as long as it lives: no back-up is restored meanwhile.
public struct WorkHold: Sendable {
    private let lock: WorkLock

    /// - Throws: ``WorkspaceError/beingReplaced`` during a restore.
    public init(_ root: URL) throws {
        let folder = WorkspaceFolder(root: root)
        try folder.prepareState()
        lock = try WorkLock(folder, .shared)
    }
}
