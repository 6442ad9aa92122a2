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
        reason: Message?
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
    }
}

/// Which posts may be sent now: of these channels, and under no hold.
public struct SendingScope: Sendable, Hashable {
    public var channels: Set<Slug>
    public var heldUnits: Set<Slug> = []
    public var heldCampaigns: Set<Slug> = []
    public var heldPosts: Set<Identifier<Post>> = []

    public init(channels: Set<Slug>) {
        self.channels = channels
    }

    var sql: (condition: String, arguments: [any SQLConvertible]) {
        let marks = { (count: Int) in repeatElement("?", count: count).joined(separator: ", ") }
        var condition = "channel IN (\(marks(channels.count)))"
        var arguments: [any SQLConvertible] = channels.sorted()
        if !heldUnits.isEmpty {
            condition += " AND unit NOT IN (\(marks(heldUnits.count)))"
            arguments += heldUnits.sorted()
        }
        if !heldCampaigns.isEmpty {
            condition += " AND (campaign IS NULL OR campaign NOT IN (\(marks(heldCampaigns.count))))"
            arguments += heldCampaigns.sorted()
        }
        if !heldPosts.isEmpty {
            condition += " AND id NOT IN (\(marks(heldPosts.count)))"
            arguments += heldPosts.sorted()
        }
        return (condition, arguments)
    }
}

extension ReadTransaction {
    /// Posts whose moment has come and that may be tried now, oldest first.
    public func duePosts(_ scope: SendingScope, at now: Instant, limit: Int) throws -> [Post] {
        guard !scope.channels.isEmpty else { return [] }
        let (condition, arguments) = scope.sql
        return try query(
            """
            SELECT * FROM posts WHERE state IN ('approved', 'retrying') AND moment <= ?
                AND (next_attempt_at IS NULL OR next_attempt_at <= ?) AND \(condition)
            ORDER BY moment, id LIMIT ?
            """,
            [now, now] + arguments + [limit]
        ).map(PostRow.post)
    }

    /// When the next post falls due, or now for one that is due already.
    public func nextDue(_ scope: SendingScope) throws -> Instant? {
        guard !scope.channels.isEmpty else { return nil }
        let (condition, arguments) = scope.sql
        return try queryOne(
            """
            SELECT MIN(MAX(moment, COALESCE(next_attempt_at, moment))) AS due FROM posts
            WHERE state IN ('approved', 'retrying') AND \(condition)
            """,
            arguments)?.optional("due", SQLRow.instant)
    }

    /// Whether an attempt ended without its effect being known.
    public func mayBeOut(_ post: Identifier<Post>) throws -> Bool {
        try queryOne(
            "SELECT 1 FROM attempts WHERE post = ? AND outcome IN (?, ?) LIMIT 1",
            [post, AttemptRecord.inDoubt, AttemptRecord.interrupted]) != nil
    }

    public func postsInSending() throws -> [Post] {
        try query("SELECT * FROM posts WHERE state = 'sending' ORDER BY moment, id").map(PostRow.post)
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
                posted_day = ?, reason = ?, claim_token = NULL, claim_lease = NULL
            WHERE id = ? AND claim_token = ? AND state = 'sending'
            """,
            [
                outcome.state.sql, outcome.nextAttemptAt, outcome.receipt?.remoteID, outcome.receipt?.link,
                outcome.receipt?.at, try postedDay(outcome), try outcome.reason.map(JSONText.encode), outcome.post,
                outcome.token,
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
