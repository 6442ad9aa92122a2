import Foundation

/// A folder that is gone when nobody holds it any more.
final class ThrowAwayFolder: Sendable {
    let url: URL

    /// - Parameter inMemory: whether nothing in it has to survive a power cut, so that memory may hold it.
    init(inMemory: Bool = false) throws {
        let shared = URL(filePath: "/dev/shm")
        let isThere = inMemory && FileManager.default.isWritableFile(atPath: shared.path)
        let parent = isThere ? shared : FileManager.default.temporaryDirectory
        url = parent.appending(path: "loa-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }
}
