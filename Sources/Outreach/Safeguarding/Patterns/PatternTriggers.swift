/// For each word, the patterns of the table that cannot be found without it or without one of a few others: so most
/// patterns are never asked about in a text that has none of their words.
struct PatternTriggers: Sendable {
    /// `offsets[word]..<offsets[word + 1]` are the places of a word's patterns.
    private var offsets: [Int32]
    private var patterns: [Int32]
    /// Patterns that begin with lists and need no word.
    private let always: PatternMarks

    init(_ table: PatternTable, words: Int) {
        var always = PatternMarks(count: table.entries.count)
        var pairs: [(word: WordNumber, pattern: Int32)] = []
        for (pattern, entry) in table.entries.enumerated() {
            let groups = table.needs[entry.needs] + [entry.openings]
            let words = groups.map { table.openings[$0] }.filter { $0.allSatisfy { $0.list < 0 } }
            if let fewest = words.min(by: { $0.count < $1.count }) {
                let numbers = Set(fewest.flatMap { [$0.exact, $0.bare] })
                pairs += numbers.map { ($0, Int32(pattern)) }
            } else {
                always.insert(pattern)
            }
        }
        self.always = always
        pairs.sort { $0.word < $1.word }
        patterns = pairs.map(\.pattern)
        offsets = [Int32](repeating: 0, count: words + 1)
        for pair in pairs { offsets[Int(pair.word) + 1] += 1 }
        for word in 0..<words { offsets[word + 1] += offsets[word] }
    }

    /// The patterns that may be found in a text.
    func marks(in text: TokenizedText) -> PatternMarks {
        var marks = always
        text.forEachWord { word in
            for place in offsets[Int(word)]..<offsets[Int(word) + 1] { marks.insert(Int(patterns[Int(place)])) }
        }
        return marks
    }
}

/// Some of the patterns of the table, or of their sets: a bit for each.
struct PatternMarks: Sendable {
    private var bits: [UInt64]

    init(count: Int) {
        bits = Array(repeating: 0, count: count / 64 + 1)
    }

    mutating func insert(_ pattern: Int) { bits[pattern >> 6] |= 1 << UInt64(pattern & 63) }

    func contains(_ pattern: Int) -> Bool { bits[pattern >> 6] & (1 << UInt64(pattern & 63)) != 0 }

    /// The first of a range, or nil.
    func first(in range: Range<Int>) -> Int? {
        guard !range.isEmpty else { return nil }
        var word = range.lowerBound >> 6
        var rest = bits[word] & (UInt64.max << UInt64(range.lowerBound & 63))
        while rest == 0 {
            word += 1
            guard word << 6 < range.upperBound else { return nil }
            rest = bits[word]
        }
        let found = word << 6 + rest.trailingZeroBitCount
        return found < range.upperBound ? found : nil
    }
}
