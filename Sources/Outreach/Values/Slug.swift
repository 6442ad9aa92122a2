/// The name of a provisioned thing: lower-case ASCII letters, digits and single hyphens, 1 to 80 characters.
public struct Slug: Sendable, Hashable, Comparable, LosslessStringConvertible, Codable {
    public let description: String

    public init?(_ text: String) {
        guard (1...80).contains(text.utf8.count), Slug.isWellFormed(text.utf8) else { return nil }
        description = text
    }

    /// Looked at byte by byte: slugs are read with every row, and a regular expression takes a hundred times as long.
    private static func isWellFormed(_ bytes: String.UTF8View) -> Bool {
        var last = UInt8(ascii: "-")
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
            case UInt8(ascii: "-") where last != UInt8(ascii: "-"): break
            default: return false
            }
            last = byte
        }
        return last != UInt8(ascii: "-")
    }

    public static func < (left: Slug, right: Slug) -> Bool { left.description < right.description }

    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let slug = Slug(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "not a slug: \(text)"))
        }
        self = slug
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
