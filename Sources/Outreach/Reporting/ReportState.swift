/// Where the report of a unit for a period stands.
public enum ReportState: String, Sendable, Hashable, Codable, CaseIterable {
    /// The period still runs.
    case running
    /// Handed in while the period runs: the days to come are missing from it.
    case early
    /// The period is over and the day to hand in is not.
    case due
    /// Handed in by the day.
    case onTime = "on-time"
    /// Not handed in by the day, and still taken.
    case late
    /// Handed in after the day.
    case submittedLate = "submitted-late"
    /// Not handed in, and no longer taken.
    case locked
    /// Need not report, for a reason that is written down.
    case excused
    /// Was not there on any day of the period.
    case absent

    /// - Parameters:
    ///   - submissions: the days on which versions were handed in. What was handed in before the period's last day says
    ///     nothing about the whole of it.
    ///   - exception: what was decided about this unit and period.
    public init(of period: Period, submissions: [Day], exception: ReportException.Kind?, today: Day) {
        if let whole = submissions.filter({ $0 >= period.range.last }).min() {
            self = whole <= period.due ? .onTime : .submittedLate
        } else if exception == .excused {
            self = .excused
        } else if today <= period.range.last {
            self = submissions.isEmpty ? .running : .early
        } else if today <= period.due {
            self = .due
        } else if period.isLocked(on: today), exception != .reopened {
            self = .locked
        } else {
            self = .late
        }
    }

    public var isSubmitted: Bool { self == .onTime || self == .submittedLate }
    /// Nothing more is waited for.
    public var isSettled: Bool { isSubmitted || !isExpected }
    /// Whether a report is waited for or came in.
    public var isExpected: Bool { self != .excused && self != .absent }

    public var words: Message {
        switch self {
        case .running: Message(vi: "kỳ đang diễn ra", en: "period running")
        case .early: Message(vi: "nộp khi kỳ chưa hết", en: "before the end of the period")
        case .due: Message(vi: "đến kỳ nộp", en: "due")
        case .onTime: Message(vi: "đã nộp đúng hạn", en: "on time")
        case .late: Message(vi: "trễ hạn, còn nhận", en: "late, still open")
        case .submittedLate: Message(vi: "đã nộp trễ", en: "submitted late")
        case .locked: Message(vi: "đã khóa", en: "locked")
        case .excused: Message(vi: "được miễn", en: "excused")
        case .absent: Message(vi: "không có trong kỳ này", en: "not there in the period")
        }
    }
}

/// A decision of whoever a unit reports to about one period of it.
public struct ReportException: Sendable, Hashable, Codable {
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// It need not report.
        case excused
        /// It may still report after the period was locked.
        case reopened
    }

    public let subject: Slug
    public let period: String
    public let kind: Kind
    public let reason: String
    public let by: String
    public let at: Instant

    public init(subject: Slug, period: String, kind: Kind, reason: String, by: String, at: Instant) {
        self.subject = subject
        self.period = period
        self.kind = kind
        self.reason = reason
        self.by = by
        self.at = at
    }
}

/// The report of one unit for a period, as whoever collects them sees it.
public struct ReportStanding: Sendable, Hashable, Codable {
    public let subject: ReportSubject
    public let state: ReportState
    public let latest: ReportVersion?
    public let exception: ReportException?

    public init(subject: ReportSubject, state: ReportState, latest: ReportVersion?, exception: ReportException?) {
        self.subject = subject
        self.state = state
        self.latest = latest
        self.exception = exception
    }
}

/// How complete the reports of a committee's members, or of the units below one, are for a period.
public struct ReportCompleteness: Sendable, Hashable, Codable {
    public let subject: ReportSubject
    public let period: Period
    public let standings: [ReportStanding]

    public init(subject: ReportSubject, period: Period, standings: [ReportStanding]) {
        self.subject = subject
        self.period = period
        self.standings = standings
    }

    public var submitted: Int { standings.count { $0.state.isSubmitted } }
    /// How many reports are waited for or came in; of those excused, and of who was not there, none is.
    public var expected: Int { standings.count { $0.state.isExpected } }
}
