/// When a duty is due: a day, every period, or not said.
public enum DutyDeadline: Sendable, Hashable, Codable {
    case day(Day)
    case every(DutyPeriod)
}

public enum DutyPeriod: String, Sendable, Hashable, Codable, CaseIterable {
    case month
    case halfYear = "half-year"
    case year
}

/// The form a duty takes: a kind of material, a kind of channel or a form of session.
public enum DutyForm: Sendable, Hashable, Codable {
    case material(MaterialKind)
    case channel(ChannelKind)
    case session(SessionForm)
}

/// Where in the paper a duty stands, with a few of its words.
public struct DutySource: Sendable, Hashable, Codable {
    public let section: String
    public let words: String

    public init(section: String, words: String) {
        self.section = section
        self.words = words
    }
}

/// One thing a plan asks some units to do.
public struct Duty: Sendable, Hashable, Codable {
    public let id: Slug
    public let task: LocalizedText
    public let lead: [Slug]
    public let support: [Slug]
    public let forms: [DutyForm]
    public let audiences: [Slug]
    public let topics: [Slug]
    public let place: LocalizedText?
    public let deadline: DutyDeadline?
    public let source: DutySource

    public init(
        id: Slug,
        task: LocalizedText,
        lead: [Slug],
        support: [Slug],
        forms: [DutyForm],
        audiences: [Slug],
        topics: [Slug],
        place: LocalizedText?,
        deadline: DutyDeadline?,
        source: DutySource
    ) {
        self.id = id
        self.task = task
        self.lead = lead
        self.support = support
        self.forms = forms
        self.audiences = audiences
        self.topics = topics
        self.place = place
        self.deadline = deadline
        self.source = source
    }
}

/// A line of the table of targets at the end of a plan.
public struct PlanTarget: Sendable, Hashable, Codable {
    /// The number in the first column: "3", "5a".
    public let row: String
    public let content: LocalizedText
    public let value: TargetValue

    public init(row: String, content: LocalizedText, value: TargetValue) {
        self.row = row
        self.content = content
        self.value = value
    }
}

/// A committee's written plan, as duties and targets.
public struct CommitteePlan: Sendable, Hashable, Codable {
    public let id: Slug
    public let title: LocalizedText
    /// The number on the paper; nil where the paper leaves it blank.
    public let number: String?
    public let committee: Slug
    /// Year, month or day, as far as the paper says.
    public let issued: String
    public let signingOffice: String
    public let signingName: String
    public let duties: [Duty]
    public let targets: [PlanTarget]

    public init(
        id: Slug,
        title: LocalizedText,
        number: String?,
        committee: Slug,
        issued: String,
        signingOffice: String,
        signingName: String,
        duties: [Duty],
        targets: [PlanTarget]
    ) {
        self.id = id
        self.title = title
        self.number = number
        self.committee = committee
        self.issued = issued
        self.signingOffice = signingOffice
        self.signingName = signingName
        self.duties = duties
        self.targets = targets
    }
}
