/// What a unit writes beside its numbers.
public struct ReportNarrative: Sendable, Hashable, Codable {
    public var results: String
    public var difficulties: String
    public var proposals: String
    /// The number of the paper; nil leaves room for it.
    public var number: Int?
    /// The date on the paper; nil leaves room for it.
    public var date: Day?

    public init(
        results: String = "", difficulties: String = "", proposals: String = "", number: Int? = nil, date: Day? = nil
    ) {
        self.results = results
        self.difficulties = difficulties
        self.proposals = proposals
        self.number = number
        self.date = date
    }

    /// Each text with what it is called.
    public var sections: [(name: LocalizedText, text: String)] {
        [
            (LocalizedText(vi: "Kết quả", en: "Results"), results),
            (LocalizedText(vi: "Khó khăn, vướng mắc", en: "Difficulties"), difficulties),
            (LocalizedText(vi: "Đề xuất, kiến nghị", en: "Proposals"), proposals),
        ]
    }

    /// In normal form C, without blanks around.
    public var tidied: ReportNarrative {
        func tidy(_ text: String) -> String { text.normalized.replacing("\r\n", with: "\n").trimmed }
        return ReportNarrative(
            results: tidy(results), difficulties: tidy(difficulties), proposals: tidy(proposals), number: number,
            date: date)
    }

    public var isEmpty: Bool { results.isEmpty && difficulties.isEmpty && proposals.isEmpty }
}

/// Everything a submitted report says.
public struct ReportContent: Sendable, Hashable, Codable {
    public let report: Report
    public let narrative: ReportNarrative
    /// What stands around it on paper; nil before it is submitted.
    public let head: ReportHead?
    /// The rows behind its numbers that are kept with it, each indicator's by their hash; nil before it is submitted.
    public let rows: [Slug: ContentHash]?
    /// Which of these rows each part counts; nil before it is submitted, and in versions from before it was kept.
    public let parts: KeptParts?
    /// Members of a committee whose own reports had not come in when it was submitted; nil where nobody was asked.
    public let missing: [ReportSubject]?
    /// Members for whom other numbers were counted by then than their own newest version says; nil where there were none.
    public let countedAnew: [ReportSubject]?

    public init(
        report: Report, narrative: ReportNarrative, head: ReportHead? = nil, rows: [Slug: ContentHash]? = nil,
        parts: KeptParts? = nil, missing: [ReportSubject]? = nil, countedAnew: [ReportSubject]? = nil
    ) {
        self.report = report
        self.narrative = narrative
        self.head = head
        self.rows = rows
        self.parts = parts
        self.missing = missing
        self.countedAnew = countedAnew
    }
}

/// A report as it was submitted: numbered, with its hash, never changed again.
public struct ReportVersion: Sendable, Hashable, Codable {
    public let subject: Slug
    public let period: String
    /// 1 as first submitted, one more for every correction.
    public let number: Int
    /// The SHA-256 over what it says, its number and the hash before it.
    public let hash: ContentHash
    /// Why it was corrected; nil for the first.
    public let reason: String?
    public let submittedBy: String
    public let submittedAt: Instant

    public init(
        subject: Slug, period: String, number: Int, hash: ContentHash, reason: String?, submittedBy: String,
        submittedAt: Instant
    ) {
        self.subject = subject
        self.period = period
        self.number = number
        self.hash = hash
        self.reason = reason
        self.submittedBy = submittedBy
        self.submittedAt = submittedAt
    }
}
