import Foundation
import Outreach
import Storage
import Testing

struct MediaStoreTests {
    @Test func `bytes are kept under their hash and come back`() async throws {
        try await StorageFixture.inFolder { folder in
            let store = MediaStore(folder: folder)
            let bytes = Data((0..<70_000).map { UInt8(truncatingIfNeeded: $0 &* 31) })
            let hash = try store.store(bytes)
            #expect(hash == ContentHash.sha256(of: bytes))
            #expect(try store.bytes(of: hash) == bytes)
            #expect(try store.bytes(of: try store.store(Data())).isEmpty)
        }
    }

    @Test func `the same bytes are kept once`() async throws {
        try await StorageFixture.inFolder { folder in
            let store = MediaStore(folder: folder)
            let hashes = try (1...3).map { _ in try store.store(Data("poster".utf8)) }
            #expect(Set(hashes).count == 1)
            let files = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
            #expect(files.filter { $0.contains("/") }.count == 1)
        }
    }

    @Test func `a file that was changed from outside is refused`() async throws {
        try await StorageFixture.inFolder { folder in
            let store = MediaStore(folder: folder)
            let hash = try store.store(Data("poster".utf8))
            try Data("another poster".utf8).write(to: store.location(of: hash))
            #expect(throws: MediaStoreError.changed(hash)) { try store.bytes(of: hash) }
            try Data().write(to: store.location(of: hash))
            #expect(throws: MediaStoreError.changed(hash)) { try store.bytes(of: hash) }
        }
    }

    @Test func `a file that is not there is missing`() async throws {
        try await StorageFixture.inFolder { folder in
            let hash = ContentHash.sha256(of: "nothing")
            #expect(throws: MediaStoreError.missing(hash)) { try MediaStore(folder: folder).bytes(of: hash) }
        }
    }

    @Test func `where nothing can be written the path is named`() async throws {
        try await StorageFixture.inFolder { folder in
            let blocked = folder.appending(path: "media")
            try Data("a file where a folder should be".utf8).write(to: blocked)
            let error = #expect(throws: MediaStoreError.self) {
                try MediaStore(folder: blocked).store(Data("poster".utf8))
            }
            guard case .cannotWrite(let path, _) = error else {
                Issue.record("expected that it cannot be written, found \(String(describing: error))")
                return
            }
            #expect(path.hasPrefix(blocked.path))
        }
    }
}
