public import Outreach

/// Rests that receivers asked for, by what their rates are counted by. A few facts that are soon over: they stand with
/// the workspace's own.
extension ReadTransaction {
    /// Until when each is left alone; some may be over.
    public func askedRests() throws -> [String: Instant] { try restMoments(after: RestKey.beginning) }

    /// When a person last lifted a rest, by what the rate was counted by then.
    public func liftedRests() throws -> [String: Instant] { try restMoments(after: RestKey.lifted) }

    private func restMoments(after beginning: String) throws -> [String: Instant] {
        let rows = try query("SELECT key, value FROM workspace WHERE key LIKE ?", ["\(beginning)%"])
        var moments: [String: Instant] = [:]
        for row in rows {
            guard let milliseconds = Int64(try row.text("value")) else { continue }
            moments[String(try row.text("key").dropFirst(beginning.count))] = Instant(milliseconds: milliseconds)
        }
        return moments
    }
}

extension WriteTransaction {
    /// Keeps a rest and forgets those that are over.
    public func noteRest(of limitKey: String, until instant: Instant, at now: Instant) throws {
        for (key, end) in try askedRests() where end <= now {
            try execute("DELETE FROM workspace WHERE key = ?", ["\(RestKey.beginning)\(key)"])
        }
        try setWorkspaceValue("\(RestKey.beginning)\(limitKey)", to: String(instant.milliseconds))
    }

    /// Ends a rest before its time.
    ///
    /// - Parameters:
    ///   - counted: what the rate is counted by from the first, whatever was lifted before.
    ///   - limitKey: what it is counted by now.
    public func liftRest(of limitKey: String, counted: String, at instant: Instant) throws {
        try removeWorkspaceValue("\(RestKey.beginning)\(limitKey)")
        try setWorkspaceValue("\(RestKey.lifted)\(counted)", to: String(instant.milliseconds))
    }
}

private enum RestKey {
    static let beginning = "rest of "
    static let lifted = "lifted rest of "
}
