/// Where a revision stands between being written and being used.
public enum RevisionState: String, Sendable, Hashable, Codable, CaseIterable {
    case inReview = "in-review"
    case approved
    case rejected
}

/// One immutable state of a material, named by its content hash.
public struct Revision: Sendable, Hashable, Codable {
    public let hash: ContentHash
    public let content: MaterialContent
    /// 1, 2, 3 … within the material.
    public let number: Int
    public let state: RevisionState
    /// Who brought it in; never the one who may approve it.
    public let author: String
    public let createdAt: Instant
    public let decidedBy: String?
    public let decidedAt: Instant?

    public init(
        hash: ContentHash,
        content: MaterialContent,
        number: Int,
        state: RevisionState,
        author: String,
        createdAt: Instant,
        decidedBy: String? = nil,
        decidedAt: Instant? = nil
    ) {
        self.hash = hash
        self.content = content
        self.number = number
        self.state = state
        self.author = author
        self.createdAt = createdAt
        self.decidedBy = decidedBy
        self.decidedAt = decidedAt
    }
}

/// A revision without what it says.
public struct RevisionHead: Sendable, Hashable {
    public let hash: ContentHash
    public let number: Int
    public let state: RevisionState
    public let author: String
    public let createdAt: Instant

    public init(hash: ContentHash, number: Int, state: RevisionState, author: String, createdAt: Instant) {
        self.hash = hash
        self.number = number
        self.state = state
        self.author = author
        self.createdAt = createdAt
    }
}
