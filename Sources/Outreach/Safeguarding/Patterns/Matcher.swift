/// Patterns that mean one thing together: those of a list, of its exceptions, of a clause, or of a context.
struct PatternSet: Sendable {
    /// The number under which its phrases are found.
    let number: Int
    /// Its other patterns, in the table.
    let patterns: Range<Int>
}

/// Finds sets of patterns in one text; what lists were found before is at hand under their numbers.
struct Matcher {
    let text: TokenizedText
    let table: PatternTable
    /// What phrases of each set stand in the text.
    private let phrases: [[MentionRun]]
    /// The patterns of the table that its words leave possible.
    private let marks: PatternMarks
    private(set) var lists: [Mentions]
    private var isFound: [Bool]

    init(text: TokenizedText, patterns: RulePatterns) {
        self.text = text
        table = patterns.table
        lists = Array(repeating: .none, count: patterns.lists)
        isFound = Array(repeating: false, count: patterns.lists)
        var phrases = [[MentionRun]](repeating: [], count: patterns.sets)
        patterns.phrases.forEachPhrase(in: text.words) { set, run in phrases[set].append(run) }
        self.phrases = phrases
        marks = patterns.triggers.marks(in: text)
    }

    /// Keeps what was found of a list or form for the patterns that refer to it.
    mutating func keep(_ mentions: Mentions, as list: Int) {
        lists[list] = mentions
        isFound[list] = !mentions.isEmpty
    }

    /// Every place where one of the patterns is found.
    func mentions(of set: PatternSet) -> Mentions {
        var found = phrases[set.number]
        if let first = nextPossible(in: set.patterns) {
            addMatches(of: set.patterns, from: first, to: &found)
        }
        return found.isEmpty ? .none : Mentions(found, tokens: text.tokens.count)
    }

    private func addMatches(of patterns: Range<Int>, from first: Int, to found: inout [MentionRun]) {
        table.withPrograms { programs in
            text.words.withUnsafeBufferPointer { words in
                lists.withUnsafeBufferPointer { lists in
                    let run = PatternRun(programs: programs, words: words, lists: lists)
                    var next: Int? = first
                    while let pattern = next {
                        let entry = table.entries[pattern]
                        for opening in entry.openings {
                            add(run, entry.program, from: table.openings[opening], to: &found)
                        }
                        next = nextPossible(in: (pattern + 1)..<patterns.upperBound)
                    }
                }
            }
        }
    }

    /// What a pattern finds where it may begin; it stays in the sentence it began in.
    private func add(
        _ run: PatternRun, _ program: Int, from opening: PatternTable.Opening, to found: inout [MentionRun]
    ) {
        forEachPlace(of: opening) { start in
            let end = run.end(of: program, at: start)
            if end > start { found.append(MentionRun(start..<end)) }
        }
    }

    /// Most patterns ask for words that the text does not have.
    private func nextPossible(in patterns: Range<Int>) -> Int? {
        var start = patterns.lowerBound
        while let next = marks.first(in: start..<patterns.upperBound) {
            if isPossible(next) { return next }
            start = next + 1
        }
        return nil
    }

    /// Whether everything a pattern cannot do without stands somewhere.
    private func isPossible(_ pattern: Int) -> Bool {
        for need in table.entries[pattern].needs where !isThere(table.openings[need]) { return false }
        return true
    }

    private func isThere(_ opening: PatternTable.Opening) -> Bool {
        opening.list >= 0 ? isFound[Int(opening.list)] : text.holds(exact: opening.exact, bare: opening.bare)
    }

    private func forEachPlace(of opening: PatternTable.Opening, _ body: (Int) -> Void) {
        guard opening.list >= 0 else {
            return text.forEachPlace(exact: opening.exact, bare: opening.bare, body)
        }
        var last = -1
        for range in lists[Int(opening.list)].ranges where range.lowerBound != last {
            last = range.lowerBound
            body(last)
        }
    }
}
