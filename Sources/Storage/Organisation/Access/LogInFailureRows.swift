public import Outreach

/// Failures to log in are kept under the hash of the name or address: people type passwords where a name belongs.
extension ReadTransaction {
    public func logInFailures(of subject: ContentHash) throws -> LogInFailures? {
        try queryOne("SELECT * FROM log_in_failures WHERE subject = ?", [subject]).map { row in
            LogInFailures(
                failures: try row.integer("failures"), lastAt: try row.instant("last_at"),
                pausedUntil: try row.optional("paused_until", SQLRow.instant))
        }
    }
}

extension WriteTransaction {
    public func set(_ failures: LogInFailures, of subject: ContentHash) throws {
        try execute(
            """
            INSERT INTO log_in_failures (subject, failures, last_at, paused_until) VALUES (?, ?, ?, ?)
            ON CONFLICT (subject) DO UPDATE SET
                failures = excluded.failures, last_at = excluded.last_at, paused_until = excluded.paused_until
            """,
            [subject, failures.failures, failures.lastAt, failures.pausedUntil])
    }

    public func removeLogInFailures(of subject: ContentHash) throws {
        try execute("DELETE FROM log_in_failures WHERE subject = ?", [subject])
    }

    public func removeLogInFailures(lastBefore instant: Instant) throws {
        try execute("DELETE FROM log_in_failures WHERE last_at < ?", [instant])
    }
}
