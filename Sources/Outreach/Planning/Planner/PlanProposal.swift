/// What the planner proposes for a campaign.
public struct PlanProposal: Sendable, Hashable {
    /// By day, time and key; the kept ones among them.
    public let slots: [Slot]
    /// What could not be satisfied, then what was moved or added; each in the order of the calendar.
    public let notes: [PlanNote]

    public init(slots: [Slot], notes: [PlanNote]) {
        self.slots = slots
        self.notes = notes
    }
}

/// One thing a person should know about a proposal.
public struct PlanNote: Sendable, Hashable {
    public enum Severity: String, Sendable, Hashable, CaseIterable {
        /// A rule held because the planner moved or added something.
        case satisfied
        /// Something of the playbook is missing from the plan, and a person has to decide.
        case unmet
    }

    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case movedTime = "moved-time"
        case movedDay = "moved-day"
        case addedHotline = "added-hotline"
        case addedAudience = "added-audience"
        /// Days that have passed.
        case past
        /// No channel or unit of the campaign can take the slot.
        case noPlace = "no-place"
        /// No free time up to the end of the observance.
        case noTime = "no-time"
        /// The slot stands, without a material.
        case noMaterial = "no-material"
        case hotlineMissing = "hotline-missing"
        case audienceUncovered = "audience-uncovered"
    }

    public let kind: Kind
    /// The slot it is about; nil where it is about the campaign. A slot that found no time is not in the plan.
    public let slot: String?
    public let message: Message

    public init(kind: Kind, slot: String? = nil, message: Message) {
        self.kind = kind
        self.slot = slot
        self.message = message
    }

    public var severity: Severity {
        switch kind {
        case .movedTime, .movedDay, .addedHotline, .addedAudience: .satisfied
        case .past, .noPlace, .noTime, .noMaterial, .hotlineMissing, .audienceUncovered: .unmet
        }
    }
}
