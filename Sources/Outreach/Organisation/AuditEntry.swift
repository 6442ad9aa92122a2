/// One line of the audit log: who did what to what, when; chained to the line before by its hash.
public struct AuditEntry: Sendable, Hashable, Codable {
    /// 1, 2, 3 … without gaps.
    public let sequence: Int
    public let at: Instant
    /// A user's id, `token:NAME` for a machine, or `loa` for what the program did by itself.
    public let actor: String
    /// The operation, in dotted words: `posts.approve`.
    public let action: String
    /// What it was done to: an id or slug.
    public let subject: String
    /// What changed, without secrets and without texts.
    public let detail: String
    public let previousHash: String
    public let hash: String

    public init(
        sequence: Int,
        at: Instant,
        actor: String,
        action: String,
        subject: String,
        detail: String,
        previousHash: String,
        hash: String
    ) {
        self.sequence = sequence
        self.at = at
        self.actor = actor
        self.action = action
        self.subject = subject
        self.detail = detail
        self.previousHash = previousHash
        self.hash = hash
    }

    /// What stands before the first entry.
    public static let firstPreviousHash = String(repeating: "0", count: 64)

    /// The text whose SHA-256 is this entry's hash: every field with its length before it, so that no two
    /// different entries share one text.
    public static func canonicalText(
        sequence: Int, at: Instant, actor: String, action: String, subject: String, detail: String,
        previousHash: String
    ) -> String {
        [String(sequence), at.description, actor, action, subject, detail, previousHash]
            .map { "\($0.utf8.count):\($0)" }
            .joined(separator: "\n")
    }
}

/// The last entry of the log at some moment, by number and hash: whoever notes it down can tell later whether the log
/// still leads through it.
public struct AuditEnd: Sendable, Hashable, Codable {
    public let sequence: Int
    public let hash: String

    public init(sequence: Int, hash: String) {
        self.sequence = sequence
        self.hash = hash
    }
}

extension AuditEnd: LosslessStringConvertible {
    /// Reads what ``description`` writes: `812:9f86d0…`.
    public init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let sequence = Int(parts[0]), sequence > 0, let hash = ContentHash(String(parts[1]))
        else { return nil }
        self.init(sequence: sequence, hash: hash.description)
    }

    public var description: String { "\(sequence):\(hash)" }
}
