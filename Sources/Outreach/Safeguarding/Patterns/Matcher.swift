/// Finds patterns in one text; what lists were found before is at hand under their numbers.
struct Matcher {
    let text: TokenizedText
    var lists: [Mentions]

    /// Every place where one of the patterns is found.
    func mentions(of patterns: [CompiledPattern]) -> Mentions {
        var found: [Range<Int>] = []
        for pattern in patterns where pattern.needed.allSatisfy(isThere) {
            for opening in pattern.openings {
                forEachPlace(of: opening) { start in
                    let end = self.end(of: pattern, operation: 0, at: start, start: start)
                    if end > start { found.append(start..<end) }
                }
            }
        }
        return Mentions(found, tokens: text.tokens.count)
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

    /// Where a match goes on to from an operation, or -1. What is optional is taken where it can be; gaps are as short
    /// as they can be.
    private func end(of pattern: CompiledPattern, operation first: Int, at place: Int, start: Int) -> Int {
        var operation = first
        var position = place
        while true {
            switch pattern.operations[operation] {
            case .word(let exact, let bare):
                guard isReachable(position, start), matches(position, exact, bare) else { return -1 }
                position += 1
                operation += 1
            case .oneOf(let set):
                guard isReachable(position, start), pattern.sets[Int(set)].contains(text.tokens[position]) else {
                    return -1
                }
                position += 1
                operation += 1
            case .list(let list):
                guard isReachable(position, start) else { return -1 }
                var end = -1
                _ = lists[Int(list)].anyEnd(from: position) { mentionEnd in
                    end = self.end(of: pattern, operation: operation + 1, at: mentionEnd, start: start)
                    return end >= 0
                }
                return end
            case .gap(let widest): return gapEnd(pattern, operation + 1, widest: widest, from: position, start: start)
            case .separators:
                position = skippingSeparators(position)
                operation += 1
            case .choose(let branch, let count):
                for choice in Int(branch)..<Int(branch + count) {
                    let end = self.end(
                        of: pattern, operation: Int(pattern.branches[choice]), at: position, start: start)
                    if end >= 0 { return end }
                }
                return -1
            case .jump(let target): operation = Int(target)
            case .accept: return position
            }
        }
    }

    private func gapEnd(_ pattern: CompiledPattern, _ operation: Int, widest: Int32, from: Int, start: Int) -> Int {
        var position = from
        var words = 0
        while true {
            let end = self.end(of: pattern, operation: operation, at: position, start: start)
            if end >= 0 { return end }
            guard position < text.tokens.count, isReachable(position, start) else { return -1 }
            if text.tokens[position].kind != .separator { words += 1 }
            guard words <= widest else { return -1 }
            position += 1
        }
    }

    private func matches(_ position: Int, _ exact: WordNumber, _ bare: WordNumber) -> Bool {
        let token = text.tokens[position]
        return token.exactWord == exact || token.looseWord == bare
    }

    /// A pattern stays in the sentence it began in.
    private func isReachable(_ position: Int, _ start: Int) -> Bool {
        position < text.tokens.count && text.tokens[position].sentence == text.tokens[start].sentence
    }

    private func skippingSeparators(_ position: Int) -> Int {
        var next = position
        while next < text.tokens.count, text.tokens[next].kind == .separator { next += 1 }
        return next
    }
}
