import Foundation
import Outreach

/// The right to send for a workspace: one process at a time has it, and a killed one loses it (flock(2)).
public final class DeliveryLock: Sendable {
    private let descriptor: Int32

    /// - Throws: ``WorkspaceError/anotherEngine`` where another process has it.
    public init(_ folder: WorkspaceFolder) throws(WorkspaceError) {
        descriptor = open(folder.deliveryLockFile.path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw .cannotWrite(path: folder.deliveryLockFile.path, detail: String(cString: strerror(errno)))
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw .anotherEngine
        }
    }

    /// Whether some process sends for the workspace, asked without touching the lock: a process that starts meanwhile
    /// must not find it taken. Linux lists what is locked (proc_locks(5)); where it does not, nothing is known.
    public static func isHeld(in folder: WorkspaceFolder) -> Bool? {
        guard let listed = try? String(contentsOfFile: "/proc/locks", encoding: .utf8) else { return nil }
        var status = stat()
        guard stat(folder.deliveryLockFile.path, &status) == 0 else { return false }
        return listed.split(separator: "\n").contains { $0.contains(" FLOCK ") && $0.contains(":\(status.st_ino) ") }
    }

    deinit {
        // Closing alone would leave the lock to a child process that is just being started and has not let go of it yet.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }
}
