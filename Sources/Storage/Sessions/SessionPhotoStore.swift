public import Foundation
public import Outreach

/// The pictures of sessions, each under its own id and not under its hash: none is shared, so one can be removed.
public struct SessionPhotoStore: Sendable {
    private let media: URL

    /// - Parameter media: the workspace's media folder, which back-ups take along.
    public init(media: URL) {
        self.media = media
    }

    /// A file is complete under its name or not there at all.
    public func store(_ bytes: [UInt8], as id: Identifier<SessionPhoto>) throws {
        let file = location(of: id)
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file, options: .atomic)
        } catch {
            throw MediaStoreError.cannotWrite(path: file.path, detail: error.systemWords)
        }
    }

    /// The bytes, checked against their hash.
    public func bytes(of photo: SessionPhoto) throws -> [UInt8] {
        guard let bytes = FileManager.default.contents(atPath: location(of: photo.id).path) else {
            throw MediaStoreError.missing(photo.hash)
        }
        guard ContentHash.sha256(of: bytes) == photo.hash else { throw MediaStoreError.changed(photo.hash) }
        return Array(bytes)
    }

    public func remove(_ id: Identifier<SessionPhoto>) {
        try? FileManager.default.removeItem(at: location(of: id))
    }

    /// By the last digits of the id, which are random, so that no folder grows large.
    private func location(of id: Identifier<SessionPhoto>) -> URL {
        media.appending(path: "session-\(id.description.suffix(2))").appending(path: id.description)
    }
}
