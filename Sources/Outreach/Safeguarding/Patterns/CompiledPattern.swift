/// A pattern with numbers in place of words and names.
struct CompiledPattern: Sendable {
    indirect enum Node: Sendable {
        case word(exact: WordNumber, bare: WordNumber)
        case list(Int)
        case gap(Int)
        case separators
        case alternatives([[Node]])
        case optional([Node])
    }

    /// What a match can begin with.
    enum Opening: Sendable {
        case word(exact: WordNumber, bare: WordNumber)
        case list(Int)
    }

    let nodes: [Node]
    let openings: [Opening]

    /// - Parameter lists: the numbers of the lists by name; every reference must be among them.
    init(_ pattern: Pattern, vocabulary: inout Vocabulary, lists: [String: Int]) {
        nodes = CompiledPattern.nodes(pattern.items, &vocabulary, lists)
        openings = CompiledPattern.openings(of: nodes)
    }

    private static func nodes(
        _ items: [Pattern.Item], _ vocabulary: inout Vocabulary, _ lists: [String: Int]
    ) -> [Node] {
        items.compactMap { item in
            switch item {
            case .word(let exact, let bare):
                .word(exact: vocabulary.number(of: exact), bare: vocabulary.number(of: bare))
            case .reference(let name): lists[name].map(Node.list)
            case .gap(let count): .gap(count)
            case .separators: .separators
            case .alternatives(let choices):
                .alternatives(choices.map { nodes($0, &vocabulary, lists) })
            case .optional(let inner): .optional(nodes(inner, &vocabulary, lists))
            }
        }
    }

    private static func openings(of nodes: [Node]) -> [Opening] {
        guard let first = nodes.first else { return [] }
        switch first {
        case .word(let exact, let bare): return [.word(exact: exact, bare: bare)]
        case .list(let list): return [.list(list)]
        case .gap, .separators: return []
        case .alternatives(let choices): return choices.flatMap(openings)
        case .optional(let inner): return openings(of: inner) + openings(of: Array(nodes.dropFirst()))
        }
    }
}
