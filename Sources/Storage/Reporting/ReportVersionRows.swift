public import Outreach

extension ReadTransaction {
    /// Every version of a report, the first one first.
    public func reportVersions(of subject: Slug, period: String) throws -> [ReportVersion] {
        try query(
            "SELECT * FROM report_versions WHERE subject = ? AND period = ? ORDER BY number", [subject, period]
        ).map(reportVersion)
    }

    /// Every version of a period of some subjects, the first ones first.
    public func reportVersions(of subjects: [Slug], period: String) throws -> [Slug: [ReportVersion]] {
        guard !subjects.isEmpty else { return [:] }
        let marks = repeatElement("?", count: subjects.count).joined(separator: ", ")
        let rows = try query(
            """
            SELECT subject, period, number, hash, reason, submitted_by, submitted_at FROM report_versions
            WHERE period = ? AND subject IN (\(marks)) ORDER BY subject, number
            """, [period] + subjects)
        return Dictionary(grouping: try rows.map(reportVersion), by: \.subject)
    }

    /// What a version says, and whether it is still what was hashed; nil where there is no such version.
    /// What a version says, without asking whether it is still what was hashed.
    public func report(of version: ReportVersion) throws -> Report? {
        try queryOne(
            "SELECT body FROM report_versions WHERE subject = ? AND period = ? AND number = ?",
            [version.subject, version.period, version.number])?.json("body", as: ReportContent.self).report
    }

    public func reportContent(
        of subject: Slug, period: String, number: Int
    ) throws -> (content: ReportContent, isIntact: Bool)? {
        guard
            let row = try queryOne(
                "SELECT * FROM report_versions WHERE subject = ? AND period = ? AND number = ?",
                [subject, period, number])
        else { return nil }
        let previous = try queryOne(
            "SELECT hash FROM report_versions WHERE subject = ? AND period = ? AND number = ?",
            [subject, period, number - 1])?.text("hash")
        let version = try reportVersion(row)
        let hash = ReportVersion.hash(
            of: try row.text("body"), subject: subject, period: period, number: number, reason: version.reason,
            after: previous)
        let content: ReportContent = try row.json("body")
        let rows = try (content.rows ?? [:]).allSatisfy { indicator, hash in
            try frozenRows(of: version, indicator).map { ContentHash.sha256(of: $0) } == hash
        }
        return (content, hash == version.hash && rows)
    }

    /// The rows behind a number of a version as they were submitted; nil where they were not kept with it.
    public func frozenRows(of version: ReportVersion, indicator: Slug) throws -> [IndicatorRow]? {
        try frozenRows(of: version, indicator).map { try JSONText.decode([IndicatorRow].self, from: $0) }
    }

    private func frozenRows(of version: ReportVersion, _ indicator: Slug) throws -> String? {
        try queryOne(
            "SELECT rows FROM report_version_rows WHERE subject = ? AND period = ? AND number = ? AND indicator = ?",
            [version.subject, version.period, version.number, indicator])?.text("rows")
    }

    private func reportVersion(_ row: SQLRow) throws -> ReportVersion {
        ReportVersion(
            subject: try row.parsed("subject"), period: try row.text("period"), number: try row.integer("number"),
            hash: try row.parsed("hash"), reason: try row.optional("reason", SQLRow.text),
            submittedBy: try row.text("submitted_by"), submittedAt: try row.instant("submitted_at"))
    }
}

extension WriteTransaction {
    /// Freezes what a report says as its next version, with the head of its paper and the rows behind its numbers.
    public func freeze(
        _ content: ReportContent, head: ReportHead, rows: [Slug: [IndicatorRow]], of subject: Slug, period: String,
        reason: String?, by user: String, at instant: Instant
    ) throws -> ReportVersion {
        let texts = try rows.mapValues { try JSONText.encode($0) }
        let content = ReportContent(
            report: content.report, narrative: content.narrative, head: head,
            rows: texts.mapValues { ContentHash.sha256(of: $0) }, parts: content.parts, missing: content.missing,
            countedAnew: content.countedAnew)
        let last = try reportVersions(of: subject, period: period).last
        let number = (last?.number ?? 0) + 1
        let body = try JSONText.encode(content)
        let version = ReportVersion(
            subject: subject, period: period, number: number,
            hash: ReportVersion.hash(
                of: body, subject: subject, period: period, number: number, reason: reason,
                after: last?.hash.description),
            reason: reason, submittedBy: user, submittedAt: instant)
        try execute(
            """
            INSERT INTO report_versions (subject, period, number, hash, reason, submitted_by, submitted_at, body)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [subject, period, number, version.hash, reason, user, instant, body])
        for (indicator, text) in texts {
            try execute(
                "INSERT INTO report_version_rows (subject, period, number, indicator, rows) VALUES (?, ?, ?, ?, ?)",
                [subject, period, number, indicator, text])
        }
        return version
    }
}

extension ReportVersion {
    /// Over what the version says, which it is, why it was made and the hash of the one before it.
    static func hash(
        of body: String, subject: Slug, period: String, number: Int, reason: String?, after previous: String?
    ) -> ContentHash {
        let head = ["loa report version", subject.description, period, String(number), reason ?? "", previous ?? ""]
        return ContentHash.sha256(of: (head + [body]).joined(separator: "\n"))
    }
}

extension ReportContent {
    /// Over everything it says but the moment it was counted: who submits names what they saw.
    public func seenHash() throws -> ContentHash {
        let still = Report(
            subject: report.subject, span: report.span, members: report.members,
            lines: report.lines.map(\.withoutPace), duties: report.duties, comparison: report.comparison,
            partly: report.partly, builtAt: Instant(milliseconds: 0))
        return ContentHash.sha256(of: try JSONText.encode(ReportContent(report: still, narrative: narrative)))
    }
}

extension ReportLine {
    /// The pace changes with the day, and not with what was done.
    fileprivate var withoutPace: ReportLine {
        ReportLine(
            indicator: indicator, value: value, cumulative: cumulative, before: before, members: members,
            inPriorityAreas: inPriorityAreas, parts: parts, target: target, whole: whole)
    }
}
