import Documents
public import Foundation
public import Outreach
import Storage

/// A media file as it is served.
public struct StoredMedia: Sendable {
    public let bytes: Data
    public let type: MediaType
}

extension Workspace {
    /// Takes in a file for a material: judged by its bytes, limited in size, kept under its hash. The name only says
    /// what people call it. Pictures are made anew from their pixels, so that nothing else of the file is ever stored.
    ///
    /// - Parameter alternativeText: what it shows, for those who cannot see it; it may be said later, but no material
    ///   is saved without.
    /// - Throws: ``MediaError``; nothing was kept then.
    public func storeMedia(
        _ bytes: [UInt8], name: String, alternativeText: String, as caller: Caller
    ) async throws -> MediaFile {
        try await database.read { try $0.authorise(caller, .edit) }
        let name = MediaName.cleaned(name)
        guard !bytes.isEmpty else { throw MediaError.empty(name: name) }
        guard let type = MediaType(of: bytes) else { throw MediaError.unknownType(name: name) }
        guard bytes.count <= type.maximum else { throw MediaError.tooLarge(name: name, maximum: type.maximum) }
        let kept = try await PhotoQueue.kept(bytes, of: type)
        let hash = try media.store(Data(kept))
        return MediaFile(name: name, alternativeText: alternativeText.normalized.trimmed, hash: hash)
    }

    /// A media file by its hash. Anyone who works here may see what the library has.
    ///
    /// - Throws: ``MediaError/unknown(_:)`` where there is none, or none of a kind that is shown.
    public func mediaFile(_ hash: ContentHash, as caller: Caller) async throws -> StoredMedia {
        try await database.read { try $0.authorise(caller, .view) }
        guard media.has(hash) else { throw MediaError.unknown(hash) }
        let bytes = try media.bytes(of: hash)
        guard let type = MediaType(of: bytes) else { throw MediaError.unknown(hash) }
        return StoredMedia(bytes: bytes, type: type)
    }
}

extension PhotoQueue {
    /// Posters are printed, so they keep many more pixels than a photo of a session.
    private static let longestEdge = 4096

    /// The bytes of a file as they are kept: a picture made anew, anything else without what it says of itself.
    ///
    /// - Throws: `PhotoError`, `MediaCleaningError`.
    static func kept(_ bytes: [UInt8], of type: MediaType) async throws -> [UInt8] {
        type.isPicture ? try await encode(bytes, ofMaterial: type).bytes : try MediaCleaning.cleaned(bytes, of: type)
    }

    /// The same on the thread of whoever asks, for work that is nobody's page.
    static func keptAtOnce(_ bytes: [UInt8], of type: MediaType) throws -> [UInt8] {
        guard type.isPicture else { return try MediaCleaning.cleaned(bytes, of: type) }
        let limits = PhotoLimits(bytes: type.maximum)
        return try PhotoEncoder.encode(bytes, fitting: longestEdge, limits: limits).bytes
    }

    /// A picture of a material, made anew.
    static func encode(_ bytes: [UInt8], ofMaterial type: MediaType) async throws -> EncodedPhoto {
        try await encode(bytes, fitting: longestEdge, limits: PhotoLimits(bytes: type.maximum))
    }
}

/// What people call a file, without anything that a path, a header or a screen could stumble over.
enum MediaName {
    static func cleaned(_ name: String) -> String {
        let last = name.normalized.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        let plain = last.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
            default: true
            }
        }
        let kept = String(String.UnicodeScalarView(plain)).trimmed.prefix(100)
        return kept.isEmpty || kept.allSatisfy({ $0 == "." }) ? "media" : String(kept)
    }
}

/// Why a file was not taken or cannot be shown; nothing was changed.
public enum MediaError: ReadableError, Hashable {
    case empty(name: String)
    case unknownType(name: String)
    case tooLarge(name: String, maximum: Int)
    /// A material names a file that was never taken in.
    case notStored(name: String)
    case unknown(ContentHash)

    public var kind: FailureKind { if case .unknown = self { .notFound } else { .badData } }

    public var message: Message {
        switch self {
        case .empty(let name):
            Message(
                vi: "Tệp “\(name)” trống nên chưa được nhận. Hãy chọn lại tệp.",
                en: "The file “\(name)” is empty and was not taken. Choose it again.")
        case .unknownType(let name):
            Message(
                vi: "“\(name)” không phải ảnh JPEG, PNG, phim MP4, âm thanh MP3 hay PDF nên chưa được nhận. "
                    + "Hãy lưu lại ở một trong các dạng đó; đổi tên tệp là không đủ.",
                en: "“\(name)” is no JPEG, PNG, MP4, MP3 or PDF and was not taken. "
                    + "Save it as one of these; another name alone does not do.")
        case .tooLarge(let name, let maximum):
            Message(
                vi: "Tệp “\(name)” lớn hơn \(maximum >> 20) MiB nên chưa được nhận. Hãy thu nhỏ rồi gửi lại.",
                en: "The file “\(name)” is larger than \(maximum >> 20) MiB and was not taken. Make it smaller.")
        case .notStored(let name):
            Message(
                vi: "Không còn thấy tệp “\(name)” trong kho. Chưa lưu gì; hãy gửi lại tệp đó.",
                en: "The file “\(name)” is not in the store. Nothing was saved; send it again.")
        case .unknown(let hash):
            Message(vi: "Không có tệp media \(hash.short).", en: "There is no media file \(hash.short).")
        }
    }
}
