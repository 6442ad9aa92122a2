/// Every pattern of the rules that is more than words in a row, as a short program over numbers.
///
/// The programs lie one behind the other in few arrays, so that going through all of them for a text follows no
/// references; a pattern is known by its number.
struct PatternTable: Sendable {
    enum Operation: Sendable {
        case word(exact: WordNumber, bare: WordNumber)
        /// One of the words of a choice.
        case oneOf(Int32)
        case list(Int32)
        /// At most so many words of the same sentence.
        case gap(Int32)
        case separators
        /// Goes on at the first of so many branches that leads to the end; none does where the next word is none of the
        /// openers, a choice of words, or -1 where a branch can open with something else.
        case choose(first: Int32, count: Int32, openers: Int32)
        case jump(Int32)
        case accept
    }

    /// What a match can begin with, or what must stand somewhere: a list, or a word where the list is -1.
    struct Opening: Sendable, Hashable {
        let list: Int32
        let exact: WordNumber
        let bare: WordNumber

        static func list(_ number: Int) -> Opening {
            Opening(list: Int32(number), exact: Vocabulary.unknown, bare: Vocabulary.unknown)
        }

        static func word(exact: WordNumber, bare: WordNumber) -> Opening {
            Opening(list: -1, exact: exact, bare: bare)
        }
    }

    /// Where a pattern's program begins, and its parts of the arrays of openings and needs.
    struct Entry: Sendable {
        let program: Int
        let openings: Range<Int>
        /// What every sentence with a match holds.
        let needs: Range<Int>
    }

    var entries: [Entry] = []
    var operations: [Operation] = []
    /// Where the branches of choices go on.
    var branches: [Int32] = []
    var choices: [WordChoice] = []
    /// The words of all choices.
    var choiceWords: [WordNumber] = []
    var openings: [Opening] = []
    /// Each is a part of the openings: a word or list, or several of which one is enough.
    var needs: [Range<Int>] = []

    /// The programs where they lie.
    struct Programs {
        let operations: UnsafeBufferPointer<Operation>
        let branches: UnsafeBufferPointer<Int32>
        let choices: UnsafeBufferPointer<WordChoice>
        let choiceWords: UnsafeBufferPointer<WordNumber>
    }

    /// Lends the programs; they may not be kept.
    func withPrograms(_ body: (Programs) -> Void) {
        operations.withUnsafeBufferPointer { operations in
            branches.withUnsafeBufferPointer { branches in
                choices.withUnsafeBufferPointer { choices in
                    choiceWords.withUnsafeBufferPointer { words in
                        body(
                            Programs(
                                operations: operations, branches: branches, choices: choices, choiceWords: words))
                    }
                }
            }
        }
    }
}

/// A few words, asked for often: most others are passed over by the mask, which has a bit for some of every 64 numbers.
struct WordChoice: Sendable {
    private let mask: UInt64
    /// The words looked for as they are written, and behind them those looked for without marks.
    private let exact: Range<Int32>
    private let bare: Range<Int32>

    /// - Parameter all: the words of all choices, which those of this one are added to.
    init(exact: Set<WordNumber>, bare: Set<WordNumber>, in all: inout [WordNumber]) {
        mask = exact.union(bare).reduce(0) { $0 | WordChoice.bit($1) }
        let first = Int32(all.count)
        all += exact.sorted()
        self.exact = first..<Int32(all.count)
        all += bare.sorted()
        self.bare = self.exact.upperBound..<Int32(all.count)
    }

    func contains(_ word: TokenWord, in all: UnsafeBufferPointer<WordNumber>) -> Bool {
        holds(word.exact, exact, all) || holds(word.loose, bare, all)
    }

    private func holds(
        _ number: WordNumber, _ range: Range<Int32>, _ all: UnsafeBufferPointer<WordNumber>
    ) -> Bool {
        guard number >= 0, mask & WordChoice.bit(number) != 0 else { return false }
        var index = range.lowerBound
        while index < range.upperBound {
            if all[Int(index)] == number { return true }
            index += 1
        }
        return false
    }

    private static func bit(_ number: WordNumber) -> UInt64 { 1 << UInt64(number & 63) }
}
