/// The linter: the rules, compiled once, held against any number of texts.
///
/// A value without state; it may be used from many tasks at once.
public struct Safeguard: Sendable {
    /// Names what the program itself does with the rules: how it reads words, names, numbers and sentences. One more with
    /// every change that lets it find otherwise, so that what was approved before is held against the rules anew.
    public static let engine = "engine 2"

    public let rules: SafeguardingRules
    private let reader: WordReader
    private let formWords: FormWords
    private let lists: [CompiledList]
    private let patterns: RulePatterns
    private let stepNumber: Int
    private let stepLists: [Int]
    private let contexts: [CompiledPatternContext]
    private let clauses: [CompiledClause]
    private let readingLists: ReadingLists
    private let secondReading: SecondReading?
    private let ruleLists: RuleLists

    /// - Parameters:
    ///   - helpLines: the lines in use and those that are not any more.
    ///   - today: the day on which a line's validity is judged; nil judges by whether it has an end.
    public init(
        rules: SafeguardingRules, helpLines: [HelpLine], today: Day? = nil
    ) throws(SafeguardingRulesError) {
        let byName = Dictionary(rules.words.map { ($0.id, $0) }) { first, _ in first }
        if let missing = SafeguardingRules.requiredLists.first(where: { byName[$0] == nil }) {
            throw .missingList(missing)
        }
        if let missing = SafeguardingRuleID.allCases.first(where: { rules[$0] == nil }) { throw .missingRule(missing) }
        var compiler = RuleCompiler(rules)
        var lists: [CompiledList] = []
        for list in try ListOrder.sorted(rules.words) { lists.append(try compiler.list(list)) }
        var clauses: [CompiledClause] = []
        for (number, rule) in rules.rules.enumerated() {
            for clause in rule.clauses { clauses.append(try compiler.clause(clause, of: rule, number: number)) }
        }
        self.rules = rules
        self.lists = lists
        self.clauses = clauses
        contexts = compiler.contexts
        readingLists = ReadingLists(compiler.numbers)
        ruleLists = RuleLists(rules, numbers: compiler.numbers)
        do throws(SecondReadingError) {
            secondReading = try rules.secondReading.map { text throws(SecondReadingError) in
                SecondReading(try SecondReadingWeights(text))
            }
        } catch {
            throw .secondReading(error)
        }
        stepNumber = compiler.numbers[WordForm.steps.rawValue] ?? 0
        stepLists = StepSequence.lists.compactMap { compiler.numbers[$0] }
        formWords = FormWords(
            surnames: compiler.words(of: byName[FormWords.surnameList]),
            givenNames: compiler.words(of: byName[FormWords.givenNameList]),
            notNames: compiler.words(of: byName[FormWords.notNameList]),
            nameParts: compiler.words(of: byName[FormWords.namePartList]),
            beforeNames: compiler.words(of: byName[FormWords.beforeNameList]),
            doubleLetters: compiler.words(of: byName[FormWords.doubleLetterList]),
            abbreviations: compiler.words(of: byName[WordReader.abbreviationList]).exact,
            numberWords: NumberWords(&compiler.vocabulary),
            lines: LineNumbers(helpLines, today: today))
        reader = WordReader(rules, byName, &compiler)
        // Last, once every word has its number.
        patterns = compiler.builder.patterns
    }

    /// Everything in the text that breaks a rule, in the order of parts and places.
    ///
    /// - Parameter ids: the rules it is held against; nil for all of them.
    public func findings(in text: CheckedText, of ids: Set<SafeguardingRuleID>? = nil) -> [Finding] {
        let tokenized = TokenizedText(parts: text.parts.map(\.text), reader: reader)
        var search = searched(tokenized, for: tokenized.isTooLongForSecondReading ? ids : nil)
        var found = [[RuleMatch]](repeating: [], count: rules.rules.count)
        let isAsked = { (id: SafeguardingRuleID) in ids?.contains(id) ?? true }
        let applying = rules.rules.map { isAsked($0.id) && $0.applies(to: text) }
        for clause in clauses where applying[clause.rule] {
            found[clause.rule] += search.matches(of: clause)
        }
        var reporter = FindingReporter(text: text, tokens: tokenized.tokens)
        var inWords: [Finding] = []
        for (rule, matches) in found.enumerated() where !matches.isEmpty {
            inWords += reporter.findings(matches, of: rules.rules[rule])
        }
        if let secondReading, let features = features(of: text, tokenized, search.matcher.lists) {
            inWords = secondReading.complemented(inWords, in: text, tokenized, features: features, rules: rules)
                .filter { isAsked($0.rule) }
        }
        let showsPictures = !text.pictures.isEmpty && isAsked(.pictureOfChild)
        return reporter.inOrder(inWords) + (showsPictures ? reporter.pictures(rules[.pictureOfChild]) : [])
    }

    /// Forms and lists, found in a text.
    ///
    /// - Parameter ids: the rules that are asked about it; nil finds everything, as the second reading needs it.
    private func searched(_ tokenized: TokenizedText, for ids: Set<SafeguardingRuleID>? = nil) -> RuleSearch {
        let needed = ids.map(ruleLists.needed)
        var search = RuleSearch(matcher: Matcher(text: tokenized, patterns: patterns), contexts: contexts)
        let forms = FormSearch(text: tokenized, words: formWords)
        for (number, form) in WordForm.allCases.enumerated() where needed?.contains(number) ?? true {
            search.matcher.keep(forms.mentions(of: form), as: number)
        }
        for list in lists where needed?.contains(list.number) ?? true { search.find(list) }
        guard needed?.contains(stepNumber) ?? true else { return search }
        let words = stepLists.map { search.matcher.lists[$0] }
        let steps = StepSequence(text: tokenized, words: words, numberWords: formWords.numberWords).mentions()
        search.matcher.keep(steps, as: stepNumber)
        return search
    }

    /// What the second reading weighs in a text; nil where it is shorter or longer than those that were learnt from.
    private func features(
        of text: CheckedText, _ tokenized: TokenizedText, _ mentions: [Mentions]
    ) -> ReadingFeatures? {
        guard !tokenized.isTooLongForSecondReading else { return nil }
        let words = ReadingWords(text)
        guard SecondReadingWeights.words.contains(words.count) else { return nil }
        return ReadingFeatures(words, readingLists, in: tokenized, mentions)
    }

    /// Whether a text is neither too short nor too long for a second reading.
    public func isReadTwice(_ text: CheckedText) -> Bool {
        SecondReadingWeights.words.contains(ReadingWords(text).count)
    }

    /// Learns a second reading of the rules that block. The same texts in the same order lead to the same weights.
    public func learnSecondReading(from texts: [LearningText]) -> SecondReadingWeights {
        let learner = SecondReadingLearner(
            texts.map { learning in
                let tokenized = TokenizedText(parts: learning.text.parts.map(\.text), reader: reader)
                let mentions = searched(tokenized).matcher.lists
                return (learning, features(of: learning.text, tokenized, mentions))
            })
        return learner.weights(for: rules.rules.filter { $0.level == .block })
    }
}

extension TokenizedText {
    /// Cutting an article into words would take longer than seeing that it is one.
    fileprivate var isTooLongForSecondReading: Bool { tokens.count > 4 * SecondReadingWeights.words.upperBound }
}
