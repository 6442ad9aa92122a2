public import Outreach

extension ReadTransaction {
    public func trackedLink(_ code: String) throws -> TrackedLink? {
        try queryOne("SELECT * FROM tracked_links WHERE code = ?", [code]).map(trackedLink)
    }

    /// The links of these units, the newest first; nil units are all.
    public func trackedLinks(units: [Slug]?, limit: Int) throws -> [TrackedLink] {
        var condition = ""
        var arguments: [any SQLConvertible] = []
        if let units {
            guard !units.isEmpty else { return [] }
            condition = "WHERE unit IN (\(units.map { _ in "?" }.joined(separator: ", ")))"
            arguments += units
        }
        return try query(
            "SELECT * FROM tracked_links \(condition) ORDER BY made_at DESC, code LIMIT ?", arguments + [limit]
        ).map(trackedLink)
    }

    /// Visits by day, the oldest first.
    public func visits(of code: String) throws -> [LinkVisits] {
        try query("SELECT * FROM link_visits WHERE code = ? ORDER BY day", [code]).map { row in
            LinkVisits(day: try row.parsed("day"), people: try row.integer("people"), bots: try row.integer("bots"))
        }
    }

    /// All visits of people and of programs, by code.
    public func visitTotals(of codes: [String]) throws -> [String: (people: Int, bots: Int)] {
        guard !codes.isEmpty else { return [:] }
        let rows = try query(
            """
            SELECT code, SUM(people) AS people, SUM(bots) AS bots FROM link_visits
            WHERE code IN (\(codes.map { _ in "?" }.joined(separator: ", "))) GROUP BY code
            """, codes)
        return Dictionary(
            uniqueKeysWithValues: try rows.map { row in
                (try row.text("code"), (try row.integer("people"), try row.integer("bots")))
            })
    }

    /// Visits of people through all links of a post.
    public func clicks(of post: Identifier<Post>) throws -> Int {
        let row = try queryOne(
            """
            SELECT COALESCE(SUM(v.people), 0) AS clicks FROM link_visits v JOIN tracked_links l ON l.code = v.code
            WHERE l.post = ?
            """, [post])
        return try row?.integer("clicks") ?? 0
    }

    private func trackedLink(_ row: SQLRow) throws -> TrackedLink {
        TrackedLink(
            code: try row.text("code"), target: try row.text("target"), title: try row.text("title"),
            unit: try row.parsed("unit"), post: try row.optionalParsed("post"), madeBy: try row.text("made_by"),
            madeAt: try row.instant("made_at"), endedAt: try row.optional("ended_at", SQLRow.instant))
    }
}

extension WriteTransaction {
    public func insert(_ link: TrackedLink) throws {
        try execute(
            """
            INSERT INTO tracked_links (code, target, title, unit, post, made_by, made_at, ended_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [link.code, link.target, link.title, link.unit, link.post, link.madeBy, link.madeAt, link.endedAt])
    }

    public func endLink(_ code: String, at instant: Instant) throws {
        try execute("UPDATE tracked_links SET ended_at = ? WHERE code = ? AND ended_at IS NULL", [instant, code])
    }

    public func countVisit(of code: String, on day: Day, isBot: Bool) throws {
        try execute(
            """
            INSERT INTO link_visits (code, day, people, bots) VALUES (?, ?, ?, ?)
            ON CONFLICT (code, day) DO UPDATE SET
                people = link_visits.people + excluded.people, bots = link_visits.bots + excluded.bots
            """, [code, day, isBot ? 0 : 1, isBot ? 1 : 0])
    }

    /// Keeps the newest total of a post's own links as one sample an hour; a channel's own figures are left alone.
    public func setCountedClicks(_ sample: Sample, zone: Zone) throws {
        let others = try queryOne(
            "SELECT 1 AS one FROM samples WHERE post = ? AND metric = ? AND source <> ? LIMIT 1",
            [sample.post, sample.metric.sql, sample.source.sql])
        guard others == nil else { return }
        try execute(
            """
            INSERT INTO samples
                (id, post, metric, value, captured_at, captured_day, source, is_estimated, recorded_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (post, metric, captured_at) DO UPDATE SET value = excluded.value
            """,
            [
                sample.id, sample.post, sample.metric.sql, sample.value, sample.capturedAt,
                zone.day(of: sample.capturedAt), sample.source.sql, sample.isEstimated, sample.recordedBy,
            ])
    }
}
