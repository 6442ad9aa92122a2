public import Outreach

extension ReadTransaction {
    /// All samples of a post, oldest first.
    public func samples(of post: Identifier<Post>) throws -> [Sample] {
        try query("SELECT * FROM samples WHERE post = ? ORDER BY captured_at, metric", [post]).map(sample)
    }

    /// The newest samples of any post, newest first.
    public func newestSamples(units: [Slug]?, limit: Int) throws -> [Sample] {
        var condition = ""
        var arguments: [any SQLConvertible] = []
        if let units {
            guard !units.isEmpty else { return [] }
            condition =
                "WHERE post IN (SELECT id FROM posts WHERE unit IN (\(units.map { _ in "?" }.joined(separator: ", "))))"
            arguments += units
        }
        return try query(
            "SELECT * FROM samples \(condition) ORDER BY captured_at DESC, id LIMIT ?", arguments + [limit]
        ).map(sample)
    }

    /// The value recorded for the same post, metric and time, if there is one.
    public func recordedValue(like sample: Sample) throws -> Int? {
        try queryOne(
            "SELECT value FROM samples WHERE post = ? AND metric = ? AND captured_at = ?",
            [sample.post, sample.metric.rawValue, sample.capturedAt])?.integer("value")
    }

    private func sample(_ row: SQLRow) throws -> Sample {
        Sample(
            id: try row.parsed("id"), post: try row.parsed("post"), metric: try row.word("metric"),
            value: try row.integer("value"), capturedAt: try row.instant("captured_at"),
            source: try row.word("source"), isEstimated: try row.boolean("is_estimated"),
            recordedBy: try row.text("recorded_by"))
    }
}

extension WriteTransaction {
    /// Adds a sample; the same post, metric and time again changes nothing and returns false.
    public func insert(_ sample: Sample, zone: Zone) throws -> Bool {
        try execute(
            """
            INSERT INTO samples
                (id, post, metric, value, captured_at, captured_day, source, is_estimated, recorded_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """,
            [
                sample.id, sample.post, sample.metric.sql, sample.value, sample.capturedAt,
                zone.day(of: sample.capturedAt), sample.source.sql, sample.isEstimated, sample.recordedBy,
            ]) == 1
    }
}
