/// What of the rules' word lists the second reading looks at: which of them stand in a text, which of some stand together
/// in a sentence, and which follow each other within two sentences.
struct ReadingLists: Sendable {
    /// Lists and forms that say who is spoken of, what happened to them, and what is offered to the reader.
    static let paired = [
        "CLASS-CODE", "DOTTED", "FULL-NAME", "INITIALS", "LINK", "LONG-NAME", "NAME", "OTHER-LINE", "PHONE",
        "SURE-NAME", "UNKNOWN-LINE", "abuse-act", "adult-title", "agreed", "any-name", "blamed", "case", "cause",
        "child", "child-age", "child-line", "child-line-name", "class", "close-relation", "conduct", "denial", "dress",
        "event", "face-shown", "generic", "given-name", "good-kin", "hamlet", "harm-seen", "home-address",
        "hypothesis", "kin", "love-story", "office", "one-child", "own-doing", "person-name", "picture", "praise",
        "pursued", "relation", "role", "safety-topic", "school", "sexual", "sexual-harm", "small-child",
        "specific-child", "told-case", "told-harm", "topic-word", "victim", "weakly-willing", "willing", "wrongdoer",
    ]

    private struct List: Sendable {
        let name: String
        let number: Int
        let key: UInt64
        /// Its place among the paired lists, or -1.
        let bit: Int
    }

    private let lists: [List]
    /// For every two paired lists, the one that comes first in the alphabet first.
    private let together: [UInt64]
    private let following: [UInt64]

    /// - Parameter numbers: of all lists and forms, by name.
    init(_ numbers: [String: Int]) {
        lists = numbers.filter { $0.key != WordForm.word.rawValue }.sorted { $0.key < $1.key }.map { name, number in
            List(
                name: name, number: number,
                key: ReadingKey.joined(ReadingFeatures.Kind.list.key, ReadingLists.key(name)),
                bit: ReadingLists.paired.firstIndex(of: name) ?? -1)
        }
        together = ReadingLists.pairs(.together)
        following = ReadingLists.pairs(.following)
    }

    private static func key(_ name: String) -> UInt64 { ReadingKey.word(name.unicodeScalars) }

    private static func pairs(_ kind: ReadingFeatures.Kind) -> [UInt64] {
        var keys = [UInt64](repeating: 0, count: 64 * 64)
        let names = paired.map(key)
        for (first, name) in names.enumerated() {
            let opened = ReadingKey.joined(kind.key, name)
            for (second, other) in names.enumerated() { keys[first << 6 | second] = ReadingKey.joined(opened, other) }
        }
        return keys
    }

    /// A list that stands in a text, or two that stand near each other.
    struct Feature {
        let key: UInt64
        let kind: ReadingFeatures.Kind
        /// Places among all lists, or among the paired ones.
        fileprivate let first: Int16
        fileprivate let second: Int16

        fileprivate init(key: UInt64, kind: ReadingFeatures.Kind, _ first: Int, _ second: Int) {
            (self.key, self.kind) = (key, kind)
            (self.first, self.second) = (Int16(first), Int16(second))
        }
    }

    func name(of feature: Feature) -> String {
        guard feature.kind != .list else { return lists[Int(feature.first)].name }
        return "\(ReadingLists.paired[Int(feature.first)])+\(ReadingLists.paired[Int(feature.second)])"
    }

    /// Each once.
    func features(in text: TokenizedText, _ mentions: [Mentions]) -> [Feature] {
        var features: [Feature] = []
        // A bit for each paired list, sentence by sentence.
        var standing = [UInt64](repeating: 0, count: text.sentences.count + 2)
        for (place, list) in lists.enumerated() where !mentions[list.number].isEmpty {
            features.append(Feature(key: list.key, kind: .list, place, place))
            guard list.bit >= 0 else { continue }
            for run in mentions[list.number].ranges {
                standing[Int(text.tokens[run.lowerBound].sentence)] |= 1 << UInt64(list.bit)
            }
        }
        var seen = PairSet()
        for sentence in text.sentences.indices {
            let own = standing[sentence]
            let next = (standing[sentence + 1] | standing[sentence + 2]) & ~own
            forEachBit(own) { list in
                // Two of one sentence are met once, from the first of them.
                forEachBit(own & ~(UInt64.max >> UInt64(63 - list))) { other in
                    guard seen.insert(list << 6 | other) else { return }
                    features.append(Feature(key: together[list << 6 | other], kind: .together, list, other))
                }
                forEachBit(next) { other in
                    let (first, second) = (min(list, other), max(list, other))
                    guard seen.insert(64 << 6 | first << 6 | second) else { return }
                    features.append(
                        Feature(key: following[first << 6 | second], kind: .following, first, second))
                }
            }
        }
        return features
    }

    private func forEachBit(_ bits: UInt64, _ body: (Int) -> Void) {
        var rest = bits
        while rest != 0 {
            body(rest.trailingZeroBitCount)
            rest &= rest - 1
        }
    }
}

/// The pairs met so far: a bit for each.
private struct PairSet {
    private var bits = [UInt64](repeating: 0, count: 2 * 64)

    /// Whether it is met for the first time.
    mutating func insert(_ pair: Int) -> Bool {
        let bit: UInt64 = 1 << UInt64(pair & 63)
        guard bits[pair >> 6] & bit == 0 else { return false }
        bits[pair >> 6] |= bit
        return true
    }
}
