public import Outreach

/// Claims: posts that are being sent. From the commit of one on, bytes may have left.
extension ReadTransaction {
    /// Posts that were claimed and are not settled; with `lease`, only those whose claim ended before it.
    public func postsInSending(leasedUntil lease: Instant? = nil) throws -> [Post] {
        let condition = lease == nil ? "" : "WHERE leased_until < ?"
        return try posts(
            "WHERE posts.id IN (SELECT post FROM claims \(condition)) ORDER BY moment, posts.id",
            [lease].compactMap(\.self))
    }
}

/// Claims posts, many in one transaction, under a token that names them all.
public struct ClaimWriting {
    public let token: String
    private let now: Instant
    private let statement: PreparedStatement

    public init(token: String, at now: Instant, in tx: WriteTransaction) throws {
        self.token = token
        self.now = now
        statement = try tx.prepare(
            """
            INSERT INTO claims (post, number, token, leased_until, claimed_at)
            SELECT id, attempts + 1, ?, ?, ? FROM posts
            WHERE id = ? AND attempts = ? AND state IN ('approved', 'retrying')
            ON CONFLICT (post) DO NOTHING
            """)
    }

    /// - Parameter attempts: how many it has had.
    /// - Returns: false where the post was not waiting any more.
    public func claim(_ post: Identifier<Post>, after attempts: Int, until lease: Instant) throws -> Bool {
        try statement.run([token, lease, now, post, attempts])
        return statement.changes == 1
    }
}

extension WriteTransaction {
    /// Takes a claim back where it still stands: nothing left, so the post waits as before and had no attempt.
    public func putBack(_ post: Identifier<Post>, token: String, reason: Message) throws -> Bool {
        guard try removeClaim(of: post, under: token) else { return false }
        try execute("UPDATE posts SET reason = ? WHERE id = ?", [try JSONText.encode(reason), post])
        return true
    }

    /// Puts off a waiting post without spending an attempt.
    public func postpone(_ post: Identifier<Post>, until instant: Instant, reason: Message) throws {
        try execute(
            """
            UPDATE posts SET next_attempt_at = ?, reason = ? WHERE id = ? AND state IN ('approved', 'retrying')
                AND NOT EXISTS (SELECT 1 FROM claims WHERE claims.post = posts.id)
            """,
            [instant, try JSONText.encode(reason), post])
    }

    /// - Parameter token: the claim's; nil takes away whatever claim there is.
    /// - Returns: whether there was one.
    func removeClaim(of post: Identifier<Post>, under token: String? = nil) throws -> Bool {
        guard let token else { return try execute("DELETE FROM claims WHERE post = ?", [post]) == 1 }
        return try execute(WriteTransaction.removalOfClaim, [post, token]) == 1
    }

    /// Takes a post's claim under a token away, where it still stands.
    static let removalOfClaim = "DELETE FROM claims WHERE post = ? AND token = ?"
}
