import Foundation

/// What the second reading weighs in one text: its words alone and up to three in a row, as they are written and without
/// marks, and the word lists that stand in it.
struct ReadingFeatures {
    enum Kind: Unicode.Scalar, CaseIterable {
        case written = "w"
        case bare = "b"
        case list = "t"
        case together = "s"
        case following = "n"

        var key: UInt64 { ReadingKey.joined(UInt64(rawValue.value), 0) }
        var separator: Unicode.Scalar { self == .written || self == .bare ? " " : "+" }
    }

    static let longestRun = 3

    let words: ReadingWords
    private let lists: [ReadingLists.Feature]
    private let known: ReadingLists
    /// How much one feature of each kind counts, so that a text counts the same whether it is long or short. Runs are
    /// counted in words, so that it does not matter which of the runs were learnt.
    private let writtenUnit: Double
    private let bareUnit: Double
    private let listUnit: Double

    /// - Parameter known: the lists that were looked for.
    init(_ words: ReadingWords, _ known: ReadingLists, in text: TokenizedText, _ mentions: [Mentions]) {
        self.words = words
        self.known = known
        lists = known.features(in: text, mentions)
        writtenUnit = ReadingFeatures.unit(ReadingFeatures.distinct(words.words.map(\.written)))
        bareUnit = ReadingFeatures.unit(ReadingFeatures.distinct(words.words.map(\.bare)))
        listUnit = ReadingFeatures.unit(lists.count)
    }

    private static func unit(_ count: Int) -> Double { 1 / Double(max(1, count)).squareRoot() }

    private static func distinct(_ keys: [UInt64]) -> Int {
        let sorted = keys.sorted()
        return zip(sorted, sorted.dropFirst()).count { $0 != $1 } + (sorted.isEmpty ? 0 : 1)
    }

    /// One run of words or one list, and what to call it.
    enum Named {
        case run(Range<Int>, isBare: Bool)
        case list(ReadingLists.Feature)
    }

    /// The features that have a number, each once.
    ///
    /// - Parameter number: the number by key; nil leaves a feature out.
    func values(_ number: (UInt64, Named) -> Int32?) -> ReadingValues {
        var places = runs(number)
        places.sort { ($0.feature, $0.start) < ($1.feature, $1.start) }
        var values: [ReadingValues.Value] = []
        values.reserveCapacity(places.count + lists.count)
        var index = 0
        while index < places.count {
            let first = index
            while index < places.count, places[index].feature == places[first].feature { index += 1 }
            let unit = places[first].isBare ? bareUnit : writtenUnit
            let value = index == first + 1 ? unit : unit * (1 + log(Double(index - first)))
            values.append(ReadingValues.Value(feature: places[first].feature, value: value, places: first..<index))
        }
        for list in lists {
            guard let feature = number(list.key, .list(list)) else { continue }
            values.append(ReadingValues.Value(feature: feature, value: listUnit, places: 0..<0))
        }
        return ReadingValues(values: values, places: places)
    }

    private func runs(_ number: (UInt64, Named) -> Int32?) -> [ReadingValues.Place] {
        var places: [ReadingValues.Place] = []
        places.reserveCapacity(words.words.count * 2)
        func add(_ key: UInt64, _ run: Range<Int>, isBare: Bool) {
            guard let feature = number(key, .run(run, isBare: isBare)) else { return }
            places.append(
                ReadingValues.Place(
                    feature: feature, start: Int32(run.lowerBound), end: Int32(run.upperBound), isBare: isBare))
        }
        let (writtenKind, bareKind) = (Kind.written.key, Kind.bare.key)
        for start in words.words.indices {
            var (written, bare) = (writtenKind, bareKind)
            for end in start..<min(start + ReadingFeatures.longestRun, words.words.count) {
                let word = words.words[end]
                guard word.part == words.words[start].part else { break }
                written = ReadingKey.joined(written, word.written)
                bare = ReadingKey.joined(bare, word.bare)
                add(written, start..<end + 1, isBare: false)
                add(bare, start..<end + 1, isBare: true)
            }
        }
        return places
    }

    /// The name of a feature as it stands in the file: `w:bị xâm hại`.
    func name(of feature: Named) -> String {
        switch feature {
        case .run(let run, let isBare): "\(isBare ? "b" : "w"):\(words.name(of: run, isBare: isBare))"
        case .list(let list): "\(list.kind.rawValue):\(known.name(of: list))"
        }
    }
}

/// How much of each feature is in a text, and where.
struct ReadingValues {
    struct Value {
        let feature: Int32
        let value: Double
        /// Its runs of words among the places; none where it is a list.
        let places: Range<Int>
    }

    /// A run of words that is a feature.
    struct Place {
        let feature: Int32
        let start: Int32
        let end: Int32
        let isBare: Bool

        var words: Range<Int> { Int(start)..<Int(end) }
    }

    let values: [Value]
    let places: [Place]
}
