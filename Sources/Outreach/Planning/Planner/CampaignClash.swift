/// Something about a campaign's slots that breaks one of its rules.
public struct CampaignClash: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Outside posting windows, in quiet hours, or at no hour for a session.
        case closedTime = "closed-time"
        case tooClose = "too-close"
        case overDailyLimit = "over-daily-limit"
        case repeatTooSoon = "repeat-too-soon"
        case noMaterial = "no-material"
        /// Withdrawn, or without an approved revision.
        case unknownMaterial = "unknown-material"
        case notValid = "not-valid"
        case noVariant = "no-variant"
        case wrongLevel = "wrong-level"
        case wrongAudience = "wrong-audience"
        case unknownPlace = "unknown-place"
        case hotlineMissing = "hotline-missing"
        case audienceUncovered = "audience-uncovered"
    }

    public let kind: Kind
    /// The keys of the slots concerned, in the order of the calendar; none where it is about the campaign.
    public let slots: [String]
    public let message: Message

    public init(kind: Kind, slots: [String], message: Message) {
        self.kind = kind
        self.slots = slots
        self.message = message
    }
}
