/// Who has to say yes before a unit's posts go out.
public enum ApprovalMode: String, Sendable, Hashable, Codable, CaseIterable {
    /// One other than those who wrote it.
    case twoPerson = "two-person"
    /// The editorial team, the police or legal check, the approver: three people, none of whom wrote it.
    case chain
    /// Whoever wrote it may approve it. Only where an administrator switched it on.
    case single

    /// What has to be given, in this order.
    public var steps: [ApprovalStep] { self == .chain ? ApprovalStep.allCases : [.approval] }
}

/// One yes on the way out.
public enum ApprovalStep: String, Sendable, Hashable, Codable, CaseIterable {
    case editorial, check, approval

    /// The right that gives it.
    public var permission: Permission {
        switch self {
        case .editorial: .edit
        case .check: .check
        case .approval: .approve
        }
    }
}

/// That somebody gave a step for exactly one version of a post.
public struct StepSignature: Sendable, Hashable, Codable {
    public let step: ApprovalStep
    /// What an approval of that version is pinned to.
    public let hash: ContentHash
    public let by: String
    public let at: Instant

    public init(step: ApprovalStep, hash: ContentHash, by: String, at: Instant) {
        self.step = step
        self.hash = hash
        self.by = by
        self.at = at
    }
}

/// The mode a unit and those below it go by, and who said so.
public struct ApprovalModeSetting: Sendable, Hashable, Codable {
    public let unit: Slug
    public let mode: ApprovalMode
    public let by: String
    public let at: Instant

    public init(unit: Slug, mode: ApprovalMode, by: String, at: Instant) {
        self.unit = unit
        self.mode = mode
        self.by = by
        self.at = at
    }
}

extension UnitTree {
    /// The setting that holds for a unit: its own, or that of the nearest unit above it which has one.
    public func setting(for unit: Slug, among settings: [Slug: ApprovalModeSetting]) -> ApprovalModeSetting? {
        var current: Slug? = unit
        while let step = current {
            if let setting = settings[step] { return setting }
            current = units[step]?.parent
        }
        return nil
    }
}

extension ApprovalMode {
    public var words: Message {
        switch self {
        case .twoPerson: Message(vi: "hai người", en: "two persons")
        case .chain:
            Message(vi: "ba bước: tổ biên tập → công an hoặc pháp chế → người duyệt", en: "chain of three")
        case .single: Message(vi: "một người", en: "single person")
        }
    }
}

extension ApprovalStep {
    public var words: Message {
        switch self {
        case .editorial: Message(vi: "tổ biên tập", en: "editorial team")
        case .check: Message(vi: "công an hoặc pháp chế", en: "police or legal check")
        case .approval: Message(vi: "người duyệt", en: "approver")
        }
    }
}
