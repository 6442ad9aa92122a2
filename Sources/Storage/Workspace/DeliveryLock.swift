import Outreach

/// The right to send for a workspace: one process at a time has it, and a killed one loses it.
public final class DeliveryLock: Sendable {
    private let lock: FileLock

    /// - Throws: ``WorkspaceError/anotherEngine`` where another process has it.
    public init(_ folder: WorkspaceFolder) throws(WorkspaceError) {
        guard let lock = try FileLock(folder.deliveryLockFile, .alone) else { throw .anotherEngine }
        self.lock = lock
    }
}
