/// A second look at a text as a whole, beside the rules: a linear model that weighs its words and the word lists in it.
///
/// The rules look for what somebody wrote down; the model has learnt what texts that break a rule have in common, and
/// what those have in common that only look so. Where the rules found nothing and the model is sure, people are warned: see
/// ``complemented(_:in:_:features:rules:)``.
struct SecondReading: Sendable {
    let rules: [SecondReadingWeights.Rule]
    private let numbers: KeyTable
    /// `offsets[feature]..<offsets[feature + 1]` are a feature's places among the weights.
    private let offsets: [Int32]
    private let weights: [Weight]

    private struct Weight: Sendable {
        let rule: Int32
        let weight: Float
    }

    init(_ learnt: SecondReadingWeights) {
        rules = learnt.rules
        var numbers = KeyTable(count: learnt.features.count)
        var offsets: [Int32] = [0]
        var weights: [Weight] = []
        for feature in learnt.features {
            guard let key = ReadingKey.feature(feature.name[...]) else { continue }
            numbers.add(key)
            weights += feature.weights.map { Weight(rule: Int32($0.rule), weight: Float($0.weight)) }
            offsets.append(Int32(weights.count))
        }
        (self.numbers, self.offsets, self.weights) = (numbers, offsets, weights)
    }

    /// What a text scores, rule by rule: above nothing it is rather one of those that break the rule.
    func scores(of values: ReadingValues) -> [Double] {
        var scores = rules.map(\.bias)
        for value in values.values {
            for place in offsets[Int(value.feature)]..<offsets[Int(value.feature) + 1] {
                let weight = weights[Int(place)]
                scores[Int(weight.rule)] += Double(weight.weight) * value.value
            }
        }
        return scores
    }

    func values(of features: ReadingFeatures) -> ReadingValues {
        features.values { key, _ in numbers[key] }
    }

    /// How much a feature says for a rule.
    func weight(of feature: Int32, for rule: Int) -> Double {
        weights[Int(offsets[Int(feature)])..<Int(offsets[Int(feature) + 1])]
            .first { Int($0.rule) == rule }.map { Double($0.weight) } ?? 0
    }
}

/// Numbers keys in the order they are added: a hash table with open addressing, at least half empty.
private struct KeyTable: Sendable {
    private var keys: [UInt64]
    private var numbers: [Int32]
    private var count: Int32 = 0

    init(count: Int) {
        var size = 16
        while size < count * 2 { size *= 2 }
        keys = Array(repeating: 0, count: size)
        numbers = Array(repeating: -1, count: size)
    }

    mutating func add(_ key: UInt64) {
        let slot = slot(of: key)
        // A name that stands twice keeps its first weights; the second has a number nobody asks for.
        if numbers[slot] < 0 { (keys[slot], numbers[slot]) = (key, count) }
        count += 1
    }

    subscript(key: UInt64) -> Int32? {
        let number = numbers[slot(of: key)]
        return number < 0 ? nil : number
    }

    private func slot(of key: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: key & 0x7FFF_FFFF) & (keys.count - 1)
        while numbers[slot] >= 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
        return slot
    }
}
