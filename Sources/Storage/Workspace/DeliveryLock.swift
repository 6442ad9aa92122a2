import Foundation
import Outreach

/// The right to send for a workspace: one process at a time has it, and a killed one loses it.
public final class DeliveryLock: Sendable {
    private let lock: FileLock

    /// - Throws: ``WorkspaceError/anotherEngine`` where another process has it.
    public init(_ folder: WorkspaceFolder) throws(WorkspaceError) {
        guard let lock = try FileLock(folder.deliveryLockFile, .alone) else { throw .anotherEngine }
        self.lock = lock
    }

    /// Whether some process sends for the workspace, asked without touching the lock: a process that starts meanwhile
    /// must not find it taken. Linux lists what is locked (proc_locks(5)); where it does not, nothing is known.
    public static func isHeld(in folder: WorkspaceFolder) -> Bool? {
        guard let listed = try? String(contentsOfFile: "/proc/locks", encoding: .utf8) else { return nil }
        var status = stat()
        guard stat(folder.deliveryLockFile.path, &status) == 0 else { return false }
        return listed.split(separator: "\n").contains { $0.contains(" FLOCK ") && $0.contains(":\(status.st_ino) ") }
    }
}
