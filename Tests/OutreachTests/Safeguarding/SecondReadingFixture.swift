import Outreach

/// Rules that find one made-up word, and texts that tell of quarrels and of feasts.
enum SecondReadingFixture {
    /// - Parameter learnt: the second reading beside the rules.
    static func safeguard(_ learnt: SecondReadingWeights? = nil) throws -> Safeguard {
        let name = LocalizedText(vi: "quy tắc", en: "rule")
        let rules = SafeguardingRuleID.allCases.map { id in
            SafeguardingRule(
                id: id, version: 1, level: id == .blame ? .block : .warn, name: name, finds: name, why: name,
                source: "Luật", suggestion: name, exemptKinds: [.note],
                clauses: [RuleClause(find: [id == .blame ? "zoro" : "zunu"])])
        }
        let words = SafeguardingRules.requiredLists.map { WordList(id: $0, patterns: ["zaza"]) }
        return try Safeguard(
            rules: SafeguardingRules(
                rules: rules, words: words + [WordList(id: "child", patterns: ["bé"])], spellings: [:],
                secondReading: learnt?.text),
            helpLines: [])
    }

    private static let openings = [
        "Chiều nay ở xóm dưới có chuyện này", "Hôm qua bà con kể cho nhau nghe rằng",
        "Sáng sớm trước cổng chợ mọi người thấy", "Cuối tuần rồi bên kia sông cũng vậy",
        "Tối nào cả nhà tôi cũng nói về việc",
    ]
    private static let quarrels = [
        "cãi nhau to tiếng rồi giận dỗi", "mắng nhiếc và giận dỗi cả buổi", "to tiếng trách móc nhau mãi",
    ]
    private static let feasts = [
        "cùng gói bánh vui vẻ bên nhau", "ca hát vui vẻ suốt cả buổi", "bày cỗ bánh thơm mời nhau",
    ]

    static let quarrelling = openings.flatMap { opening in quarrels.map { "\(opening), hai bên \($0)." } }
    static let feasting = openings.flatMap { opening in feasts.map { "\(opening), hai bên \($0)." } }

    /// What is learnt from them: who tells of a quarrel breaks the rule.
    static func learnt() throws -> SecondReadingWeights {
        try safeguard().learnSecondReading(
            from: quarrelling.map { LearningText(CheckedText($0), breaks: [.blame]) }
                + feasting.map { LearningText(CheckedText($0), breaks: []) })
    }
}
