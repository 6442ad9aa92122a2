/// Learns a line between two kinds of things: a linear support vector machine with squared hinge loss, by dual coordinate
/// descent (Hsieh et al., “A dual coordinate descent method for large-scale linear SVM”, ICML 2008, algorithm 1).
///
/// The rarer kind counts as much as the commoner one. The same examples lead to the same line.
struct SupportVectorMachine {
    /// Features and values of things, one thing behind the other.
    struct Examples {
        private(set) var features: [Int32] = []
        private(set) var values: [Double] = []
        private(set) var ends: [Int] = [0]

        var count: Int { ends.count - 1 }

        mutating func add(_ entries: some Sequence<(feature: Int32, value: Double)>) {
            for entry in entries {
                features.append(entry.feature)
                values.append(entry.value)
            }
            ends.append(features.count)
        }

        func entries(of example: Int) -> Range<Int> { ends[example]..<ends[example + 1] }
    }

    /// How much an example on the wrong side counts.
    static let cost = 0.5
    /// Learning ends when no example pulls harder than this, or after so many rounds.
    private static let tolerance = 0.01
    private static let rounds = 300

    private(set) var weights: [Double]
    private(set) var bias = 0.0

    /// - Parameters:
    ///   - labels: whether each example is of the first kind; nil leaves it out.
    ///   - features: how many there are.
    init(_ examples: Examples, labels: [Bool?], features: Int) {
        weights = Array(repeating: 0, count: features)
        var order = labels.indices.filter { labels[$0] != nil }
        let positive = labels.count { $0 == true }
        guard positive > 0, positive < order.count else {
            bias = positive > 0 ? 1 : -1
            return
        }
        let signs = labels.map { $0 == true ? 1.0 : -1.0 }
        let softness = labels.map { label in
            let ofKind = label == true ? positive : order.count - positive
            return Double(ofKind) / (SupportVectorMachine.cost * Double(order.count))
        }
        // Each example's own product, the bias being a feature of all of them.
        let squares = (0..<examples.count).map { example in
            examples.entries(of: example).reduce(1) { $0 + examples.values[$1] * examples.values[$1] }
        }
        var multipliers = [Double](repeating: 0, count: labels.count)
        var shuffle = Shuffle()
        for _ in 0..<SupportVectorMachine.rounds {
            shuffle.shuffle(&order)
            var (least, most) = (Double.infinity, -Double.infinity)
            for example in order {
                let gradient =
                    signs[example] * score(examples, example) - 1 + softness[example] * multipliers[example]
                let pull = multipliers[example] > 0 ? gradient : min(gradient, 0)
                (least, most) = (min(least, pull), max(most, pull))
                guard abs(pull) > 1e-12 else { continue }
                let old = multipliers[example]
                multipliers[example] = max(old - gradient / (squares[example] + softness[example]), 0)
                move(by: (multipliers[example] - old) * signs[example], examples, example)
            }
            if most - least <= SupportVectorMachine.tolerance { break }
        }
    }

    /// Above nothing it is of the first kind.
    func score(_ examples: Examples, _ example: Int) -> Double {
        var score = bias
        for entry in examples.entries(of: example) {
            score += weights[Int(examples.features[entry])] * examples.values[entry]
        }
        return score
    }

    private mutating func move(by step: Double, _ examples: Examples, _ example: Int) {
        bias += step
        for entry in examples.entries(of: example) {
            weights[Int(examples.features[entry])] += step * examples.values[entry]
        }
    }
}

/// Puts things in an order that looks random and is the same each time (SplitMix64, Steele et al. 2014; Fisher–Yates).
private struct Shuffle: RandomNumberGenerator {
    private var state: UInt64 = 0x4C_6F61

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    mutating func shuffle(_ order: inout [Int]) {
        for index in stride(from: order.count - 1, to: 0, by: -1) {
            order.swapAt(index, Int(next() % UInt64(index + 1)))
        }
    }
}
