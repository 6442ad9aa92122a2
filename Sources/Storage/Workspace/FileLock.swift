import Foundation
import Outreach
import Synchronization

/// A lock on a file of the workspace; whoever has it loses it at the latest when the process ends, however that
/// happens (flock(2)). Each opening of the file counts by itself, also within one process.
final class FileLock: Sendable {
    enum Kind {
        /// Any number of processes have it at a time, and nobody has it alone meanwhile.
        case shared
        case alone

        fileprivate var operation: Int32 { self == .shared ? LOCK_SH : LOCK_EX }
    }

    private let descriptor: Mutex<Int32?>

    /// Nil where another has it in a way that excludes this one; nobody waits.
    init?(_ file: URL, _ kind: Kind) throws(WorkspaceError) {
        let opened = open(file.path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard opened >= 0 else {
            throw .cannotWrite(path: file.path, detail: String(cString: strerror(errno)))
        }
        // A file that was replaced between opening and locking is nobody's any more.
        guard flock(opened, kind.operation | LOCK_NB) == 0, FileLock.isStillThere(opened, at: file) else {
            close(opened)
            return nil
        }
        descriptor = Mutex(opened)
    }

    func release() {
        descriptor.withLock { descriptor in
            guard let open = descriptor else { return }
            // Closing alone would leave the lock to a child process that is just being started and has not let go of
            // it yet.
            flock(open, LOCK_UN)
            close(open)
            descriptor = nil
        }
    }

    deinit { release() }

    private static func isStillThere(_ descriptor: Int32, at file: URL) -> Bool {
        var (held, found) = (stat(), stat())
        guard fstat(descriptor, &held) == 0, stat(file.path, &found) == 0 else { return false }
        return held.st_ino == found.st_ino && held.st_dev == found.st_dev
    }
}
