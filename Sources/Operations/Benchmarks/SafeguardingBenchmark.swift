public import Foundation
public import Outreach
import Storage

/// A text of which people said what the linter has to find.
public struct LabelledText: Sendable {
    public let id: String
    public let text: CheckedText
    /// Rules that must fire.
    public let expected: Set<SafeguardingRuleID>
    /// Rules that may fire without being a false alarm.
    public let allowed: Set<SafeguardingRuleID>

    public init(
        id: String, text: CheckedText, expected: Set<SafeguardingRuleID>, allowed: Set<SafeguardingRuleID>
    ) {
        self.id = id
        self.text = text
        self.expected = expected
        self.allowed = allowed
    }

    /// Whether nothing is wrong with it.
    public var isClean: Bool { expected.isEmpty }
    /// The beginning, in one line.
    public var excerpt: String {
        let words = text.parts.map(\.text).joined(separator: " ").split(whereSeparator: \.isWhitespace)
        return String(words.joined(separator: " ").prefix(110))
    }
}

/// How much of what people found the linter finds, what it stops without reason, and how fast it is.
public enum SafeguardingBenchmark {
    public struct Recall: Sendable, Hashable {
        public let rule: SafeguardingRuleID
        public let level: FindingLevel
        public let expected: Int
        public let found: Int
    }

    /// A rule that should have stopped a text and did not.
    public struct Miss: Sendable {
        public let rule: SafeguardingRuleID
        public let text: LabelledText
        /// Whether people are warned of it all the same.
        public let isWarned: Bool
    }

    public struct Result: Sendable {
        public let texts: Int
        public let recall: [Recall]
        public let misses: [Miss]
        public let clean: Int
        /// Clean texts with a finding that blocks.
        public let blocked: [(text: LabelledText, finding: Finding)]
        /// Findings nobody expected or allowed, in texts of all kinds.
        public let falseAlarms: [(text: LabelledText, finding: Finding)]
        public let articleWords: Int
        public let article: Duration
        public let textsPerSecond: Int
        public let compilation: Duration
    }

    /// Holds the texts against the rules of a workspace's files; on one core, but for a long text with markup, which is
    /// read as typed and as rendered at once.
    ///
    /// - Throws: ``SafeguardingError`` where there are no rules.
    public static func run(workspace root: URL, texts: [LabelledText]) throws -> Result {
        let content = try ContentFolder.load(WorkspaceFolder(root: root).content)
        let rules = try content.requireRules()
        let clock = ContinuousClock()
        let start = clock.now
        let safeguard = try Safeguard(rules: rules, helpLines: content.taxonomy.helpLines)
        let compilation = clock.now - start
        let findings = texts.map { safeguard.findingsAsTypedAndRead(in: $0.text) }
        let article = longArticle(of: texts, words: 5000)
        return Result(
            texts: texts.count, recall: recall(texts, findings, rules), misses: misses(texts, findings, rules),
            clean: texts.count(where: \.isClean), blocked: blocked(texts, findings),
            falseAlarms: falseAlarms(texts, findings), articleWords: article.words,
            article: median(of: 21) { _ = safeguard.findingsAsTypedAndRead(in: article.text) },
            textsPerSecond: rate(texts, safeguard), compilation: compilation)
    }

    private static func recall(
        _ texts: [LabelledText], _ findings: [[Finding]], _ rules: SafeguardingRules
    ) -> [Recall] {
        rules.rules.map { rule in
            let wanted = zip(texts, findings).filter { $0.0.expected.contains(rule.id) }
            return Recall(
                rule: rule.id, level: rule.level, expected: wanted.count,
                found: wanted.count { fired($0.1, rules).contains(rule.id) })
        }
    }

    /// The rules that did what they are there for: one that is to block and only warned has stopped nothing.
    private static func fired(_ findings: [Finding], _ rules: SafeguardingRules) -> Set<SafeguardingRuleID> {
        Set(findings.filter { $0.level == .block || rules[$0.rule]?.level == .warn }.map(\.rule))
    }

    private static func misses(
        _ texts: [LabelledText], _ findings: [[Finding]], _ rules: SafeguardingRules
    ) -> [Miss] {
        zip(texts, findings).flatMap { text, found in
            text.expected.subtracting(fired(found, rules)).map { rule in
                Miss(rule: rule, text: text, isWarned: found.contains { $0.rule == rule })
            }
        }.sorted { ($0.rule, $0.text.id) < ($1.rule, $1.text.id) }
    }

    /// One finding for each clean text that is stopped.
    private static func blocked(
        _ texts: [LabelledText], _ findings: [[Finding]]
    ) -> [(text: LabelledText, finding: Finding)] {
        zip(texts, findings).compactMap { text, found in
            guard text.isClean else { return nil }
            return found.first { $0.level == .block && !text.allowed.contains($0.rule) }.map { (text, $0) }
        }
    }

    private static func falseAlarms(
        _ texts: [LabelledText], _ findings: [[Finding]]
    ) -> [(text: LabelledText, finding: Finding)] {
        zip(texts, findings).flatMap { text, found in
            found.filter { !text.expected.contains($0.rule) && !text.allowed.contains($0.rule) }.map { (text, $0) }
        }
    }

    /// The texts one after the other, again and again, up to a number of words.
    private static func longArticle(of texts: [LabelledText], words: Int) -> (text: CheckedText, words: Int) {
        let paragraphs = texts.flatMap { $0.text.parts.map(\.text) }
        var chosen: [String] = []
        var count = 0
        for index in 0... where count < words && !paragraphs.isEmpty {
            let rest = paragraphs[index % paragraphs.count].split(whereSeparator: \.isWhitespace).prefix(words - count)
            count += max(1, rest.count)
            chosen.append(rest.joined(separator: " "))
            if count >= words { break }
        }
        return (CheckedText(chosen.joined(separator: "\n\n"), kind: .article), count)
    }

    private static func median(of runs: Int, _ work: () -> Void) -> Duration {
        let clock = ContinuousClock()
        return (0..<runs).map { _ in clock.measure(work) }.sorted()[runs / 2]
    }

    /// Texts a second, over at least two seconds.
    private static func rate(_ texts: [LabelledText], _ safeguard: Safeguard) -> Int {
        guard !texts.isEmpty else { return 0 }
        let clock = ContinuousClock()
        let start = clock.now
        var count = 0
        while clock.now - start < .seconds(2) {
            for text in texts { _ = safeguard.findingsAsTypedAndRead(in: text.text) }
            count += texts.count
        }
        return Int(Double(count) / ((clock.now - start) / .seconds(1)))
    }
}
