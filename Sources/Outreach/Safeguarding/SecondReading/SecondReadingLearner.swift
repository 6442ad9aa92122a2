import Foundation

/// A text the second reading learns from.
public struct LearningText: Sendable, Hashable {
    public let text: CheckedText
    /// The rules it breaks.
    public let breaks: Set<SafeguardingRuleID>
    /// Rules of which it says nothing, neither that it breaks nor that it keeps them.
    public let undecided: Set<SafeguardingRuleID>

    public init(_ text: CheckedText, breaks: Set<SafeguardingRuleID>, undecided: Set<SafeguardingRuleID> = []) {
        self.text = text
        self.breaks = breaks
        self.undecided = undecided
    }
}

/// Learns what the second reading knows from texts of which people said which rules they break.
struct SecondReadingLearner {
    /// How many features a rule keeps; the others change few scores and would only fill the file.
    static let kept = 3000
    /// A run of words counts when it stands in so many texts, a list or pair of lists in so many.
    private static let (fewestWords, fewestLists) = (2, 5)
    /// The least score people are warned from; no text that keeps a rule is warned about by what was learnt from it.
    private static let warn = 0.3

    private let texts: [LearningText]
    private let vocabulary: LearningVocabulary
    private let examples: SupportVectorMachine.Examples

    /// - Parameter readings: texts with what was read in them; nil where a text is too short or too long.
    init(_ readings: [(text: LearningText, features: ReadingFeatures?)]) {
        let read = readings.compactMap { reading in reading.features.map { (text: reading.text, features: $0) } }
        var vocabulary = LearningVocabulary()
        let values = read.map { vocabulary.values(of: $0.features) }
        vocabulary.settle(texts: read.count, fewestWords: Self.fewestWords, fewestLists: Self.fewestLists, values)
        texts = read.map(\.text)
        var examples = SupportVectorMachine.Examples()
        for text in values { examples.add(vocabulary.scaled(text)) }
        self.vocabulary = vocabulary
        self.examples = examples
    }

    /// - Parameter rules: those that are read a second time.
    func weights(for rules: [SafeguardingRule]) -> SecondReadingWeights {
        var heads: [SecondReadingWeights.Rule] = []
        var weights: [Int32: [(rule: Int, weight: Double)]] = [:]
        for (place, rule) in rules.enumerated() {
            let (machine, highest) = machine(for: rule)
            heads.append(
                SecondReadingWeights.Rule(id: rule.id, bias: machine.bias, warn: max(Self.warn, highest + 0.01)))
            for feature in vocabulary.kept {
                let weight = machine.weights[Int(feature)] * vocabulary.scale(of: feature)
                // What is rounded away in the file says nothing.
                if abs(weight) >= 0.0005 { weights[feature, default: []].append((place, weight)) }
            }
        }
        return SecondReadingWeights(
            rules: heads,
            features: weights.map {
                SecondReadingWeights.Feature(name: vocabulary.names[Int($0.key)], weights: $0.value)
            })
    }

    /// Learnt twice: from everything, and again from the features that turned out to weigh most; with the highest score
    /// of a text that keeps the rule.
    private func machine(for rule: SafeguardingRule) -> (machine: SupportVectorMachine, highest: Double) {
        let labels = texts.map { text -> Bool? in
            if text.breaks.contains(rule.id) { return true }
            return text.undecided.contains(rule.id) || !rule.applies(to: text.text) ? nil : false
        }
        let count = vocabulary.names.count
        let whole = SupportVectorMachine(examples, labels: labels, features: count)
        let heaviest = whole.weights.indices.filter { whole.weights[$0] != 0 }.sorted {
            (abs(whole.weights[$1]), $0) < (abs(whole.weights[$0]), $1)
        }
        var isKept = [Bool](repeating: false, count: count)
        for feature in heaviest.prefix(SecondReadingLearner.kept) { isKept[feature] = true }
        var few = SupportVectorMachine.Examples()
        for example in 0..<examples.count {
            few.add(
                examples.entries(of: example).lazy.filter { isKept[Int(examples.features[$0])] }
                    .map { (feature: examples.features[$0], value: examples.values[$0]) })
        }
        let machine = SupportVectorMachine(few, labels: labels, features: count)
        let keeping = labels.indices.filter { labels[$0] == false }
        return (machine, keeping.map { machine.score(few, $0) }.max() ?? 0)
    }
}

/// Every feature met while learning, under a number.
private struct LearningVocabulary {
    private var numbers: [UInt64: Int32] = [:]
    private(set) var names: [String] = []
    private var kinds: [ReadingFeatures.Kind] = []
    /// How much more a rare feature counts than a common one; nothing where it is left out.
    private var scales: [Double] = []

    /// The features that count, in the order they were met.
    var kept: [Int32] { scales.indices.filter { scales[$0] > 0 }.map(Int32.init) }

    func scale(of feature: Int32) -> Double { scales[Int(feature)] }

    mutating func values(of features: ReadingFeatures) -> ReadingValues {
        var (numbers, names, kinds) = (self.numbers, self.names, self.kinds)
        (self.numbers, self.names, self.kinds) = ([:], [], [])
        let values = features.values { key, named in
            if let known = numbers[key] { return known }
            let number = Int32(names.count)
            numbers[key] = number
            names.append(features.name(of: named))
            kinds.append(ReadingFeatures.Kind(named))
            return number
        }
        (self.numbers, self.names, self.kinds) = (numbers, names, kinds)
        return values
    }

    /// Runs of words count by how rare they are (ln((1 + n) / (1 + texts with it)) + 1), and each kind of them together
    /// as much as the lists together.
    mutating func settle(texts: Int, fewestWords: Int, fewestLists: Int, _ values: [ReadingValues]) {
        var counts = [Int](repeating: 0, count: names.count)
        for value in values.joined() { counts[Int(value.feature)] += 1 }
        scales = counts.enumerated().map { feature, count in
            let isRun = kinds[feature].isRun
            guard count >= (isRun ? fewestWords : fewestLists) else { return 0 }
            return isRun ? log(Double(1 + texts) / Double(1 + count)) + 1 : 1
        }
        for kind in [ReadingFeatures.Kind.written, .bare] {
            let squares = values.joined().reduce(0.0) { sum, value in
                guard kinds[Int(value.feature)] == kind else { return sum }
                let scaled = value.value * scales[Int(value.feature)]
                return sum + scaled * scaled
            }
            guard squares > 0 else { continue }
            let unit = (Double(texts) / squares).squareRoot()
            for feature in scales.indices where kinds[feature] == kind { scales[feature] *= unit }
        }
    }

    func scaled(_ values: ReadingValues) -> [(feature: Int32, value: Double)] {
        values.values.filter { scales[Int($0.feature)] > 0 }.map { ($0.feature, $0.value * scales[Int($0.feature)]) }
    }
}

extension [ReadingValues] {
    fileprivate func joined() -> [ReadingValues.Value] { flatMap(\.values) }
}

extension ReadingFeatures.Kind {
    fileprivate init(_ feature: ReadingFeatures.Named) {
        switch feature {
        case .run(_, let isBare): self = isBare ? .bare : .written
        case .list(let list): self = list.kind
        }
    }

    fileprivate var isRun: Bool { self == .written || self == .bare }
}
