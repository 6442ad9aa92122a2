/// A word list ready for matching.
struct CompiledList: Sendable {
    let number: Int
    let patterns: PatternSet
    let except: PatternSet
    let context: CompiledContext
}

/// Patterns of which one must, or none may, stand around something found.
struct CompiledPatternContext: Sendable {
    /// Lists that are asked for as they are; where they stand is known already.
    let lists: [Int]
    let patterns: PatternSet
}

/// The surroundings asked for; contexts are numbers of sets of patterns that lists and clauses share.
struct CompiledContext: Sendable {
    let with: [(window: ContextWindow, context: Int)]
    let unless: [(window: ContextWindow, context: Int)]

    var isEmpty: Bool { with.isEmpty && unless.isEmpty }
}

/// A clause ready for matching.
struct CompiledClause: Sendable {
    let rule: Int
    let find: PatternSet
    let context: CompiledContext
    let suggestion: Message
}

/// Turns the rules' notation into numbers, once.
struct RuleCompiler {
    private(set) var builder: RulePatternsBuilder
    /// Forms and lists by name: forms first.
    let numbers: [String: Int]
    private(set) var contexts: [CompiledPatternContext] = []
    private var contextNumbers: [[String]: Int] = [:]

    var vocabulary: Vocabulary {
        get { builder.vocabulary }
        _modify { yield &builder.vocabulary }
    }

    init(_ rules: SafeguardingRules) {
        var numbers: [String: Int] = [:]
        for form in WordForm.allCases { numbers[form.rawValue] = numbers.count }
        for list in rules.words where numbers[list.id] == nil { numbers[list.id] = numbers.count }
        self.numbers = numbers
        builder = RulePatternsBuilder(lists: numbers)
    }

    private func pattern(_ text: String, at place: String) throws(SafeguardingRulesError) -> Pattern {
        let pattern: Pattern
        do { pattern = try Pattern(text) } catch {
            throw .pattern(place: place, pattern: text, error)
        }
        let known = numbers
        if let name = pattern.references.filter({ known[$0] == nil }).min() {
            throw .unknownList(place: place, name: name)
        }
        return pattern
    }

    private func parsed(_ texts: [String], at place: String) throws(SafeguardingRulesError) -> [Pattern] {
        var patterns: [Pattern] = []
        for text in texts { patterns.append(try pattern(text, at: place)) }
        return patterns
    }

    private mutating func patterns(_ texts: [String], at place: String) throws(SafeguardingRulesError) -> PatternSet {
        builder.add(try parsed(texts, at: place))
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
        let patterns = try parsed(texts, at: place)
        contexts.append(
            CompiledPatternContext(
                lists: patterns.compactMap(\.wholeReference).compactMap { numbers[$0] },
                patterns: builder.add(patterns.filter { $0.wholeReference == nil })))
        contextNumbers[texts] = contexts.count - 1
        return contexts.count - 1
    }

    /// The words a list gives one by one.
    mutating func words(of list: WordList?) -> WordSet {
        let keys = (list?.patterns ?? []).map { WordKey(FoldedText($0).elements.map(\.scalar)) }
        return WordSet(
            exact: WordNumbers(keys.map { vocabulary.number(of: $0.exact) }),
            bare: WordNumbers(keys.map { vocabulary.number(of: $0.bare) }))
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

extension Pattern {
    /// The name of the list or form where it is nothing else.
    fileprivate var wholeReference: String? {
        if items.count == 1, case .reference(let name) = items[0] { name } else { nil }
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
        // Most patterns are words alone and need not be read for this.
        let names = list.everyPattern.filter { $0.utf8.contains(UInt8(ascii: "<")) }
            .compactMap { try? Pattern($0).references }
        return names.reduce(into: []) { all, more in
            all.formUnion(more)
        }
    }
}
