import Foundation
import Outreach

/// That a workspace is in use: every program that works in it shares the lock, and whoever puts another database in its
/// place takes it alone (flock(2)), so that nobody goes on writing into a file that was moved away.
public final class WorkLock: Sendable {
    public enum Hold: Sendable {
        case shared, alone
    }

    private let descriptor: Int32

    /// - Throws: ``WorkspaceError/inUse`` where others work in it, ``WorkspaceError/beingReplaced`` where its database is
    ///   just being replaced.
    public init(_ folder: WorkspaceFolder, _ hold: Hold) throws(WorkspaceError) {
        descriptor = open(folder.workLockFile.path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw .cannotWrite(path: folder.workLockFile.path, detail: String(cString: strerror(errno)))
        }
        guard flock(descriptor, (hold == .alone ? LOCK_EX : LOCK_SH) | LOCK_NB) == 0 else {
            close(descriptor)
            throw hold == .alone ? .inUse : .beingReplaced
        }
    }

    deinit {
        // As with the lock of sending: a child that is just being started must not keep it.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }
}
