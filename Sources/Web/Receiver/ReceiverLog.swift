import Foundation
import Outreach
import Synchronization

/// A file with one line of JSON for each request, written through at once: what was answered can be read.
final class ReceiverLog: Sendable {
    private let path: String
    private let handle: Mutex<FileHandle>

    /// Opens the file for appending; only its owner may read it, for it holds whole bodies.
    init(path: String) throws(ReceiverError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw .cannotWriteLog(path: path, reason: String(cString: strerror(errno)))
        }
        self.path = path
        handle = Mutex(FileHandle(fileDescriptor: descriptor, closeOnDealloc: true))
    }

    func append(_ request: ReceivedRequest) throws(ReceiverError) {
        do {
            let line = try ReceiverJSON.encode(request) + Data("\n".utf8)
            try handle.withLock { try $0.write(contentsOf: line) }
        } catch {
            throw .cannotWriteLog(path: path, reason: error.systemWords)
        }
    }
}
