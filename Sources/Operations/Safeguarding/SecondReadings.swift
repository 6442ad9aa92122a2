public import Foundation
import Outreach
import Storage

/// A second reading of the rules, as it was learnt.
public struct LearntSecondReading: Sendable, Hashable {
    /// What its file holds.
    public let text: String
    /// From how many texts it was learnt, and how many were too short or too long.
    public let texts: Int
    public let leftOut: Int
    public let features: Int

    /// The texts it is learnt from and applied to, in words.
    public static let words = SecondReadingWeights.words
}

extension Workspace {
    /// Where the second reading lies.
    public var secondReadingFile: URL { folder.content.appending(path: "safeguarding/second-reading.txt") }

    /// Learns a second reading of the rules as they lie in `Content/safeguarding`: from labelled texts, from the samples
    /// of the rules, and from the materials and lists, which are taken as clean. Changes nothing; anyone may.
    ///
    /// - Throws: ``SafeguardingError`` where there are no rules or their files have mistakes.
    public func learnSecondReading(from labelled: [LabelledText]) throws -> LearntSecondReading {
        let content = try ContentFolder.load(folder.content)
        let safeguard = try safeguard(of: content)
        let texts =
            labelled.map { LearningText($0.text, breaks: $0.expected, undecided: $0.allowed) }
            + safeguard.rules.rules.flatMap(\.learningTexts)
            + content.materials.flatMap(\.checkedTexts).map { LearningText($0, breaks: []) }
            + content.texts.map { LearningText(CheckedText($0.text, kind: .note), breaks: []) }
        let learnt = safeguard.learnSecondReading(from: texts)
        let used = texts.count { safeguard.isReadTwice($0.text) }
        return LearntSecondReading(
            text: learnt.text, texts: used, leftOut: texts.count - used, features: learnt.features.count)
    }
}

extension SafeguardingRule {
    /// Its samples, which say nothing about other rules.
    fileprivate var learningTexts: [LearningText] {
        let others = Set(SafeguardingRuleID.allCases).subtracting([id])
        return samples.map { sample in
            LearningText(
                CheckedText(sample.text, kind: sample.kind), breaks: sample.isFound ? [id] : [], undecided: others)
        }
    }
}
