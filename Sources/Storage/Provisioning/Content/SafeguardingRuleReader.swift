import Outreach

/// Reads a file of `safeguarding/rules`.
enum SafeguardingRuleReader {
    static func rule(_ file: ContentFile, _ names: DeclaredPatternNames) -> SafeguardingRule? {
        guard let text = file.text(), let root = YAMLDocument.mapping(text, log: file.log) else { return nil }
        let rule = rule(root, names)
        root.finish()
        return rule
    }

    private static func rule(_ root: YAMLMapping, _ names: DeclaredPatternNames) -> SafeguardingRule? {
        let id = root.require("rule")
        let known = id?.word(SafeguardingRuleID.self)
        if let id, let known { names.declare(known.rawValue, at: id) }
        let version = root.require("version")?.integer()
        let level = root.require("level")?.word(FindingLevel.self)
        let name = root.require("name")?.localizedText()
        let finds = root.require("finds")?.localizedText()
        let why = root.require("why")?.localizedText()
        let source = root.require("source")?.text()
        let suggestion = root.require("write")?.localizedText()
        let isReportedOnce = root.value("once")?.boolean() ?? false
        let exempt = root.value("exempt_kinds")?.words(TextKind.self) ?? []
        let exemptAudiences = root.value("exempt_audiences")?.list { $0.slug()?.description } ?? []
        let clauses = root.require("clauses")?.list { clause($0, names) } ?? []
        let samples = root.require("samples").map(samples) ?? []
        guard let known, let version, let level, let name, let finds, let why, let source, let suggestion else {
            return nil
        }
        return SafeguardingRule(
            id: known, version: version, level: level, name: name, finds: finds, why: why, source: source,
            suggestion: suggestion, isReportedOnce: isReportedOnce, exemptKinds: exempt,
            exemptAudiences: exemptAudiences,
            clauses: clauses, samples: samples)
    }

    private static func clause(_ element: YAMLValue, _ names: DeclaredPatternNames) -> RuleClause? {
        guard let mapping = element.mapping() else { return nil }
        let find = names.patterns(inLanguagesOf: mapping)
        let context = names.context(of: mapping)
        let suggestion = mapping.value("write")?.localizedText()
        mapping.finish()
        if find.isEmpty {
            element.report(
                Message(
                    vi: "\(element.path): chưa có mẫu nào dưới vi hoặc en.",
                    en: "\(element.path): there is no pattern under vi or en."))
        }
        return RuleClause(find: find, context: context, suggestion: suggestion)
    }

    private static func samples(_ value: YAMLValue) -> [RuleSample] {
        guard let mapping = value.mapping() else { return [] }
        let found = mapping.require("found")?.list { sample($0, isFound: true) } ?? []
        let clean = mapping.require("clean")?.list { sample($0, isFound: false) } ?? []
        mapping.finish()
        return found + clean
    }

    /// A text, or a text with the kind it is of.
    private static func sample(_ value: YAMLValue, isFound: Bool) -> RuleSample? {
        guard value.isMapping else { return value.text().map { RuleSample(text: $0, isFound: isFound) } }
        guard let mapping = value.mapping() else { return nil }
        let text = mapping.require("text")?.text()
        let kind = mapping.require("kind")?.word(TextKind.self)
        mapping.finish()
        guard let text, let kind else { return nil }
        return RuleSample(text: text, isFound: isFound, kind: kind)
    }
}
