/// A word list ready for matching.
struct CompiledList: Sendable {
    let number: Int
    let patterns: [CompiledPattern]
    let except: [CompiledPattern]
    let context: CompiledContext
}

/// The surroundings asked for; contexts are numbers of pattern sets that lists and clauses share.
struct CompiledContext: Sendable {
    let with: [(window: ContextWindow, context: Int)]
    let unless: [(window: ContextWindow, context: Int)]

    var isEmpty: Bool { with.isEmpty && unless.isEmpty }
}

/// A clause ready for matching.
struct CompiledClause: Sendable {
    let rule: Int
    let find: [CompiledPattern]
    let context: CompiledContext
    let suggestion: Message
}

/// Turns the rules' notation into numbers, once.
struct RuleCompiler {
    var vocabulary = Vocabulary()
    /// Forms and lists by name: forms first.
    private(set) var numbers: [String: Int] = [:]
    private(set) var contexts: [[CompiledPattern]] = []
    private var contextNumbers: [[String]: Int] = [:]

    init(_ rules: SafeguardingRules) {
        for form in WordForm.allCases { numbers[form.rawValue] = numbers.count }
        for list in rules.words where numbers[list.id] == nil { numbers[list.id] = numbers.count }
    }

    mutating func pattern(_ text: String, at place: String) throws(SafeguardingRulesError) -> CompiledPattern {
        let pattern: Pattern
        do { pattern = try Pattern(text) } catch {
            throw .pattern(place: place, pattern: text, error)
        }
        if let name = pattern.references.subtracting(numbers.keys).min() {
            throw .unknownList(place: place, name: name)
        }
        return CompiledPattern(pattern, vocabulary: &vocabulary, lists: numbers)
    }

    mutating func patterns(_ texts: [String], at place: String) throws(SafeguardingRulesError) -> [CompiledPattern] {
        var compiled: [CompiledPattern] = []
        for text in texts { compiled.append(try pattern(text, at: place)) }
        return compiled
    }

    /// - Throws: also where a list refers to steps, which are looked for when every list is found.
    mutating func list(_ list: WordList) throws(SafeguardingRulesError) -> CompiledList {
        let steps = WordForm.steps.rawValue
        if list.everyPattern.contains(where: { $0.contains("<\(steps)>") }) {
            throw .unknownList(place: list.id, name: steps)
        }
        return CompiledList(
            number: numbers[list.id] ?? 0, patterns: try patterns(list.patterns, at: list.id),
            except: try patterns(list.except, at: list.id), context: try context(list.context, at: list.id))
    }

    mutating func clause(
        _ clause: RuleClause, of rule: SafeguardingRule, number: Int
    ) throws(SafeguardingRulesError) -> CompiledClause {
        let place = rule.id.rawValue
        let suggestion = clause.suggestion ?? rule.suggestion
        return CompiledClause(
            rule: number, find: try patterns(clause.find, at: place), context: try context(clause.context, at: place),
            suggestion: Message(vi: suggestion.vi, en: suggestion.en))
    }

    private mutating func context(
        _ context: WordContext, at place: String
    ) throws(SafeguardingRulesError) -> CompiledContext {
        CompiledContext(with: try windows(context.with, at: place), unless: try windows(context.unless, at: place))
    }

    private mutating func windows(
        _ windows: [ContextWindow: [String]], at place: String
    ) throws(SafeguardingRulesError) -> [(window: ContextWindow, context: Int)] {
        var result: [(window: ContextWindow, context: Int)] = []
        for window in ContextWindow.allCases {
            guard let texts = windows[window] else { continue }
            result.append((window, try patternSet(texts, at: place)))
        }
        return result
    }

    private mutating func patternSet(_ texts: [String], at place: String) throws(SafeguardingRulesError) -> Int {
        if let known = contextNumbers[texts] { return known }
        contexts.append(try patterns(texts, at: place))
        contextNumbers[texts] = contexts.count - 1
        return contexts.count - 1
    }

    /// The words a list gives one by one.
    mutating func words(of list: WordList?) -> WordSet {
        let keys = (list?.patterns ?? []).map { WordKey(FoldedText($0).elements.map(\.scalar)) }
        return WordSet(
            exact: Set(keys.map { vocabulary.number(of: $0.exact) }),
            bare: Set(keys.map { vocabulary.number(of: $0.bare) }))
    }

    /// Short forms by the words they stand for.
    mutating func spellings(_ spellings: [String: String]) -> [WordNumber: [(exact: WordNumber, bare: WordNumber)]] {
        var result: [WordNumber: [(exact: WordNumber, bare: WordNumber)]] = [:]
        for (written, meant) in spellings {
            let words = meant.split(separator: " ").map { WordKey(FoldedText(String($0)).elements.map(\.scalar)) }
            let key = WordKey(FoldedText(written).elements.map(\.scalar))
            result[vocabulary.number(of: key.exact)] = words.map {
                (vocabulary.number(of: $0.exact), vocabulary.number(of: $0.bare))
            }
        }
        return result
    }
}

/// The order in which lists are found: each after those it uses.
enum ListOrder {
    static func sorted(_ lists: [WordList]) throws(SafeguardingRulesError) -> [WordList] {
        let byName = Dictionary(lists.map { ($0.id, $0) }) { first, _ in first }
        var done: Set<String> = []
        var path: Set<String> = []
        var result: [WordList] = []
        func visit(_ list: WordList) throws(SafeguardingRulesError) {
            guard !done.contains(list.id) else { return }
            guard path.insert(list.id).inserted else { throw .circle(list.id) }
            for name in uses(of: list).sorted() where name != list.id {
                if let other = byName[name] { try visit(other) }
            }
            path.remove(list.id)
            done.insert(list.id)
            result.append(list)
        }
        for list in lists { try visit(list) }
        return result
    }

    /// A list may name itself in its own exceptions, and only there.
    private static func uses(of list: WordList) -> Set<String> {
        let names = list.everyPattern.compactMap { try? Pattern($0).references }
        return names.reduce(into: []) { all, more in
            all.formUnion(more)
        }
    }
}
