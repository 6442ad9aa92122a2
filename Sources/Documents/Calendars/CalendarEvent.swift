public import Outreach

/// One entry of a calendar to subscribe to.
public struct CalendarEvent: Sendable, Hashable {
    /// When an event takes place.
    public enum Time: Sendable, Hashable {
        /// Whole days, first and last included.
        case days(DayRange)
        /// From an instant to a later one; nil for a moment, and an end that is not later counts as nil.
        case instants(Instant, until: Instant?)
    }

    public enum Status: String, Sendable, Hashable {
        case tentative = "TENTATIVE"
        case confirmed = "CONFIRMED"
        case cancelled = "CANCELLED"
    }

    /// The same for the life of the event and on every server, or subscribers see it twice (RFC 5545 §3.8.4.7).
    public let uid: String
    /// Grows by one with every change that matters to those who come (RFC 5545 §3.8.7.4).
    public let sequence: Int
    /// When this state of the event was written; the last change, so that an unchanged calendar stays the same bytes.
    public let stamp: Instant
    public let time: Time
    public let summary: String
    public var details: String?
    public var location: String?
    /// An absolute address of the page about the event.
    public var url: String?
    public var categories: [String]
    public var status: Status

    public init(
        uid: String, sequence: Int, stamp: Instant, time: Time, summary: String, details: String? = nil,
        location: String? = nil, url: String? = nil, categories: [String] = [], status: Status = .confirmed
    ) {
        self.uid = uid
        self.sequence = sequence
        self.stamp = stamp
        self.time = time
        self.summary = summary
        self.details = details
        self.location = location
        self.url = url
        self.categories = categories
        self.status = status
    }
}
