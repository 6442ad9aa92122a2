/// A place where a clause of a rule was found.
struct RuleMatch {
    let run: Range<Int>
    let suggestion: Message
}

/// The state of holding one text against the rules.
struct RuleSearch {
    var matcher: Matcher
    let contexts: [CompiledPatternContext]
    private var knownContexts: [Mentions?]

    init(matcher: Matcher, contexts: [CompiledPatternContext]) {
        self.matcher = matcher
        self.contexts = contexts
        knownContexts = Array(repeating: nil, count: contexts.count)
    }

    /// Finds a word list, so that what comes later can refer to it.
    mutating func find(_ list: CompiledList) {
        guard matcher.mayHold(list.patterns) else { return }
        let found = matcher.mentions(of: list.patterns)
        matcher.keep(found, as: list.number)
        guard !found.isEmpty else { return }
        let except = matcher.mentions(of: list.except)
        guard !except.isEmpty || !list.context.isEmpty else { return }
        let kept = Mentions(
            found.ranges.filter { !except.cover($0) && isIn(list.context, $0) }, tokens: matcher.text.tokens.count)
        matcher.keep(kept, as: list.number)
    }

    /// Where a clause is found in the surroundings it asks for.
    mutating func matches(of clause: CompiledClause) -> [RuleMatch] {
        guard matcher.mayHold(clause.find) else { return [] }
        var matches: [RuleMatch] = []
        for run in matcher.mentions(of: clause.find).ranges {
            if isIn(clause.context, run) { matches.append(RuleMatch(run: run, suggestion: clause.suggestion)) }
        }
        return matches
    }

    private mutating func isIn(_ context: CompiledContext, _ run: Range<Int>) -> Bool {
        for (window, patterns) in context.with where !stands(patterns, in: window, around: run) { return false }
        for (window, patterns) in context.unless where stands(patterns, in: window, around: run) { return false }
        return true
    }

    private mutating func stands(_ context: Int, in window: ContextWindow, around run: Range<Int>) -> Bool {
        guard let tokens = tokens(in: window, around: run) else { return false }
        if contexts[context].lists.contains(where: { matcher.lists[$0].stand(in: tokens, window) }) { return true }
        return mentions(of: context).stand(in: tokens, window)
    }

    private func tokens(in window: ContextWindow, around run: Range<Int>) -> Range<Int>? {
        if window == .span || window == .text { return run }
        let sentences = matcher.text.sentences
        let own = matcher.text.sentences(of: run)
        let (first, last) = (Int(own.lowerBound), Int(own.upperBound))
        let wanted: ClosedRange<Int> =
            switch window {
            case .before: (first - 1)...(first - 1)
            case .after: (last + 1)...(last + 1)
            case .near: max(0, first - 1)...min(last + 1, sentences.count - 1)
            case .wide: max(0, first - 2)...min(last + 2, sentences.count - 1)
            case .sentence, .span, .text: first...last
            }
        guard sentences.indices.contains(wanted.lowerBound), sentences.indices.contains(wanted.upperBound) else {
            return nil
        }
        return sentences[wanted.lowerBound].tokens.lowerBound..<sentences[wanted.upperBound].tokens.upperBound
    }

    private mutating func mentions(of context: Int) -> Mentions {
        if let known = knownContexts[context] { return known }
        let patterns = contexts[context].patterns
        let found = matcher.mayHold(patterns) ? matcher.mentions(of: patterns) : .none
        knownContexts[context] = found
        return found
    }
}

extension Mentions {
    /// Whether one of them stands in the tokens a window holds; anywhere where it is the text.
    fileprivate func stand(in tokens: Range<Int>, _ window: ContextWindow) -> Bool {
        !isEmpty && (window == .text || overlap(tokens))
    }
}
