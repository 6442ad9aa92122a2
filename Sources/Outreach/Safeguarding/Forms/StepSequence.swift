/// Steps in order, however they are counted: bước 1, bước 2; 1. 2. 3.; đầu tiên, sau đó, cuối cùng.
struct StepSequence {
    static let lists = ["step-word", "step-first", "step-next", "step-last"]

    /// Sentences that may lie between two steps.
    private static let reach: Int32 = 2

    let text: TokenizedText
    /// Mentions of the four lists, in their order.
    let words: [Mentions]
    let numberWords: NumberWords

    /// From the first step to the end of the sentence of the last.
    func mentions() -> Mentions {
        let runs = (numbered() + ordered()).map { run in
            let last = text.tokens[run.upperBound].sentence
            return run.lowerBound..<text.sentences[Int(last)].tokens.upperBound
        }
        return Mentions(runs, tokens: text.tokens.count)
    }

    /// First and last place of each run of numbers 1, 2, 3 …
    private func numbered() -> [ClosedRange<Int>] {
        var runs: [ClosedRange<Int>] = []
        var start: Int?
        var last = 0
        var value = 0
        for index in text.tokens.indices {
            guard let number = stepNumber(index) else { continue }
            if number == value + 1, start != nil, isNear(last, index) {
                (last, value) = (index, number)
            } else {
                if let start, value > 2 { runs.append(start...last) }
                start = number == 1 ? index : nil
                (last, value) = (index, number == 1 ? 1 : 0)
            }
        }
        if let start, value > 2 { runs.append(start...last) }
        return runs
    }

    /// "bước 2", "bước hai", "B2", "②", "2." or "2)" where a sentence or a clause begins.
    private func stepNumber(_ index: Int) -> Int? {
        let token = text.tokens[index]
        let isCounted = index > 0 && words[0].overlap((index - 1)..<index)
        guard token.isNumber else { return isCounted ? numberWords.digit(token) : nil }
        guard token.length <= 2, NumberForm.isAlone(index, in: text.tokens) else { return nil }
        if isCounted || token.traits.contains(.disguised) { return token.value }
        let opensClause =
            index == 0 || text.sentence(of: index).tokens.lowerBound == index
            || text.tokens[index - 1].kind == .separator || text.tokens[index - 1].traits.contains(.dotBehind)
        return token.traits.contains(.dotBehind) && opensClause ? token.value : nil
    }

    /// First and last place of runs like "đầu tiên … tiếp theo … cuối cùng".
    private func ordered() -> [ClosedRange<Int>] {
        words[1].ranges.compactMap { first in
            let later = Mentions(words[2].ranges + words[3].ranges, tokens: text.tokens.count).ranges
            var last = first.lowerBound
            var count = 1
            for mention in later where mention.lowerBound >= first.upperBound {
                guard isNear(last, mention.lowerBound) else { break }
                last = mention.lowerBound
                count += 1
            }
            return count > 2 ? first.lowerBound...last : nil
        }
    }

    private func isNear(_ left: Int, _ right: Int) -> Bool {
        text.tokens[right].sentence - text.tokens[left].sentence <= StepSequence.reach
    }
}
