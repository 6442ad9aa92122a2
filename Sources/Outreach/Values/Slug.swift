/// The name of a provisioned thing: lower-case ASCII letters, digits and single hyphens, 1 to 80 characters.
public struct Slug: Sendable, Hashable, Comparable, LosslessStringConvertible, Codable {
    public let description: String

    public init?(_ text: String) {
        guard (1...80).contains(text.utf8.count) else { return nil }
        // Every row read has some slugs in it, so this is spelled out: a regular expression takes a hundred times longer.
        var previous = UInt8(ascii: "-")
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
            case UInt8(ascii: "-") where previous != UInt8(ascii: "-"): break
            default: return nil
            }
            previous = byte
        }
        guard previous != UInt8(ascii: "-") else { return nil }
        description = text
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
