public import Outreach

/// What became of an attempt, to be written where its claim still stands.
public struct AttemptOutcome: Sendable, Hashable {
    public let post: Identifier<Post>
    public let token: String
    public let state: PostState
    public let outcome: String
    public let endedAt: Instant
    public let status: Int?
    public let bytesMayHaveLeft: Bool
    public let request: String?
    public let answer: String?
    public let nextAttemptAt: Instant?
    public let receipt: Receipt?
    public let reason: Message?
    /// So many pieces of the text are out.
    public let partsSent: Int

    public init(
        post: Identifier<Post>,
        token: String,
        state: PostState,
        outcome: String,
        endedAt: Instant,
        status: Int?,
        bytesMayHaveLeft: Bool,
        request: String?,
        answer: String?,
        nextAttemptAt: Instant?,
        receipt: Receipt?,
        reason: Message?,
        partsSent: Int = 0
    ) {
        self.post = post
        self.token = token
        self.state = state
        self.outcome = outcome
        self.endedAt = endedAt
        self.status = status
        self.bytesMayHaveLeft = bytesMayHaveLeft
        self.request = request
        self.answer = answer
        self.nextAttemptAt = nextAttemptAt
        self.receipt = receipt
        self.reason = reason
        self.partsSent = partsSent
    }
}

extension ReadTransaction {
    /// Whether an attempt ended without its effect being known.
    public func mayBeOut(_ post: Identifier<Post>) throws -> Bool {
        try queryOne(
            "SELECT 1 FROM attempts WHERE post = ? AND outcome IN (?, ?) LIMIT 1",
            [post, AttemptRecord.inDoubt, AttemptRecord.interrupted]) != nil
    }

    /// Posts that were claimed and are not settled; with `lease`, only those whose claim ended before it.
    public func postsInSending(leasedUntil lease: Instant? = nil) throws -> [Post] {
        let condition = lease == nil ? "" : " AND claim_lease < ?"
        return try query(
            "SELECT * FROM posts WHERE state = 'sending'\(condition) ORDER BY moment, id", [lease].compactMap(\.self)
        ).map(PostRow.post)
    }

    public func attempts(of post: Identifier<Post>) throws -> [AttemptRecord] {
        try query("SELECT * FROM attempts WHERE post = ? ORDER BY number", [post]).map { row in
            AttemptRecord(
                post: post, number: try row.integer("number"), claimedAt: try row.instant("claimed_at"),
                endedAt: try row.optional("ended_at", SQLRow.instant),
                outcome: try row.optional("outcome", SQLRow.text), status: try row.optional("status", SQLRow.integer),
                bytesMayHaveLeft: try row.optional("bytes_left", SQLRow.boolean),
                request: try row.optional("request", SQLRow.text), answer: try row.optional("answer", SQLRow.text))
        }
    }
}

extension WriteTransaction {
    /// Moves a post to `sending` under a token; from the commit of this on, bytes may have left.
    ///
    /// - Returns: the attempt's number, or nil where the post was not waiting any more.
    public func claim(
        _ post: Identifier<Post>, token: String, lease: Instant, at now: Instant
    ) throws -> Int? {
        let changed = try execute(
            """
            UPDATE posts SET state = 'sending', attempts = attempts + 1, claim_token = ?, claim_lease = ?,
                next_attempt_at = NULL
            WHERE id = ? AND state IN ('approved', 'retrying')
            """,
            [token, lease, post])
        guard changed == 1,
            let row = try queryOne("SELECT attempts FROM posts WHERE id = ?", [post])
        else { return nil }
        let number = try row.integer("attempts")
        try execute(
            "INSERT INTO attempts (post, number, token, claimed_at) VALUES (?, ?, ?, ?)", [post, number, token, now])
        return number
    }

    /// Writes an outcome where post, token and state still match; false means the result came too late and nothing
    /// was changed.
    public func record(_ outcome: AttemptOutcome) throws -> Bool {
        let changed = try execute(
            """
            UPDATE posts SET state = ?, next_attempt_at = ?, receipt_id = ?, receipt_link = ?, posted_at = ?,
                posted_day = ?, reason = ?, parts_sent = ?, claim_token = NULL, claim_lease = NULL
            WHERE id = ? AND claim_token = ? AND state = 'sending'
            """,
            [
                outcome.state.sql, outcome.nextAttemptAt, outcome.receipt?.remoteID, outcome.receipt?.link,
                outcome.receipt?.at, try postedDay(outcome), try outcome.reason.map(JSONText.encode),
                outcome.partsSent, outcome.post, outcome.token,
            ])
        guard changed == 1 else { return false }
        try execute(
            """
            UPDATE attempts SET ended_at = ?, outcome = ?, status = ?, bytes_left = ?, request = ?, answer = ?
            WHERE post = ? AND token = ?
            """,
            [
                outcome.endedAt, outcome.outcome, outcome.status, outcome.bytesMayHaveLeft, outcome.request,
                outcome.answer, outcome.post, outcome.token,
            ])
        return true
    }

    /// Takes a claim back where it still stands: nothing left, so the post waits as before and had no attempt.
    public func putBack(_ post: Identifier<Post>, token: String, reason: Message) throws -> Bool {
        let changed = try execute(
            """
            UPDATE posts SET state = CASE WHEN attempts > 1 THEN 'retrying' ELSE 'approved' END,
                attempts = attempts - 1, reason = ?, claim_token = NULL, claim_lease = NULL
            WHERE id = ? AND claim_token = ? AND state = 'sending'
            """,
            [try JSONText.encode(reason), post, token])
        guard changed == 1 else { return false }
        try execute("DELETE FROM attempts WHERE post = ? AND token = ?", [post, token])
        return true
    }

    /// Puts off a waiting post without spending an attempt.
    public func postpone(_ post: Identifier<Post>, until instant: Instant, reason: Message) throws {
        try execute(
            "UPDATE posts SET next_attempt_at = ?, reason = ? WHERE id = ? AND state IN ('approved', 'retrying')",
            [instant, try JSONText.encode(reason), post])
    }

    /// Ends the attempt a dead process left open; whether bytes left is not known, so they may have.
    public func interruptAttempt(of post: Identifier<Post>, at instant: Instant) throws {
        try execute(
            """
            UPDATE attempts SET ended_at = ?, outcome = ?, bytes_left = 1
            WHERE post = ? AND ended_at IS NULL
            """,
            [instant, AttemptRecord.interrupted, post])
    }

    private func postedDay(_ outcome: AttemptOutcome) throws -> Day? {
        guard let receipt = outcome.receipt,
            let row = try queryOne("SELECT zone FROM posts WHERE id = ?", [outcome.post])
        else { return nil }
        return try row.zone("zone").day(of: receipt.at)
    }
}
