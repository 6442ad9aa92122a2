import Outreach

/// That a workspace is in use: any number of processes work in it at a time and share the lock; whoever puts another
/// database in its place takes it alone, so that nobody goes on writing into a file that was moved away.
public final class WorkLock: Sendable {
    public enum Hold: Sendable {
        case shared, alone
    }

    private let lock: FileLock

    /// - Throws: ``WorkspaceError/inUse(by:)`` where others work in it, ``WorkspaceError/beingReplaced`` where its
    ///   database is just being replaced.
    public init(_ folder: WorkspaceFolder, _ hold: Hold) throws(WorkspaceError) {
        let file = folder.workLockFile
        guard let lock = try FileLock(file, hold == .alone ? .alone : .shared) else {
            throw hold == .alone ? .inUse(by: WorkspaceUser.all(of: file)) : .beingReplaced
        }
        self.lock = lock
    }

    /// Lets go before the last reference is gone.
    public func release() { lock.release() }
}
