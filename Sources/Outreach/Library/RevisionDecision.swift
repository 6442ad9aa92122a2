/// What an approver says to a revision.
public enum RevisionVerdict: String, Sendable, Hashable, Codable, CaseIterable {
    case approved, rejected

    public var state: RevisionState {
        switch self {
        case .approved: .approved
        case .rejected: .rejected
        }
    }
}

/// One decision on a revision: kept for good, also where later revisions came.
public struct RevisionDecision: Sendable, Hashable, Codable {
    /// The number the revision had when it was decided.
    public let number: Int
    public let revision: ContentHash
    public let verdict: RevisionVerdict
    public let by: String
    public let at: Instant
    /// Why; empty where nothing was said.
    public let comment: String

    public init(
        number: Int, revision: ContentHash, verdict: RevisionVerdict, by: String, at: Instant, comment: String
    ) {
        self.number = number
        self.revision = revision
        self.verdict = verdict
        self.by = by
        self.at = at
        self.comment = comment
    }
}
