/// The number under which a word of the rules is known; words no rule uses share one.
typealias WordNumber = Int32

/// The words the rules use, each under a number, so that matching compares numbers.
///
/// A hash table with open addressing over letters that lie one after the other: a word of a text is looked up without
/// making a string of it.
struct Vocabulary: Sendable {
    static let unknown: WordNumber = -1

    /// The letters of all words.
    private var letters: [Unicode.Scalar] = []
    /// `ends[word]..<ends[word + 1]` are the letters of a word.
    private var ends: [Int32] = [0]
    /// Words by the hash of their letters; a power of two of them, half of them empty at least.
    private var slots = [WordNumber](repeating: Vocabulary.unknown, count: 1024)

    var count: Int { ends.count - 1 }

    /// The number of a word of the rules, given to it on first use.
    mutating func number(of word: [Unicode.Scalar]) -> WordNumber {
        let slot = slot(of: word)
        if slots[slot] != Vocabulary.unknown { return slots[slot] }
        let number = WordNumber(count)
        letters += word
        ends.append(Int32(letters.count))
        slots[slot] = number
        if count * 2 > slots.count { grow() }
        return number
    }

    func known(_ word: [Unicode.Scalar]) -> WordNumber { slots[slot(of: word)] }

    /// Where the word stands, or the empty place where it would.
    private func slot(of word: [Unicode.Scalar]) -> Int {
        var slot = Vocabulary.hash(word[...]) & (slots.count - 1)
        while slots[slot] != Vocabulary.unknown, !isWord(slots[slot], word) { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }

    private func isWord(_ number: WordNumber, _ word: [Unicode.Scalar]) -> Bool {
        let start = Int(ends[Int(number)])
        guard Int(ends[Int(number) + 1]) - start == word.count else { return false }
        for index in word.indices where letters[start + index] != word[index] { return false }
        return true
    }

    private mutating func grow() {
        slots = [WordNumber](repeating: Vocabulary.unknown, count: slots.count * 2)
        for number in 0..<count {
            let word = letters[Int(ends[number])..<Int(ends[number + 1])]
            var slot = Vocabulary.hash(word) & (slots.count - 1)
            while slots[slot] != Vocabulary.unknown { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = WordNumber(number)
        }
    }

    /// FNV-1a, letter by letter. The words are those of the rules, so nobody can make the table slow from outside.
    private static func hash(_ word: ArraySlice<Unicode.Scalar>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for letter in word { hash = (hash ^ UInt64(letter.value)) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: (hash ^ hash >> 32) & 0x7FFF_FFFF)
    }
}

/// A set of word numbers, asked for often: a bit for each.
struct WordNumbers: Sendable {
    private var bits: [UInt64] = []

    init(_ numbers: some Sequence<WordNumber> = []) {
        for number in numbers { insert(number) }
    }

    mutating func insert(_ number: WordNumber) {
        let index = Int(number) >> 6
        if index >= bits.count { bits += Array(repeating: 0, count: index + 1 - bits.count) }
        bits[index] |= 1 << UInt64(number & 63)
    }

    func contains(_ number: WordNumber) -> Bool {
        guard number >= 0, Int(number) >> 6 < bits.count else { return false }
        return bits[Int(number) >> 6] & (1 << UInt64(number & 63)) != 0
    }
}
