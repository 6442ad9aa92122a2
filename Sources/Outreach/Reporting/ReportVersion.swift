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
    /// Members of a committee whose own reports had not come in when it was submitted; nil where nobody was asked.
    public let missing: [ReportSubject]?
    /// Members for whom other numbers were counted by then than their own newest version says; nil where there were none.
    public let countedAnew: [ReportSubject]?

    public init(
        report: Report, narrative: ReportNarrative, head: ReportHead? = nil, rows: [Slug: ContentHash]? = nil,
        missing: [ReportSubject]? = nil, countedAnew: [ReportSubject]? = nil
    ) {
        self.report = report
        self.narrative = narrative
        self.head = head
        self.rows = rows
        self.missing = missing
        self.countedAnew = countedAnew
    }

    /// Whether it says the same as another, whenever it was counted.
    public func saysTheSame(as other: ReportContent) -> Bool {
        difference(to: other).isEmpty && report.duties.map(\.said) == other.report.duties.map(\.said)
            && narrative == other.narrative && report.isDivided(like: other.report)
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

/// A number that is not the same in two versions of a report.
public struct ReportDifference: Sendable, Hashable, Codable {
    public enum What: Sendable, Hashable, Codable {
        case value, cumulative, before, target
        case member(LocalizedText)
    }

    public let indicator: Slug
    public let name: LocalizedText
    public let what: What
    public let old: String?
    public let new: String?
}

extension ReportContent {
    /// Every number of this one that another has otherwise; `other` is the older.
    public func difference(to other: ReportContent) -> [ReportDifference] {
        let known = Dictionary(other.report.lines.map { ($0.indicator.id, $0) }) { first, _ in first }
        let gone = other.report.lines.filter { line in report.line(line.indicator.id) == nil }
        return report.lines.flatMap { ReportDifference.between(known[$0.indicator.id], $0) }
            + gone.flatMap { ReportDifference.between($0, nil) }
    }
}

extension ReportDifference {
    fileprivate static func between(_ old: ReportLine?, _ new: ReportLine?) -> [ReportDifference] {
        guard let indicator = (new ?? old)?.indicator else { return [] }
        var found: [ReportDifference] = []
        func compare(_ what: What, _ old: String?, _ new: String?) {
            guard old != new else { return }
            found.append(
                ReportDifference(indicator: indicator.id, name: indicator.name, what: what, old: old, new: new))
        }
        compare(.value, old?.said(\.value), new?.said(\.value))
        compare(.cumulative, old?.said(\.cumulative), new?.said(\.cumulative))
        compare(.before, old?.said(\.before), new?.said(\.before))
        compare(.target, old?.target?.description, new?.target?.description)
        let names = Dictionary(((old?.members ?? []) + (new?.members ?? [])).map { ($0.id, $0.name) }) { $1 }
        for (id, name) in names.sorted(by: { $0.key < $1.key }) {
            let value = { (line: ReportLine?) in line?.said { $0.members.first { $0.id == id }?.value } }
            compare(.member(name), value(old), value(new))
        }
        return found
    }
}

extension ReportLine {
    /// A number as text. Versions from before wrote 0 where nobody had entered the units that are counted.
    fileprivate func said(_ number: (ReportLine) -> Int?) -> String? {
        number(self).flatMap { indicator.rows == .units && $0 == 0 ? nil : String($0) }
    }
}

extension DutyResult {
    /// What a reader sees of it.
    fileprivate var said: DutyResult {
        DutyResult(plan: plan, task: task, section: section, units: units, posts: posts, sessions: sessions)
    }
}

extension Report {
    /// Whether its numbers are made up of the same parts: by form or audience, or by how they were counted.
    fileprivate func isDivided(like other: Report) -> Bool {
        lines.count == other.lines.count
            && zip(lines, other.lines).allSatisfy {
                $0.parts == $1.parts && $0.inPriorityAreas == $1.inPriorityAreas && $0.whole == $1.whole
            }
    }
}
