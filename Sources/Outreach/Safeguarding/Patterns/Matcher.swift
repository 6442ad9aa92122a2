/// Finds patterns in one text; what lists were found before is at hand under their numbers.
struct Matcher {
    let text: TokenizedText
    var lists: [Mentions]

    /// Every place where one of the patterns is found.
    func mentions(of patterns: [CompiledPattern]) -> Mentions {
        var found: [Range<Int>] = []
        for pattern in patterns {
            for opening in pattern.openings {
                forEachPlace(of: opening) { start in
                    if let end = end(of: pattern, from: start) { found.append(start..<end) }
                }
            }
        }
        return Mentions(found)
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

    private func end(of pattern: CompiledPattern, from start: Int) -> Int? {
        var result: Int?
        _ = match(pattern.nodes[...], at: start, isFirst: true) { end in
            result = end
            return true
        }
        return result
    }

    /// Tries the nodes in order and gives each end to `accept` until it takes one. What is optional is taken where it
    /// can be; gaps are as short as they can be.
    private func match(
        _ nodes: ArraySlice<CompiledPattern.Node>, at position: Int, isFirst: Bool, _ accept: (Int) -> Bool
    ) -> Bool {
        guard let node = nodes.first else { return accept(position) }
        let rest = nodes.dropFirst()
        switch node {
        case .word(let exact, let bare):
            guard isReachable(position, isFirst), matches(position, exact, bare) else { return false }
            return match(rest, at: position + 1, isFirst: false, accept)
        case .list(let list):
            guard isReachable(position, isFirst) else { return false }
            return lists[list].anyEnd(from: position) { match(rest, at: $0, isFirst: false, accept) }
        case .gap(let widest): return matchGap(widest, rest, at: position, accept)
        case .separators:
            return match(rest, at: skippingSeparators(position), isFirst: isFirst, accept)
        case .alternatives(let choices):
            return choices.contains { choice in
                match(choice[...], at: position, isFirst: isFirst) { end in
                    match(rest, at: end, isFirst: isFirst && end == position, accept)
                }
            }
        case .optional(let inner):
            let isTaken = match(inner[...], at: position, isFirst: isFirst) { end in
                match(rest, at: end, isFirst: false, accept)
            }
            return isTaken || match(rest, at: position, isFirst: isFirst, accept)
        }
    }

    private func matchGap(
        _ widest: Int, _ rest: ArraySlice<CompiledPattern.Node>, at position: Int, _ accept: (Int) -> Bool
    ) -> Bool {
        var next = position
        var words = 0
        while true {
            if match(rest, at: next, isFirst: false, accept) { return true }
            guard next < text.tokens.count, isReachable(next, false) else { return false }
            if text.tokens[next].kind != .separator { words += 1 }
            guard words <= widest else { return false }
            next += 1
        }
    }

    private func matches(_ position: Int, _ exact: WordNumber, _ bare: WordNumber) -> Bool {
        let token = text.tokens[position]
        return token.exactWord == exact || (token.traits.contains(.bare) && token.bareWord == bare)
    }

    /// A pattern stays in the sentence it began in.
    private func isReachable(_ position: Int, _ isFirst: Bool) -> Bool {
        guard position < text.tokens.count else { return false }
        return isFirst || position == 0 || text.tokens[position].sentence == text.tokens[position - 1].sentence
    }

    private func skippingSeparators(_ position: Int) -> Int {
        var next = position
        while next < text.tokens.count, text.tokens[next].kind == .separator { next += 1 }
        return next
    }
}
