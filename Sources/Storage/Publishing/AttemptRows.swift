public import Outreach

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
        let open = try queryOne("SELECT number, claimed_at FROM claims WHERE post = ?", [post]).map { row in
            AttemptRecord(
                post: post, number: try row.integer("number"), claimedAt: try row.instant("claimed_at"),
                endedAt: nil, outcome: nil, status: nil, bytesMayHaveLeft: nil, request: nil, answer: nil)
        }
        return ended + [open].compactMap(\.self).filter { open in !ended.contains { $0.number == open.number } }
    }
}

extension WriteTransaction {
    /// Writes outcomes where post and token still match a claim; what went out on the trial channel has no day it is
    /// counted on.
    ///
    /// - Returns: the posts whose outcome came too late, about which nothing was changed.
    public func record(_ outcomes: [AttemptOutcome]) throws -> Set<Identifier<Post>> {
        var late: Set<Identifier<Post>> = []
        var attempts: [[any SQLConvertible]] = []
        attempts.reserveCapacity(outcomes.count)
        let unclaiming = try prepare(WriteTransaction.removalOfClaim)
        let settling = try prepare(
            """
            UPDATE posts SET state = ?, attempts = ?, next_attempt_at = ?, receipt_id = ?, receipt_link = ?,
                posted_at = ?, posted_day = CASE WHEN channel = ? THEN NULL ELSE ? END, reason = ?, parts_sent = ?
            WHERE id = ?
            """)
        for outcome in outcomes {
            try unclaiming.run([outcome.post, outcome.token])
            guard unclaiming.changes == 1 else {
                late.insert(outcome.post)
                continue
            }
            try settling.run([
                outcome.state.sql, outcome.number, outcome.nextAttemptAt, outcome.receipt?.remoteID,
                outcome.receipt?.link, outcome.receipt?.at, Channel.trial,
                outcome.receipt.map { outcome.zone.day(of: $0.at) }, try outcome.reason.map(JSONText.encode),
                outcome.partsSent, outcome.post,
            ])
            attempts.append([
                outcome.post, outcome.number, outcome.token, outcome.claimedAt, outcome.endedAt, outcome.outcome,
                outcome.status, outcome.bytesMayHaveLeft, outcome.request, outcome.answer,
            ])
        }
        try insert(
            into: "attempts",
            [
                "post", "number", "token", "claimed_at", "ended_at", "outcome", "status", "bytes_left", "request",
                "answer",
            ],
            attempts)
        return late
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

    /// Ends the attempt a dead process left open; whether bytes left is not known, so they may have. The claim stays until
    /// the post is settled.
    public func interruptAttempt(of post: Identifier<Post>, at instant: Instant) throws {
        try execute(
            """
            INSERT INTO attempts (post, number, token, claimed_at, ended_at, outcome, bytes_left)
            SELECT post, number, token, claimed_at, ?, ?, 1 FROM claims WHERE post = ?
            ON CONFLICT (post, number) DO NOTHING
            """,
            [instant, AttemptRecord.interrupted, post])
    }
}
