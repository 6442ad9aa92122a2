public import Outreach

extension ReadTransaction {
    public func holds() throws -> [Hold] {
        try query("SELECT * FROM holds ORDER BY held_at, scope, subject").map { row in
            Hold(
                scope: try scope(row), reason: try row.text("reason"), by: try row.text("held_by"),
                at: try row.instant("held_at"))
        }
    }

    private func scope(_ row: SQLRow) throws -> HoldScope {
        switch try row.text("scope") {
        case "unit": .unit(try row.parsed("subject"))
        case "campaign": .campaign(try row.parsed("subject"))
        case "channel": .channel(try row.parsed("subject"))
        case "post": .post(try row.parsed("subject"))
        default: .everything
        }
    }
}

extension WriteTransaction {
    /// Lays a hold; one that lies there already keeps its reason and returns false.
    public func put(_ hold: Hold) throws -> Bool {
        let (scope, subject) = hold.scope.columns
        return try execute(
            """
            INSERT INTO holds (scope, subject, reason, held_by, held_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (scope, subject) DO NOTHING
            """,
            [scope, subject, hold.reason, hold.by, hold.at]) == 1
    }

    /// Writes down why a hold was laid; false where it was lifted in the meantime.
    public func explain(_ hold: Hold) throws -> Bool {
        let (scope, subject) = hold.scope.columns
        return try execute(
            "UPDATE holds SET reason = ? WHERE scope = ? AND subject = ? AND held_by = ? AND held_at = ?",
            [hold.reason, scope, subject, hold.by, hold.at]) == 1
    }

    public func removeHold(_ scope: HoldScope) throws -> Bool {
        let (scope, subject) = scope.columns
        return try execute("DELETE FROM holds WHERE scope = ? AND subject = ?", [scope, subject]) == 1
    }
}

extension HoldScope {
    fileprivate var columns: (scope: String, subject: String) {
        switch self {
        case .everything: ("everything", "")
        case .unit(let unit): ("unit", unit.description)
        case .campaign(let campaign): ("campaign", campaign.description)
        case .channel(let channel): ("channel", channel.description)
        case .post(let post): ("post", post.description)
        }
    }
}
