/// Which files a channel takes with a post.
public struct MediaLimit: Sendable, Hashable {
    /// How many files of one post.
    public let maximum: Int
    /// The types it takes, such as `image/jpeg`.
    public let types: [String]
    /// The largest file in bytes.
    public let maximumSize: Int

    public init(maximum: Int, types: [String], maximumSize: Int) {
        self.maximum = maximum
        self.types = types
        self.maximumSize = maximumSize
    }
}

/// What a file is, by its first bytes; its name and whatever else it says about itself are not believed.
public enum MediaSignature {
    /// What stands at the beginning of a file of a type, after so many bytes that may be anything.
    private static let signatures: [(type: String, offset: Int, bytes: [UInt8])] = [
        ("image/jpeg", 0, [0xFF, 0xD8, 0xFF]),
        ("image/png", 0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        ("image/gif", 0, Array("GIF8".utf8)),
        ("image/webp", 8, Array("WEBP".utf8)),
        ("video/mp4", 4, Array("ftyp".utf8)),
        ("audio/mpeg", 0, Array("ID3".utf8)),
        ("application/pdf", 0, Array("%PDF-".utf8)),
    ]

    /// The types Loa can tell apart.
    public static let known = signatures.map(\.type)

    /// The type, or `application/octet-stream` where it is none of ``known``.
    public static func of(_ bytes: some Collection<UInt8>) -> String {
        let head = Array(bytes.prefix(16))
        return signatures.first { head.dropFirst($0.offset).starts(with: $0.bytes) }?.type ?? "application/octet-stream"
    }

    /// The first bytes of a file of this type, to try a request out with.
    public static func head(of type: String) -> [UInt8] {
        signatures.first { $0.type == type }.map { [UInt8](repeating: 0, count: $0.offset) + $0.bytes } ?? []
    }
}
