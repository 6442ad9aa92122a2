/// All patterns of the rules, ready for matching: phrases in a tree, the others in a table.
struct RulePatterns: Sendable {
    let phrases: PhraseTree
    let table: PatternTable
    let triggers: PatternTriggers
    /// How many sets of patterns there are.
    let sets: Int
    /// How many lists and forms there are.
    let lists: Int
}

/// Sorts patterns into the tree and the table.
struct RulePatternsBuilder {
    private var phrases = PhraseTree()
    private var compiler: PatternCompiler
    private var sets = 0

    /// - Parameter lists: the numbers of lists and forms by name.
    init(lists: [String: Int]) {
        compiler = PatternCompiler(lists: lists)
    }

    var vocabulary: Vocabulary {
        get { compiler.vocabulary }
        _modify { yield &compiler.vocabulary }
    }

    var patterns: RulePatterns {
        RulePatterns(
            phrases: phrases, table: compiler.table,
            triggers: PatternTriggers(compiler.table, words: compiler.vocabulary.count), sets: sets,
            lists: compiler.lists.count)
    }

    mutating func add(_ patterns: [Pattern]) -> PatternSet {
        let first = compiler.table.entries.count
        for pattern in patterns {
            if let words = pattern.words {
                phrases.add(
                    words.map { (compiler.vocabulary.number(of: $0.exact), compiler.vocabulary.number(of: $0.bare)) },
                    set: sets)
            } else {
                compiler.add(pattern)
            }
        }
        sets += 1
        return PatternSet(number: sets - 1, patterns: first..<compiler.table.entries.count)
    }
}

extension Pattern {
    /// Its words where it is nothing but words in a row.
    fileprivate var words: [WordKey]? {
        var words: [WordKey] = []
        for item in items {
            guard case .word(let key) = item else { return nil }
            words.append(key)
        }
        return words
    }
}
