/// What one member or one word of a dimension contributes to a number.
public struct ReportPart: Sendable, Hashable, Codable {
    /// A unit, or a channel, audience, form, campaign or way of counting.
    public let id: String
    public let name: LocalizedText
    /// Nil where it was not measured: missing is not zero.
    public let value: Int?

    public init(id: String, name: LocalizedText, value: Int?) {
        self.id = id
        self.name = name
        self.value = value
    }
}

/// One line of a report: an indicator's value with everything it is set against and divided by.
public struct ReportLine: Sendable, Hashable, Codable {
    public let indicator: Indicator
    /// Nil where it was not measured or written down, or where there was nobody whose work could be counted: missing is
    /// not zero.
    public let value: Int?
    /// From the first day of the reporting year to the end of the period.
    public let cumulative: Int?
    /// In the same period of the year before; nil where it was not measured or cannot be compared.
    public let before: Int?
    /// In the order of the report's members; empty where the subject has none.
    public let members: [ReportPart]
    /// What the units that work in priority areas contribute; nil where there are none.
    public let inPriorityAreas: Int?
    /// The largest first.
    public let parts: [ReportDimension: [ReportPart]]
    public let target: TargetValue?
    public let pace: Pace?
    /// The value of the indicator it is a part of.
    public let whole: Int?

    public init(
        indicator: Indicator, value: Int?, cumulative: Int? = nil, before: Int? = nil, members: [ReportPart] = [],
        inPriorityAreas: Int? = nil, parts: [ReportDimension: [ReportPart]] = [:], target: TargetValue? = nil,
        pace: Pace? = nil, whole: Int? = nil
    ) {
        self.indicator = indicator
        self.value = value
        self.cumulative = cumulative
        self.before = before
        self.members = members
        self.inPriorityAreas = inPriorityAreas
        self.parts = parts
        self.target = target
        self.pace = pace
        self.whole = whole
    }

    /// How much more than in the same period before.
    public var change: Int? {
        guard let value, let before else { return nil }
        return value - before
    }

    /// The change as a part of what was before: 0.25 is a quarter more. Nil where there was nothing before.
    public var relativeChange: Double? {
        guard let change, let before, before > 0 else { return nil }
        return Double(change) / Double(before)
    }
}

/// A unit or committee as it stands in a report.
public struct ReportSubject: Sendable, Hashable, Codable {
    public let id: Slug
    public let name: LocalizedText

    public init(id: Slug, name: LocalizedText) {
        self.id = id
        self.name = name
    }
}

/// The counts of a unit or committee over a period.
public struct Report: Sendable, Hashable, Codable {
    public let subject: ReportSubject
    public let span: ReportingSpan
    public let members: [ReportSubject]
    public let lines: [ReportLine]
    public let duties: [DutyResult]
    /// How the same period before was counted.
    public let comparison: ComparisonBasis
    /// Who was there on some days only of what is counted; nil where nobody was, and in versions before it was said.
    public let partly: PartialPresences?
    public let builtAt: Instant

    public init(
        subject: ReportSubject, span: ReportingSpan, members: [ReportSubject], lines: [ReportLine],
        duties: [DutyResult] = [], comparison: ComparisonBasis, partly: PartialPresences? = nil, builtAt: Instant
    ) {
        self.subject = subject
        self.span = span
        self.members = members
        self.lines = lines
        self.duties = duties
        self.comparison = comparison
        self.partly = partly
        self.builtAt = builtAt
    }

    public var period: Period { span.period }

    public func line(_ indicator: Slug) -> ReportLine? { lines.first { $0.indicator.id == indicator } }

    /// The same report with some of its lines.
    public func keeping(_ isKept: (ReportLine) -> Bool) -> Report {
        Report(
            subject: subject, span: span, members: members, lines: lines.filter(isKept), duties: duties,
            comparison: comparison, partly: partly, builtAt: builtAt)
    }
}

/// One row behind a number, with what it adds and how it was found.
public struct IndicatorRow: Sendable, Hashable, Codable {
    public let id: String
    public let unit: Slug
    public let day: Day
    /// The place of a session, the title of a post, the print.
    public let label: String
    /// Which part of it the row is, where there are several: an audience, a channel, a metric.
    public let part: LocalizedText?
    public let value: Int
    /// `counted`, `estimated`, `from-records`, `imported`, or how a sample came in.
    public let quality: String
    /// What it counts for, so that a part of a number can be opened too.
    public let dimensions: [ReportDimension: String]

    public init(
        id: String, unit: Slug, day: Day, label: String, part: LocalizedText? = nil, value: Int, quality: String,
        dimensions: [ReportDimension: String] = [:]
    ) {
        self.id = id
        self.unit = unit
        self.day = day
        self.label = label
        self.part = part
        self.value = value
        self.quality = quality
        self.dimensions = dimensions
    }
}

extension IndicatorRow {
    /// What the row is, in words.
    public func words(_ language: Language) -> String {
        part.map { "\(label) · \($0(language))" } ?? label
    }
}
