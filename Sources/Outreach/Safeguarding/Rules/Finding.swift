/// One place in a text that breaks a rule.
public struct Finding: Sendable, Hashable, Codable {
    public let rule: SafeguardingRuleID
    public let level: FindingLevel
    public let place: CheckedText.Place
    /// Where it lies in the text of that place, in Unicode scalars (code points, as Python counts) of the text as it
    /// was given: `start..<end`. Both are 0 where a picture or the whole is meant.
    public let start: Int
    public let end: Int
    /// The words found, as they were written.
    public let words: String
    public let why: Message
    public let source: String
    /// What to write instead.
    public let suggestion: Message

    public init(
        rule: SafeguardingRuleID, level: FindingLevel, place: CheckedText.Place, start: Int, end: Int, words: String,
        why: Message, source: String, suggestion: Message
    ) {
        self.rule = rule
        self.level = level
        self.place = place
        self.start = start
        self.end = end
        self.words = words
        self.why = why
        self.source = source
        self.suggestion = suggestion
    }

    /// The same mistake in the same place of a text keeps this name while other words of the text change; an override
    /// is given to it.
    public var key: String { "\(rule.rawValue) \(place.name) \(SearchText.exact(words))" }
}
