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
    /// What phrases of each set stand in the text, and which sets have any.
    private let phrases: [[MentionRun]]
    private let setsWithPhrases: PatternMarks
    /// The patterns of the table that its words leave possible.
    private let marks: PatternMarks
    private(set) var lists: [Mentions]
    /// The sentences in which mentions of each list begin.
    private var sentencesOfLists: [SentenceSet]

    init(text: TokenizedText, patterns: RulePatterns) {
        self.text = text
        table = patterns.table
        lists = Array(repeating: .none, count: patterns.lists)
        sentencesOfLists = Array(repeating: .none, count: patterns.lists)
        var phrases = [[MentionRun]](repeating: [], count: patterns.sets)
        var setsWithPhrases = PatternMarks(count: patterns.sets)
        patterns.phrases.forEachPhrase(in: text.words) { set, run in
            phrases[set].append(run)
            setsWithPhrases.insert(set)
        }
        self.phrases = phrases
        self.setsWithPhrases = setsWithPhrases
        marks = patterns.triggers.marks(in: text)
    }

    /// Keeps what was found of a list or form for the patterns that refer to it.
    mutating func keep(_ mentions: Mentions, as list: Int) {
        lists[list] = mentions
        var sentences = SentenceSet.none
        for range in mentions.ranges { sentences.insert(text.words[range.lowerBound]) }
        sentencesOfLists[list] = sentences
    }

    /// Whether one of the patterns may be found at all; most are not, which is seen without asking further.
    func mayHold(_ set: PatternSet) -> Bool {
        setsWithPhrases.contains(set.number) || marks.first(in: set.patterns) != nil
    }

    /// Every place where one of the patterns is found.
    func mentions(of set: PatternSet) -> Mentions {
        var found = phrases[set.number]
        if let first = marks.first(in: set.patterns) { addMatches(of: set.patterns, from: first, to: &found) }
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
                        let sentences = sentences(with: entry.needs)
                        if !sentences.isEmpty {
                            for opening in entry.openings {
                                add(run, entry.program, from: table.openings[opening], in: sentences, to: &found)
                            }
                        }
                        next = marks.first(in: (pattern + 1)..<patterns.upperBound)
                    }
                }
            }
        }
    }

    /// What a pattern finds where it may begin; it stays in the sentence it began in.
    private func add(
        _ run: PatternRun, _ program: Int, from opening: PatternTable.Opening, in sentences: SentenceSet,
        to found: inout [MentionRun]
    ) {
        forEachPlace(of: opening) { start in
            guard sentences.contains(run.words[start]) else { return }
            let end = run.end(of: program, at: start)
            if end > start { found.append(MentionRun(start..<end)) }
        }
    }

    /// The sentences that hold everything a pattern cannot do without: most ask for words that the text does not have,
    /// or has far from each other.
    private func sentences(with needs: Range<Int>) -> SentenceSet {
        var common = SentenceSet.all
        for need in needs {
            var found = SentenceSet.none
            for opening in table.needs[need] { found.formUnion(sentences(with: table.openings[opening])) }
            common.formIntersection(found)
            if common.isEmpty { break }
        }
        return common
    }

    private func sentences(with opening: PatternTable.Opening) -> SentenceSet {
        opening.list >= 0
            ? sentencesOfLists[Int(opening.list)] : text.sentences(exact: opening.exact, bare: opening.bare)
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
