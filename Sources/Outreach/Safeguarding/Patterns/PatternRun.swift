/// Patterns held against one text. It goes through pointers, for most of the time of the rules is spent here, and
/// counting references to arrays was much of it; it must not outlive what they point into.
struct PatternRun {
    let programs: PatternTable.Programs
    let words: UnsafeBufferPointer<TokenWord>
    let lists: UnsafeBufferPointer<Mentions>

    /// Where a match of a program ends, or -1, at a place where one of its openings stands.
    func end(of program: Int, at place: Int) -> Int {
        let limit = Int(words[place].sentenceEnd)
        switch programs.operations[program] {
        case .word, .oneOf:
            // That word is its opening; whether the next one fits is seen without going further.
            guard mayGoOn(program + 1, at: place + 1, before: limit) else { return -1 }
            return end(from: program + 1, at: place + 1, before: limit)
        case .gap, .list, .separators, .choose, .jump, .accept: return end(from: program, at: place, before: limit)
        }
    }

    /// Where a match goes on to from an operation, or -1. What is optional is taken where it can be; gaps are as short
    /// as they can be.
    ///
    /// - Parameter limit: where the sentence ends.
    private func end(from first: Int, at place: Int, before limit: Int) -> Int {
        var operation = first
        var position = place
        while true {
            switch programs.operations[operation] {
            case .word(let exact, let bare):
                guard position < limit, words[position].exact == exact || words[position].loose == bare else {
                    return -1
                }
                position += 1
                operation += 1
            case .oneOf(let set):
                guard position < limit, programs.choices[Int(set)].contains(words[position], in: programs.choiceWords)
                else { return -1 }
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
                    guard position < limit,
                        programs.choices[Int(openers)].contains(words[position], in: programs.choiceWords)
                    else { return -1 }
                }
                for choice in Int(branch)..<Int(branch + count) {
                    let end = end(from: Int(programs.branches[choice]), at: position, before: limit)
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
        for index in lists[list].indices(at: position).reversed() {
            let end = end(from: operation, at: lists[list].ranges[index].upperBound, before: limit)
            if end >= 0 { return end }
        }
        return -1
    }

    private func end(within widest: Int32, _ operation: Int, at place: Int, before limit: Int) -> Int {
        var position = place
        var passed = 0
        while true {
            if mayGoOn(operation, at: position, before: limit) {
                let end = end(from: operation, at: position, before: limit)
                if end >= 0 { return end }
            }
            guard position < limit else { return -1 }
            if !words[position].isSeparator { passed += 1 }
            guard passed <= widest else { return -1 }
            position += 1
        }
    }

    /// Whether an operation can be passed here at all: behind a gap it seldom can, which is seen without trying.
    private func mayGoOn(_ operation: Int, at position: Int, before limit: Int) -> Bool {
        switch programs.operations[operation] {
        case .word(let exact, let bare):
            position < limit && (words[position].exact == exact || words[position].loose == bare)
        case .oneOf(let choice):
            position < limit && programs.choices[Int(choice)].contains(words[position], in: programs.choiceWords)
        case .choose(_, _, let openers) where openers >= 0:
            position < limit && programs.choices[Int(openers)].contains(words[position], in: programs.choiceWords)
        case .list(let list): position < limit && lists[Int(list)].begin(at: position)
        default: true
        }
    }
}
