public import Outreach

/// What belongs to a report before it is submitted: its narrative, decisions about its deadline, the head of its paper.
extension ReadTransaction {
    /// The narrative written so far, with who wrote it last; nil where nobody wrote anything.
    public func narrative(of subject: Slug, period: String) throws -> ReportNarrative? {
        try queryOne("SELECT body FROM report_narratives WHERE subject = ? AND period = ?", [subject, period])?
            .json("body")
    }

    /// Decisions about some subjects in a period.
    public func reportExceptions(of subjects: [Slug], period: String) throws -> [Slug: ReportException] {
        guard !subjects.isEmpty else { return [:] }
        let marks = repeatElement("?", count: subjects.count).joined(separator: ", ")
        let rows = try query(
            "SELECT * FROM report_exceptions WHERE period = ? AND subject IN (\(marks))", [period] + subjects)
        let exceptions = try rows.map { row in
            ReportException(
                subject: try row.parsed("subject"), period: period, kind: try row.word("kind"),
                reason: try row.text("reason"), by: try row.text("made_by"), at: try row.instant("made_at"))
        }
        return Dictionary(uniqueKeysWithValues: exceptions.map { ($0.subject, $0) })
    }

    public func reportHead(of subject: Slug) throws -> ReportHead? {
        try queryOne("SELECT body FROM report_heads WHERE subject = ?", [subject])?.json("body")
    }
}

extension WriteTransaction {
    public func put(
        _ narrative: ReportNarrative, of subject: Slug, period: String, by user: String, at instant: Instant
    ) throws {
        try execute(
            """
            INSERT INTO report_narratives (subject, period, body, written_by, written_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (subject, period) DO UPDATE SET
                body = excluded.body, written_by = excluded.written_by, written_at = excluded.written_at
            """,
            [subject, period, try JSONText.encode(narrative), user, instant])
    }

    public func put(_ exception: ReportException) throws {
        try execute(
            """
            INSERT INTO report_exceptions (subject, period, kind, reason, made_by, made_at) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (subject, period) DO UPDATE SET
                kind = excluded.kind, reason = excluded.reason, made_by = excluded.made_by, made_at = excluded.made_at
            """,
            [
                exception.subject, exception.period, exception.kind.rawValue, exception.reason, exception.by,
                exception.at,
            ])
    }

    public func put(_ head: ReportHead, of subject: Slug) throws {
        try execute(
            """
            INSERT INTO report_heads (subject, body) VALUES (?, ?)
            ON CONFLICT (subject) DO UPDATE SET body = excluded.body
            """,
            [subject, try JSONText.encode(head)])
    }
}
