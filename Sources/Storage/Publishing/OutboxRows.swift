public import Outreach

/// What became of an attempt, to be written where its claim still stands.
public struct AttemptOutcome: Sendable, Hashable {
    public let post: Identifier<Post>
    /// The zone the post's moment was chosen in; days are counted by it.
    public let zone: Zone
    /// 1 for the first attempt.
    public let number: Int
    public let token: String
    public let claimedAt: Instant
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
        zone: Zone,
        number: Int,
        token: String,
        claimedAt: Instant,
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
        self.zone = zone
        self.number = number
        self.token = token
        self.claimedAt = claimedAt
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
    /// Whether a post may be out, wholly or in part, and nobody has looked since.
    public func mayBeOut(_ post: Post) throws -> Bool {
        let doubtful = AttemptRecord.doubtful + [AttemptRecord.unknown]
        return try post.partsSent > 0 || has(doubtful, post, since: max(post.settledAttempts, post.keyedAfter))
    }

    /// Whether an attempt with these words ended without its effect being known, even if a person has looked since.
    ///
    /// - Parameter canBeAsked: whether the receiver is asked before it is sent. Then it is asked about what a person has
    ///   settled, too: the post may have appeared after they looked.
    public func wasInDoubt(_ post: Post, canBeAsked: Bool) throws -> Bool {
        let doubtful = AttemptRecord.doubtful + (canBeAsked ? [AttemptRecord.unknown] : [])
        return try post.partsSent > 0 || has(doubtful, post, since: post.keyedAfter)
    }

    private func has(_ outcomes: [String], _ post: Post, since attempts: Int) throws -> Bool {
        guard post.attempts > attempts else { return false }
        let marks = outcomes.map { _ in "?" }.joined(separator: ", ")
        var arguments: [any SQLConvertible] = [post.id, attempts]
        arguments += outcomes
        return try queryOne(
            "SELECT 1 FROM attempts WHERE post = ? AND number > ? AND outcome IN (\(marks)) LIMIT 1", arguments) != nil
    }

    /// Posts that were claimed and are not settled; with `lease`, only those whose claim ended before it.
    public func postsInSending(leasedUntil lease: Instant? = nil) throws -> [Post] {
        let condition = lease == nil ? "" : " AND claim_lease < ?"
        return try query(
            "SELECT * FROM posts WHERE state = 'sending'\(condition) ORDER BY moment, id", [lease].compactMap(\.self)
        ).map(PostRow.post)
    }

    /// The attempts of a post, the one under way included.
    public func attempts(of post: Identifier<Post>) throws -> [AttemptRecord] {
        let ended = try query("SELECT * FROM attempts WHERE post = ? ORDER BY number", [post]).map { row in
            AttemptRecord(
                post: post, number: try row.integer("number"), claimedAt: try row.instant("claimed_at"),
                endedAt: try row.optional("ended_at", SQLRow.instant),
                outcome: try row.optional("outcome", SQLRow.text), status: try row.optional("status", SQLRow.integer),
                bytesMayHaveLeft: try row.optional("bytes_left", SQLRow.boolean),
                request: try row.optional("request", SQLRow.text), answer: try row.optional("answer", SQLRow.text))
        }
        let open = try queryOne(
            "SELECT attempts, claimed_at FROM posts WHERE id = ? AND state = 'sending' AND claimed_at IS NOT NULL",
            [post]
        ).map { row in
            AttemptRecord(
                post: post, number: try row.integer("attempts"), claimedAt: try row.instant("claimed_at"),
                endedAt: nil, outcome: nil, status: nil, bytesMayHaveLeft: nil, request: nil, answer: nil)
        }
        return ended + [open].compactMap(\.self).filter { open in !ended.contains { $0.number == open.number } }
    }
}

extension WriteTransaction {
    /// Moves a post to `sending` under a token; from the commit of this on, bytes may have left.
    ///
    /// - Parameter attempts: how many it has had.
    /// - Returns: false where the post was not waiting any more.
    public func claim(
        _ post: Identifier<Post>, after attempts: Int, token: String, lease: Instant, at now: Instant
    ) throws -> Bool {
        try execute(
            """
            UPDATE posts SET state = 'sending', attempts = ?, claim_token = ?, claim_lease = ?, claimed_at = ?,
                next_attempt_at = NULL
            WHERE id = ? AND attempts = ? AND state IN ('approved', 'retrying')
            """,
            [attempts + 1, token, lease, now, post, attempts]) == 1
    }

    /// Writes an outcome where post, token and state still match; false means the result came too late and nothing
    /// was changed. What went out on the trial channel has no day it is counted on.
    public func record(_ outcome: AttemptOutcome) throws -> Bool {
        let changed = try execute(
            """
            UPDATE posts SET state = ?, next_attempt_at = ?, receipt_id = ?, receipt_link = ?, posted_at = ?,
                posted_day = CASE WHEN channel = ? THEN NULL ELSE ? END, reason = ?, parts_sent = ?, claim_token = NULL,
                claim_lease = NULL, claimed_at = NULL
            WHERE id = ? AND claim_token = ? AND state = 'sending'
            """,
            [
                outcome.state.sql, outcome.nextAttemptAt, outcome.receipt?.remoteID, outcome.receipt?.link,
                outcome.receipt?.at, Channel.trial, outcome.receipt.map { outcome.zone.day(of: $0.at) },
                try outcome.reason.map(JSONText.encode), outcome.partsSent, outcome.post, outcome.token,
            ])
        guard changed == 1 else { return false }
        try execute(
            """
            INSERT INTO attempts
                (post, number, token, claimed_at, ended_at, outcome, status, bytes_left, request, answer)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                outcome.post, outcome.number, outcome.token, outcome.claimedAt, outcome.endedAt, outcome.outcome,
                outcome.status, outcome.bytesMayHaveLeft, outcome.request, outcome.answer,
            ])
        return true
    }

    /// Takes a claim back where it still stands: nothing left, so the post waits as before and had no attempt.
    public func putBack(_ post: Identifier<Post>, token: String, reason: Message) throws -> Bool {
        try execute(
            """
            UPDATE posts SET state = CASE WHEN attempts > 1 THEN 'retrying' ELSE 'approved' END,
                attempts = attempts - 1, reason = ?, claim_token = NULL, claim_lease = NULL, claimed_at = NULL
            WHERE id = ? AND claim_token = ? AND state = 'sending'
            """,
            [try JSONText.encode(reason), post, token]) == 1
    }

    /// Puts off a waiting post without spending an attempt.
    public func postpone(_ post: Identifier<Post>, until instant: Instant, reason: Message) throws {
        try execute(
            "UPDATE posts SET next_attempt_at = ?, reason = ? WHERE id = ? AND state IN ('approved', 'retrying')",
            [instant, try JSONText.encode(reason), post])
    }

    /// Counts the attempt that may have been made after the back-up this database comes from.
    ///
    /// - Parameter attempts: how many it has had.
    public func noteRestored(_ post: Identifier<Post>, after attempts: Int, at instant: Instant) throws {
        try execute(
            """
            INSERT INTO attempts (post, number, token, claimed_at, ended_at, outcome, bytes_left)
            VALUES (?, ?, '', ?, ?, ?, 1)
            """,
            [post, attempts + 1, instant, instant, AttemptRecord.restored])
    }

    /// Ends the attempt a dead process left open; whether bytes left is not known, so they may have.
    public func interruptAttempt(of post: Identifier<Post>, at instant: Instant) throws {
        // An older Loa wrote the attempt when it began; then there is a row to end.
        let ended = try execute(
            "UPDATE attempts SET ended_at = ?, outcome = ?, bytes_left = 1 WHERE post = ? AND ended_at IS NULL",
            [instant, AttemptRecord.interrupted, post])
        guard ended == 0 else { return }
        try execute(
            """
            INSERT INTO attempts (post, number, token, claimed_at, ended_at, outcome, bytes_left)
            SELECT id, attempts, claim_token, COALESCE(claimed_at, ?), ?, ?, 1 FROM posts
            WHERE id = ? AND state = 'sending' AND claim_token IS NOT NULL
            ON CONFLICT (post, number) DO NOTHING
            """,
            [instant, instant, AttemptRecord.interrupted, post])
    }
}
