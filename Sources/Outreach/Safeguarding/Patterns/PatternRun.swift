/// One pattern held against one text. It goes through pointers, for most of the time of the rules is spent here, and
/// counting references to arrays was much of it; it must not outlive what they point into.
struct PatternRun {
    let program: CompiledPattern.Program
    let words: UnsafeBufferPointer<TokenWord>
    let lists: UnsafeBufferPointer<Mentions>

    /// Where a match goes on to from an operation, or -1. What is optional is taken where it can be; gaps are as short
    /// as they can be.
    ///
    /// - Parameter limit: where the sentence ends.
    func end(from first: Int, at place: Int, before limit: Int) -> Int {
        var operation = first
        var position = place
        while true {
            switch program.operations[operation] {
            case .word(let exact, let bare):
                guard position < limit, words[position].exact == exact || words[position].loose == bare else {
                    return -1
                }
                position += 1
                operation += 1
            case .oneOf(let set):
                guard position < limit, program.sets[Int(set)].contains(words[position]) else { return -1 }
                position += 1
                operation += 1
            case .list(let list):
                return position < limit ? end(after: Int(list), operation + 1, at: position, before: limit) : -1
            case .gap(let widest): return end(within: widest, operation + 1, at: position, before: limit)
            case .separators:
                while position < words.count, words[position].isSeparator { position += 1 }
                operation += 1
            case .choose(let branch, let count, let openers):
                if openers >= 0 {
                    guard position < limit, program.openers[Int(openers)].mayOpen(words[position]) else { return -1 }
                }
                for choice in Int(branch)..<Int(branch + count) {
                    let end = end(from: Int(program.branches[choice]), at: position, before: limit)
                    if end >= 0 { return end }
                }
                return -1
            case .jump(let target): operation = Int(target)
            case .accept: return position
            }
        }
    }

    /// Goes on behind a mention of a list that begins here, the longest first.
    private func end(after list: Int, _ operation: Int, at position: Int, before limit: Int) -> Int {
        guard lists[list].begin(at: position) else { return -1 }
        var index = lists[list].lastIndex(at: position)
        while index >= 0, lists[list].ranges[index].lowerBound == position {
            let end = end(from: operation, at: lists[list].ranges[index].upperBound, before: limit)
            if end >= 0 { return end }
            index -= 1
        }
        return -1
    }

    private func end(within widest: Int32, _ operation: Int, at place: Int, before limit: Int) -> Int {
        var position = place
        var passed = 0
        while true {
            let end = end(from: operation, at: position, before: limit)
            if end >= 0 { return end }
            guard position < limit else { return -1 }
            if !words[position].isSeparator { passed += 1 }
            guard passed <= widest else { return -1 }
            position += 1
        }
    }
}
