public import Outreach

/// Rests that receivers asked for, by what their rates are counted by. A few facts that are soon over: they stand with
/// the workspace's own.
extension ReadTransaction {
    /// Until when each is left alone; some may be over.
    public func askedRests() throws -> [String: Instant] {
        let rows = try query("SELECT key, value FROM workspace WHERE key LIKE ?", ["\(RestKey.beginning)%"])
        var rests: [String: Instant] = [:]
        for row in rows {
            guard let milliseconds = Int64(try row.text("value")) else { continue }
            rests[String(try row.text("key").dropFirst(RestKey.beginning.count))] = Instant(milliseconds: milliseconds)
        }
        return rests
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
}

private enum RestKey {
    static let beginning = "rest of "
}
