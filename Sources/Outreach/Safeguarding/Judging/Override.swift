/// What of its texts an override is about: a post, or a revision of a material.
public enum JudgedSubject: Sendable, Hashable {
    case post(Identifier<Post>)
    case revision(ContentHash)
}

extension JudgedSubject: CustomStringConvertible {
    /// The id or hash alone: none can be taken for the other.
    public var description: String {
        switch self {
        case .post(let id): id.description
        case .revision(let hash): hash.description
        }
    }
}

/// That a person let one finding pass, in exactly one text: any other word in it, and the finding stands again.
public struct Override: Sendable, Hashable, Codable {
    public let finding: FindingReference
    /// The text it was given for: `CheckedText.canonicalText`, hashed.
    public let text: ContentHash
    public let reason: String
    public let by: String
    public let at: Instant

    public init(finding: FindingReference, text: ContentHash, reason: String, by: String, at: Instant) {
        self.finding = finding
        self.text = text
        self.reason = reason
        self.by = by
        self.at = at
    }
}
