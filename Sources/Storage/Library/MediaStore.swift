public import Foundation
public import Outreach

/// Media files by the hash of their bytes: written once, never changed, shared by whatever refers to them.
public struct MediaStore: Sendable {
    private let folder: URL

    public init(folder: URL) {
        self.folder = folder
    }

    /// Keeps the bytes and returns their name. A file is complete under its name or not there at all.
    public func store(_ bytes: Data) throws -> ContentHash {
        let hash = ContentHash.sha256(of: bytes)
        let target = location(of: hash)
        guard !FileManager.default.fileExists(atPath: target.path) else { return hash }
        do {
            try FileManager.default.createDirectory(
                at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
            try bytes.write(to: target, options: .atomic)
        } catch {
            throw MediaStoreError.cannotWrite(path: target.path, detail: error.systemWords)
        }
        return hash
    }

    /// The bytes, checked against their name.
    public func bytes(of hash: ContentHash) throws -> Data {
        guard let bytes = FileManager.default.contents(atPath: location(of: hash).path) else {
            throw MediaStoreError.missing(hash)
        }
        guard ContentHash.sha256(of: bytes) == hash else { throw MediaStoreError.changed(hash) }
        return bytes
    }

    /// Whether there is a file of this name; whether it is whole is seen when it is read.
    public func has(_ hash: ContentHash) -> Bool {
        FileManager.default.fileExists(atPath: location(of: hash).path)
    }

    public func location(of hash: ContentHash) -> URL {
        folder.appending(path: String(hash.description.prefix(2))).appending(path: hash.description)
    }
}

/// Why a media file could not be kept or read.
public enum MediaStoreError: ReadableError, Hashable {
    case missing(ContentHash)
    case changed(ContentHash)
    case cannotWrite(path: String, detail: String)

    public var message: Message {
        switch self {
        case .missing(let hash):
            Message(
                vi: "Không thấy tệp media \(hash.short) trong kho. Nhập lại nội dung hoặc khôi phục bản sao lưu.",
                en: "The media file \(hash.short) is not in the store. Import the content again or restore a back-up.")
        case .changed(let hash):
            Message(
                vi: "Tệp media \(hash.short) đã bị thay đổi từ bên ngoài nên không dùng nữa. Nhập lại nội dung.",
                en: "The media file \(hash.short) was changed from outside and is not used. Import the content again.")
        case .cannotWrite(let path, let detail):
            Message(
                vi: "Không ghi được tệp media \(path): \(detail). Chưa nhập gì từ tài liệu này.",
                en: "Cannot write the media file \(path): \(detail). Nothing of this material was imported.")
        }
    }
}
