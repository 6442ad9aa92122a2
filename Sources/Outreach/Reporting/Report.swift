/// What one member contributes to a number.
public struct MemberCount: Sendable, Hashable, Codable {
    public let unit: Slug
    /// Nil where it was not measured.
    public let value: Int?

    public init(unit: Slug, value: Int?) {
        self.unit = unit
        self.value = value
    }
}

/// One line of a report: an indicator's value, the part of each member, and the target beside it.
public struct ReportLine: Sendable, Hashable, Codable {
    public let indicator: Indicator
    /// Nil where it was not measured: missing is not zero.
    public let value: Int?
    /// In the order of the report's members; empty where the subject has none.
    public let members: [MemberCount]
    public let target: TargetValue?

    public init(indicator: Indicator, value: Int?, members: [MemberCount], target: TargetValue?) {
        self.indicator = indicator
        self.value = value
        self.members = members
        self.target = target
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
    public let period: Period
    public let members: [ReportSubject]
    public let lines: [ReportLine]
    public let builtAt: Instant

    public init(
        subject: ReportSubject, period: Period, members: [ReportSubject], lines: [ReportLine], builtAt: Instant
    ) {
        self.subject = subject
        self.period = period
        self.members = members
        self.lines = lines
        self.builtAt = builtAt
    }
}

/// One row behind a number, with what it adds and how it was found.
public struct IndicatorRow: Sendable, Hashable, Codable {
    public let id: String
    public let unit: Slug
    public let day: Day
    public let label: String
    public let value: Int
    /// `counted`, `estimated`, `from-records`, `imported`, or how a sample came in.
    public let quality: String

    public init(id: String, unit: Slug, day: Day, label: String, value: Int, quality: String) {
        self.id = id
        self.unit = unit
        self.day = day
        self.label = label
        self.value = value
        self.quality = quality
    }
}
