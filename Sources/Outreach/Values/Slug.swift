/// The name of a provisioned thing: lower-case ASCII letters, digits and single hyphens, 1 to 80 characters.
public struct Slug: Sendable, Hashable, Comparable, LosslessStringConvertible, Codable {
    public let description: String

    public init?(_ text: String) {
        guard (1...80).contains(text.utf8.count), text.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil else {
            return nil
        }
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
