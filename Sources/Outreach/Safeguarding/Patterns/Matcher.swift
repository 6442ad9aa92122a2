/// Finds patterns in one text; what lists were found before is at hand under their numbers.
struct Matcher {
    let text: TokenizedText
    var lists: [Mentions]

    /// Every place where one of the patterns is found.
    func mentions(of patterns: [CompiledPattern]) -> Mentions {
        var found: [Range<Int>] = []
        text.words.withUnsafeBufferPointer { words in
            lists.withUnsafeBufferPointer { lists in
                for pattern in patterns where pattern.needed.allSatisfy(isThere) {
                    pattern.withProgram { program in
                        let run = PatternRun(program: program, words: words, lists: lists)
                        for opening in pattern.openings { add(run, from: opening, to: &found) }
                    }
                }
            }
        }
        return Mentions(found, tokens: text.tokens.count)
    }

    /// What a pattern finds where it may begin; it stays in the sentence it began in.
    private func add(_ run: PatternRun, from opening: CompiledPattern.Opening, to found: inout [Range<Int>]) {
        forEachPlace(of: opening) { start in
            let end = run.end(from: 0, at: start, before: text.sentence(of: start).tokens.upperBound)
            if end > start { found.append(start..<end) }
        }
    }

    private func isThere(_ opening: CompiledPattern.Opening) -> Bool {
        switch opening {
        case .word(let exact, let bare): text.holds(exact: exact, bare: bare)
        case .list(let list): !lists[list].isEmpty
        }
    }

    private func forEachPlace(of opening: CompiledPattern.Opening, _ body: (Int) -> Void) {
        switch opening {
        case .word(let exact, let bare): text.forEachPlace(exact: exact, bare: bare, body)
        case .list(let list):
            var last = -1
            for range in lists[list].ranges where range.lowerBound != last {
                last = range.lowerBound
                body(last)
            }
        }
    }
}
