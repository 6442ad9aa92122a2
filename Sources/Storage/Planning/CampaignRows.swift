public import Outreach

extension ReadTransaction {
    public func campaign(_ id: Slug) throws -> Campaign? {
        try queryOne("SELECT body FROM campaigns WHERE id = ?", [id])?.json("body")
    }

    /// All campaigns, the newest year first.
    public func campaigns() throws -> [Campaign] {
        try query("SELECT body FROM campaigns ORDER BY year DESC, id").map { try $0.json("body") }
    }

    /// The slots of a campaign in order of day and key, dropped ones included.
    public func slots(of campaign: Slug) throws -> [Slot] {
        try query("SELECT body FROM slots WHERE campaign = ? ORDER BY day, key", [campaign]).map {
            try $0.json("body")
        }
    }

    public func slot(_ key: String, of campaign: Slug) throws -> Slot? {
        try queryOne("SELECT body FROM slots WHERE campaign = ? AND key = ?", [campaign, key])?.json("body")
    }

    /// The keys of slots that have become posts; one that was cancelled counts too, or it would come back by itself.
    public func postedSlotKeys(of campaign: Slug) throws -> Set<String> {
        let rows = try query(
            "SELECT slot_key FROM posts WHERE campaign = ? AND slot_key IS NOT NULL",
            [campaign])
        return Set(try rows.map { try $0.text("slot_key") })
    }

    /// How many posts of each of these campaigns are in which state.
    public func postCounts(of campaigns: [Slug]) throws -> [Slug: [PostState: Int]] {
        guard !campaigns.isEmpty else { return [:] }
        let condition = "campaign IN (\(repeatElement("?", count: campaigns.count).joined(separator: ", ")))"
        var counts: [Slug: [PostState: Int]] = [:]
        for row in try query(
            "SELECT campaign, state, COUNT(*) AS n FROM posts WHERE \(condition) GROUP BY campaign, state", campaigns)
        {
            counts[try row.parsed("campaign"), default: [:]][try row.word("state")] = try row.integer("n")
        }
        for row in try query(
            """
            SELECT campaign, state, COUNT(*) AS n FROM claims CROSS JOIN posts
            WHERE posts.id = claims.post AND \(condition) GROUP BY campaign, state
            """, campaigns)
        {
            let (campaign, state, count): (Slug, PostState, Int) = (
                try row.parsed("campaign"), try row.word("state"), try row.integer("n")
            )
            counts[campaign, default: [:]][state, default: 0] -= count
            counts[campaign, default: [:]][.sending, default: 0] += count
        }
        return counts.mapValues { $0.filter { $0.value > 0 } }
    }
}

extension WriteTransaction {
    public func put(_ campaign: Campaign) throws {
        try execute(
            """
            INSERT INTO campaigns (id, owner, year, body, created_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET owner = excluded.owner, year = excluded.year, body = excluded.body
            """,
            [campaign.id, campaign.owner, campaign.year, try JSONText.encode(campaign), campaign.createdAt])
    }

    /// Replaces the whole plan of a campaign; what a person changed must already be among the slots.
    public func replaceSlots(of campaign: Slug, with slots: [Slot]) throws {
        try execute("DELETE FROM slots WHERE campaign = ?", [campaign])
        for slot in slots { try insert(slot, of: campaign) }
    }

    public func update(_ slot: Slot, of campaign: Slug) throws {
        try execute("DELETE FROM slots WHERE campaign = ? AND key = ?", [campaign, slot.key])
        try insert(slot, of: campaign)
    }

    private func insert(_ slot: Slot, of campaign: Slug) throws {
        try execute(
            "INSERT INTO slots (campaign, key, unit, day, body) VALUES (?, ?, ?, ?, ?)",
            [campaign, slot.key, slot.unit, slot.day, try JSONText.encode(slot)])
    }
}
