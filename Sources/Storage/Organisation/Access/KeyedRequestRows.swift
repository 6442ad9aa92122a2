public import Outreach

/// A request that came under an `Idempotency-Key`, and its answer once there is one.
public struct KeyedRequestRow: Sendable, Hashable {
    public let requestHash: ContentHash
    public let begunAt: Instant
    public let answer: KeptAnswer?
}

extension ReadTransaction {
    public func keyedRequest(_ key: String, of caller: String) throws -> KeyedRequestRow? {
        try queryOne("SELECT * FROM keyed_requests WHERE caller = ? AND key = ?", [caller, key]).map { row in
            let status = try row.optional("status", SQLRow.integer)
            return KeyedRequestRow(
                requestHash: try row.parsed("request_hash"), begunAt: try row.instant("begun_at"),
                answer: try status.map { status in
                    KeptAnswer(status: status, contentType: try row.text("content_type"), body: try row.text("body"))
                })
        }
    }
}

extension WriteTransaction {
    public func beginKeyedRequest(_ key: String, of caller: String, hash: ContentHash, at now: Instant) throws {
        try execute(
            "INSERT INTO keyed_requests (caller, key, request_hash, begun_at) VALUES (?, ?, ?, ?)",
            [caller, key, hash, now])
    }

    /// Keeps the answer of a request that is under way.
    public func keep(_ answer: KeptAnswer, for key: String, of caller: String) throws {
        try execute(
            """
            UPDATE keyed_requests SET status = ?, content_type = ?, body = ?
            WHERE caller = ? AND key = ? AND status IS NULL
            """,
            [answer.status, answer.contentType, answer.body, caller, key])
    }

    /// Forgets a request that had no effect.
    public func removeKeyedRequest(_ key: String, of caller: String) throws {
        try execute("DELETE FROM keyed_requests WHERE caller = ? AND key = ? AND status IS NULL", [caller, key])
    }

    public func removeKeyedRequests(begunBefore instant: Instant) throws {
        try execute("DELETE FROM keyed_requests WHERE begun_at < ?", [instant])
    }
}
