/// Which forms and word lists each rule asks for, by itself and through other lists: a text that is held against a few
/// rules is searched for theirs alone.
struct RuleLists: Sendable {
    private let numbers: [SafeguardingRuleID: Set<Int>]

    /// - Parameter numbers: those of all forms and lists.
    init(_ rules: SafeguardingRules, numbers: [String: Int]) {
        var uses = Dictionary(
            rules.words.map { ($0.id, RuleLists.names(in: $0.everyPattern)) }, uniquingKeysWith: { $0.union($1) })
        // The program looks these up by itself where it looks for steps.
        uses[WordForm.steps.rawValue] = Set(StepSequence.lists)
        var found: [SafeguardingRuleID: Set<Int>] = [:]
        for rule in rules.rules {
            var known: Set<String> = []
            var open = RuleLists.names(in: rule.clauses.flatMap { $0.find + $0.context.everyPattern })
            while let name = open.popFirst() {
                guard known.insert(name).inserted else { continue }
                open.formUnion(uses[name] ?? [])
            }
            found[rule.id, default: []].formUnion(known.compactMap { numbers[$0] })
        }
        self.numbers = found
    }

    /// The numbers of what these rules ask for.
    func needed(by rules: Set<SafeguardingRuleID>) -> Set<Int> {
        rules.reduce(into: []) { $0.formUnion(numbers[$1] ?? []) }
    }

    /// The names between angle brackets; reading the patterns themselves for them would take longer.
    private static func names(in patterns: [String]) -> Set<String> {
        var names: Set<String> = []
        for pattern in patterns where pattern.utf8.contains(UInt8(ascii: "<")) {
            for piece in pattern.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
                names.insert(String(piece.prefix { $0 != ">" }))
            }
        }
        return names
    }
}
