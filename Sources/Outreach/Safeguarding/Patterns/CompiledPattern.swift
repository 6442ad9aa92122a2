/// A pattern as a short program over numbers, so that matching follows no references.
struct CompiledPattern: Sendable {
    enum Operation: Sendable {
        case word(exact: WordNumber, bare: WordNumber)
        /// One of the words of a set.
        case oneOf(Int32)
        case list(Int32)
        /// At most so many words of the same sentence.
        case gap(Int32)
        case separators
        /// Goes on at the first of so many branches that leads to the end; none does where the next word is none of the
        /// openers, a set of words, or -1 where a branch can open with something else.
        case choose(first: Int32, count: Int32, openers: Int32)
        case jump(Int32)
        case accept
    }

    /// What a match can begin with.
    enum Opening: Sendable, Hashable {
        case word(exact: WordNumber, bare: WordNumber)
        case list(Int)
    }

    private(set) var operations: [Operation] = []
    /// Where the branches of choices go on.
    private(set) var branches: [Int32] = []
    private(set) var sets: [WordChoice] = []
    private(set) var openers: [WordOpeners] = []
    private(set) var openings: [Opening] = []
    /// Words and lists without which there can be no match.
    private(set) var needed: [Opening] = []

    /// - Parameter lists: the numbers of the lists by name; every reference must be among them.
    init(_ pattern: Pattern, vocabulary: inout Vocabulary, lists: [String: Int]) {
        append(pattern.items, &vocabulary, lists)
        operations.append(.accept)
        openings = Array(Set(CompiledPattern.openings(of: pattern.items, &vocabulary, lists)))
        needed = pattern.items.compactMap { CompiledPattern.opening(of: $0, &vocabulary, lists) }
    }

    /// The program where it lies.
    struct Program {
        let operations: UnsafeBufferPointer<Operation>
        let branches: UnsafeBufferPointer<Int32>
        let sets: UnsafeBufferPointer<WordChoice>
        let openers: UnsafeBufferPointer<WordOpeners>
    }

    /// Lends the program; it may not be kept.
    func withProgram(_ body: (Program) -> Void) {
        operations.withUnsafeBufferPointer { operations in
            branches.withUnsafeBufferPointer { branches in
                sets.withUnsafeBufferPointer { sets in
                    openers.withUnsafeBufferPointer { openers in
                        body(Program(operations: operations, branches: branches, sets: sets, openers: openers))
                    }
                }
            }
        }
    }

    private mutating func append(_ items: [Pattern.Item], _ vocabulary: inout Vocabulary, _ lists: [String: Int]) {
        for item in items {
            switch item {
            case .word(let exact, let bare):
                operations.append(.word(exact: vocabulary.number(of: exact), bare: vocabulary.number(of: bare)))
            case .reference(let name): operations.append(.list(Int32(lists[name] ?? 0)))
            case .gap(let count): operations.append(.gap(Int32(count)))
            case .separators: operations.append(.separators)
            case .alternatives(let choices): append(choices: choices, &vocabulary, lists)
            case .optional(let inner): append(choices: [inner, []], &vocabulary, lists)
            }
        }
    }

    /// Choices that are single words become one set; the others are tried one after the other.
    private mutating func append(
        choices: [[Pattern.Item]], _ vocabulary: inout Vocabulary, _ lists: [String: Int]
    ) {
        var set = WordChoice()
        var others: [[Pattern.Item]] = []
        for choice in choices {
            if choice.count == 1, case .word(let exact, let bare) = choice[0] {
                set.add(exact: vocabulary.number(of: exact), bare: vocabulary.number(of: bare))
            } else {
                others.append(choice)
            }
        }
        if !set.isEmpty { sets.append(set) }
        let setNumber = Int32(sets.count - 1)
        guard !others.isEmpty else { return operations.append(.oneOf(setNumber)) }
        // Longer phrases come first: "mẹ kế" before "mẹ"; leaving out what is optional comes last.
        let phrases = others.filter { !$0.isEmpty }
        let count = phrases.count + (set.isEmpty ? 0 : 1) + (others.count - phrases.count)
        let first = branches.count
        branches += Array(repeating: 0, count: count)
        var words = WordOpeners()
        let isOpenedByWords = choices.allSatisfy { words.add(openingOf: $0, &vocabulary) }
        if isOpenedByWords { openers.append(words) }
        operations.append(
            .choose(
                first: Int32(first), count: Int32(count), openers: isOpenedByWords ? Int32(openers.count - 1) : -1))
        var branch = first
        var jumps: [Int] = []
        func begin() {
            branches[branch] = Int32(operations.count)
            branch += 1
        }
        for phrase in phrases {
            begin()
            append(phrase, &vocabulary, lists)
            jumps.append(operations.count)
            operations.append(.accept)
        }
        if !set.isEmpty {
            begin()
            operations.append(.oneOf(setNumber))
            jumps.append(operations.count)
            operations.append(.accept)
        }
        while branch < first + count { begin() }
        for jump in jumps { operations[jump] = .jump(Int32(operations.count)) }
    }

    private static func openings(
        of items: [Pattern.Item], _ vocabulary: inout Vocabulary, _ lists: [String: Int]
    ) -> [Opening] {
        guard let first = items.first else { return [] }
        switch first {
        case .word, .reference: return opening(of: first, &vocabulary, lists).map { [$0] } ?? []
        case .gap, .separators: return []
        case .alternatives(let choices):
            var found: [Opening] = []
            for choice in choices { found += openings(of: choice, &vocabulary, lists) }
            return found
        case .optional(let inner):
            return openings(of: inner, &vocabulary, lists)
                + openings(of: Array(items.dropFirst()), &vocabulary, lists)
        }
    }

    private static func opening(
        of item: Pattern.Item, _ vocabulary: inout Vocabulary, _ lists: [String: Int]
    ) -> Opening? {
        switch item {
        case .word(let exact, let bare): .word(exact: vocabulary.number(of: exact), bare: vocabulary.number(of: bare))
        case .reference(let name): lists[name].map(Opening.list)
        default: nil
        }
    }
}

/// The words that can open one of several phrases, however they are written: a bit for each word number. Most places in
/// a text are passed over by it.
struct WordOpeners: Sendable {
    private var bits: [UInt64] = []

    /// Adds what can open the items; false where something else than a word can.
    mutating func add(openingOf items: [Pattern.Item], _ vocabulary: inout Vocabulary) -> Bool {
        switch items.first {
        case .word(let exact, let bare):
            WordChoice.insert(vocabulary.number(of: exact), into: &bits)
            WordChoice.insert(vocabulary.number(of: bare), into: &bits)
            return true
        case .alternatives(let choices):
            for choice in choices where !add(openingOf: choice, &vocabulary) { return false }
            return true
        case .optional(let inner):
            return add(openingOf: inner, &vocabulary) && add(openingOf: Array(items.dropFirst()), &vocabulary)
        case .reference, .gap, .separators, nil: return false
        }
    }

    func mayOpen(_ word: TokenWord) -> Bool {
        WordChoice.holds(word.exact, bits) || WordChoice.holds(word.loose, bits)
    }
}

/// A set of words, asked for often: a bit for each word number.
struct WordChoice: Sendable {
    private var exact: [UInt64] = []
    private var bare: [UInt64] = []

    var isEmpty: Bool { exact.isEmpty }

    mutating func add(exact number: WordNumber, bare bareNumber: WordNumber) {
        WordChoice.insert(number, into: &exact)
        WordChoice.insert(bareNumber, into: &bare)
    }

    func contains(_ word: TokenWord) -> Bool {
        WordChoice.holds(word.exact, exact) || WordChoice.holds(word.loose, bare)
    }

    fileprivate static func insert(_ number: WordNumber, into bits: inout [UInt64]) {
        let index = Int(number) >> 6
        if index >= bits.count { bits += Array(repeating: 0, count: index + 1 - bits.count) }
        bits[index] |= 1 << UInt64(number & 63)
    }

    fileprivate static func holds(_ number: WordNumber, _ bits: [UInt64]) -> Bool {
        guard number >= 0, Int(number) >> 6 < bits.count else { return false }
        return bits[Int(number) >> 6] & (1 << UInt64(number & 63)) != 0
    }
}
