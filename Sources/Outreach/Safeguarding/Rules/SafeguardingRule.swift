/// The rules of the linter, by the numbers of the safeguarding design.
public enum SafeguardingRuleID: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    case namedChild = "S01"
    case placeOfCase = "S02"
    case kinship = "S03"
    case contactDetails = "S04"
    case pictureOfChild = "S05"
    case blame = "S06"
    case consentFraming = "S07"
    case sensation = "S08"
    case stigma = "S09"
    case avoidedTerm = "S10"
    case method = "S11"
    case missingHelpLine = "S12"
    case wrongHelpLine = "S13"
    case guiltBeforeJudgment = "S14"
    case smallCount = "S15"
    case shameOnly = "S16"

    public static func < (left: SafeguardingRuleID, right: SafeguardingRuleID) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// What a finding does: a block stops submission until it is mended or overridden, a warning is shown.
public enum FindingLevel: String, Sendable, Hashable, Codable, CaseIterable {
    case block, warn
}

/// How far around what was found a rule looks.
public enum ContextWindow: String, Sendable, Hashable, Codable, CodingKeyRepresentable, CaseIterable {
    /// Words shared with what was found.
    case span
    case sentence
    /// The sentence before, the sentence behind.
    case before, after
    /// The same sentence and its neighbours.
    case near
    /// The same sentence and two on either side.
    case wide
    case text
}

/// One way to break a rule: patterns, and what must or must not stand around them.
public struct RuleClause: Sendable, Hashable, Codable {
    public let find: [String]
    public let context: WordContext
    /// What to write instead, where the rule's own suggestion does not fit.
    public let suggestion: LocalizedText?

    public init(
        find: [String], context: WordContext = WordContext(), suggestion: LocalizedText? = nil
    ) {
        self.find = find
        self.context = context
        self.suggestion = suggestion
    }
}

/// A text that shows what a rule finds, or what it lets pass.
public struct RuleSample: Sendable, Hashable, Codable {
    public let text: String
    public let isFound: Bool
    public let kind: TextKind

    public init(text: String, isFound: Bool, kind: TextKind = .post) {
        self.text = text.normalized
        self.isFound = isFound
        self.kind = kind
    }
}

/// A rule of the linter as it stands in `Content/safeguarding/rules`.
public struct SafeguardingRule: Sendable, Hashable, Codable {
    public let id: SafeguardingRuleID
    /// Counted up whenever the rule finds something else than before.
    public let version: Int
    public let level: FindingLevel
    public let name: LocalizedText
    /// What it looks for, for a person.
    public let finds: LocalizedText
    /// Why it matters.
    public let why: LocalizedText
    /// The law or guideline it rests on.
    public let source: String
    public let suggestion: LocalizedText
    /// What it finds is the text as a whole: one finding is enough.
    public let isReportedOnce: Bool
    /// Kinds of text it leaves alone.
    public let exemptKinds: [TextKind]
    /// Audiences whose texts it leaves alone, where a text is for no other.
    public let exemptAudiences: [String]
    public let clauses: [RuleClause]
    public let samples: [RuleSample]

    public init(
        id: SafeguardingRuleID, version: Int, level: FindingLevel, name: LocalizedText, finds: LocalizedText,
        why: LocalizedText, source: String, suggestion: LocalizedText, isReportedOnce: Bool = false,
        exemptKinds: [TextKind] = [],
        exemptAudiences: [String] = [], clauses: [RuleClause], samples: [RuleSample] = []
    ) {
        self.id = id
        self.version = version
        self.level = level
        self.name = name
        self.finds = finds
        self.why = why
        self.source = source
        self.suggestion = suggestion
        self.isReportedOnce = isReportedOnce
        self.exemptKinds = exemptKinds
        self.exemptAudiences = exemptAudiences
        self.clauses = clauses
        self.samples = samples
    }

    /// Whether it looks at a text at all.
    public func applies(to text: CheckedText) -> Bool {
        let isForOthers = text.audiences.isEmpty || !text.audiences.allSatisfy(exemptAudiences.contains)
        return !exemptKinds.contains(text.kind) && isForOthers
    }
}
