/// Adds patterns to a table, and gives their words numbers.
struct PatternCompiler {
    private(set) var table = PatternTable()
    var vocabulary = Vocabulary()
    /// The numbers of the lists by name.
    let lists: [String: Int]

    init(lists: [String: Int]) {
        self.lists = lists
    }

    /// - Parameter pattern: every list it refers to must be among the lists.
    mutating func add(_ pattern: Pattern) {
        let program = table.operations.count
        append(pattern.items)
        table.operations.append(.accept)
        let openings = add(Set(openings(of: pattern.items)))
        let firstNeed = table.needs.count
        for item in pattern.items {
            if let need = need(of: item) { table.needs.append(add(need)) }
        }
        table.entries.append(
            PatternTable.Entry(program: program, openings: openings, needs: firstNeed..<table.needs.count))
    }

    private mutating func add(_ openings: Set<PatternTable.Opening>) -> Range<Int> {
        let first = table.openings.count
        table.openings += openings
        return first..<table.openings.count
    }

    /// More choices than these tell little, for one of them stands nearly anywhere.
    private static let mostChoices = 12

    /// Of what one must stand in the sentence of a match; nil where the item can be passed without a word.
    private mutating func need(of item: Pattern.Item) -> Set<PatternTable.Opening>? {
        if let opening = opening(of: item) { return [opening] }
        guard case .alternatives(let choices) = item else { return nil }
        var found: Set<PatternTable.Opening> = []
        for choice in choices {
            // One word of each choice is enough; the last says more than the first: "đã bị hại".
            guard let need = choice.reversed().compactMap({ need(of: $0) }).first else { return nil }
            found.formUnion(need)
        }
        return found.count <= PatternCompiler.mostChoices ? found : nil
    }

    private mutating func append(_ items: [Pattern.Item]) {
        for item in items {
            switch item {
            case .word(let key):
                table.operations.append(
                    .word(exact: vocabulary.number(of: key.exact), bare: vocabulary.number(of: key.bare)))
            case .reference(let name): table.operations.append(.list(Int32(lists[name] ?? 0)))
            case .gap(let count): table.operations.append(.gap(Int32(count)))
            case .separators: table.operations.append(.separators)
            case .alternatives(let choices): append(choices: choices)
            case .optional(let inner): append(choices: [inner, []])
            }
        }
    }

    /// Choices that are single words become one; the others are tried one after the other.
    private mutating func append(choices: [[Pattern.Item]]) {
        let words = choices.filter { $0.count == 1 }.compactMap { PatternCompiler.word($0[0]) }
        let others = choices.filter { $0.count != 1 || PatternCompiler.word($0[0]) == nil }
        guard !others.isEmpty else { return append(oneOf: words) }
        // Longer phrases come first: "mẹ kế" before "mẹ"; leaving out what is optional comes last.
        let phrases = others.filter { !$0.isEmpty }
        let count = phrases.count + (words.isEmpty ? 0 : 1) + (others.count - phrases.count)
        let first = table.branches.count
        table.branches += Array(repeating: 0, count: count)
        table.operations.append(
            .choose(first: Int32(first), count: Int32(count), openers: openers(of: choices)))
        var branch = first
        var jumps: [Int] = []
        func begin() {
            table.branches[branch] = Int32(table.operations.count)
            branch += 1
        }
        for phrase in phrases {
            begin()
            append(phrase)
            jumps.append(table.operations.count)
            table.operations.append(.accept)
        }
        if !words.isEmpty {
            begin()
            append(oneOf: words)
            jumps.append(table.operations.count)
            table.operations.append(.accept)
        }
        while branch < first + count { begin() }
        for jump in jumps { table.operations[jump] = .jump(Int32(table.operations.count)) }
    }

    private mutating func append(oneOf keys: [WordKey]) {
        let exact = Set(keys.map { vocabulary.number(of: $0.exact) })
        let bare = Set(keys.map { vocabulary.number(of: $0.bare) })
        table.choices.append(WordChoice(exact: exact, bare: bare, in: &table.choiceWords))
        table.operations.append(.oneOf(Int32(table.choices.count - 1)))
    }

    private static func word(_ item: Pattern.Item) -> WordKey? {
        if case .word(let key) = item { key } else { nil }
    }

    /// The number of the words that can open one of the choices, however they are written; -1 where something else than
    /// a word can.
    private mutating func openers(of choices: [[Pattern.Item]]) -> Int32 {
        var words: Set<WordNumber> = []
        guard choices.allSatisfy({ add(openersOf: $0, to: &words) }) else { return -1 }
        table.choices.append(WordChoice(exact: words, bare: words, in: &table.choiceWords))
        return Int32(table.choices.count - 1)
    }

    private mutating func add(openersOf items: [Pattern.Item], to words: inout Set<WordNumber>) -> Bool {
        switch items.first {
        case .word(let key):
            words.formUnion([vocabulary.number(of: key.exact), vocabulary.number(of: key.bare)])
            return true
        case .alternatives(let choices):
            for choice in choices where !add(openersOf: choice, to: &words) { return false }
            return true
        case .optional(let inner):
            return add(openersOf: inner, to: &words) && add(openersOf: Array(items.dropFirst()), to: &words)
        case .reference, .gap, .separators, nil: return false
        }
    }

    private mutating func openings(of items: [Pattern.Item]) -> [PatternTable.Opening] {
        guard let first = items.first else { return [] }
        switch first {
        case .word, .reference: return opening(of: first).map { [$0] } ?? []
        case .gap, .separators: return []
        case .alternatives(let choices):
            var found: [PatternTable.Opening] = []
            for choice in choices { found += openings(of: choice) }
            return found
        case .optional(let inner): return openings(of: inner) + openings(of: Array(items.dropFirst()))
        }
    }

    private mutating func opening(of item: Pattern.Item) -> PatternTable.Opening? {
        switch item {
        case .word(let key): .word(exact: vocabulary.number(of: key.exact), bare: vocabulary.number(of: key.bare))
        case .reference(let name): lists[name].map(PatternTable.Opening.list)
        default: nil
        }
    }
}
