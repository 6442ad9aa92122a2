/// Words in a row that are looked for, of all sets of patterns at once: most patterns are no more than that.
///
/// A tree with an edge for each word, walked from every word of a text; so it does not matter how many phrases there are,
/// only how many begin as the text does.
struct PhraseTree: Sendable {
    private struct Node: Sendable {
        /// The word that leads here.
        let exact: WordNumber
        /// The node beside it whose word has the same letters without marks, or -1.
        let nextOfBare: Int32
        /// The first of the sets a phrase of which ends here, or -1.
        var firstEnd: Int32 = -1
    }

    private var nodes = [Node(exact: Vocabulary.unknown, nextOfBare: -1)]
    private var ends: [(set: Int32, next: Int32)] = []
    private var edges = EdgeTable()

    /// Adds a phrase of a set.
    mutating func add(_ phrase: [(exact: WordNumber, bare: WordNumber)], set: Int) {
        var node: Int32 = 0
        for (depth, word) in phrase.enumerated() {
            if let known = edges[EdgeTable.key(node, word.exact)] {
                node = known
                continue
            }
            let child = Int32(nodes.count)
            let bareKey = EdgeTable.key(node, word.bare, isBare: true)
            nodes.append(Node(exact: word.exact, nextOfBare: edges[bareKey] ?? -1))
            edges[EdgeTable.key(node, word.exact)] = child
            // A word without marks is found already where it opens a phrase.
            if depth > 0 || word.bare != word.exact { edges[bareKey] = child }
            node = child
        }
        ends.append((Int32(set), nodes[Int(node)].firstEnd))
        nodes[Int(node)].firstEnd = Int32(ends.count - 1)
    }

    /// Calls `body` with every phrase of the text, as it is written or, where that is allowed, without its marks.
    func forEachPhrase(in words: [TokenWord], _ body: (_ set: Int, _ run: MentionRun) -> Void) {
        words.withUnsafeBufferPointer { words in
            for start in words.indices { walk(from: 0, start: start, position: start, words, body) }
        }
    }

    private func walk(
        from node: Int32, start: Int, position: Int, _ words: UnsafeBufferPointer<TokenWord>,
        _ body: (_ set: Int, _ run: MentionRun) -> Void
    ) {
        guard position < Int(words[start].sentenceEnd) else { return }
        let word = words[position]
        if word.exact >= 0, let child = edges[EdgeTable.key(node, word.exact)] {
            arrive(at: child, start: start, position: position + 1, words, body)
        }
        guard word.loose >= 0 else { return }
        var child = edges[EdgeTable.key(node, word.loose, isBare: true)] ?? -1
        while child >= 0 {
            if nodes[Int(child)].exact != word.exact {
                arrive(at: child, start: start, position: position + 1, words, body)
            }
            child = nodes[Int(child)].nextOfBare
        }
    }

    private func arrive(
        at node: Int32, start: Int, position: Int, _ words: UnsafeBufferPointer<TokenWord>,
        _ body: (_ set: Int, _ run: MentionRun) -> Void
    ) {
        var end = nodes[Int(node)].firstEnd
        while end >= 0 {
            body(Int(ends[Int(end)].set), MentionRun(start..<position))
            end = ends[Int(end)].next
        }
        walk(from: node, start: start, position: position, words, body)
    }
}

/// Where the edges of a tree lead, by node and word: a hash table with open addressing.
struct EdgeTable: Sendable {
    private static let empty = UInt64.max

    private var keys = [UInt64](repeating: EdgeTable.empty, count: 1024)
    private var values = [Int32](repeating: -1, count: 1024)
    private var count = 0

    static func key(_ node: Int32, _ word: WordNumber, isBare: Bool = false) -> UInt64 {
        UInt64(UInt32(bitPattern: node)) << 33 | UInt64(UInt32(bitPattern: word)) << 1 | (isBare ? 1 : 0)
    }

    subscript(key: UInt64) -> Int32? {
        get {
            let slot = slot(of: key)
            return keys[slot] == key ? values[slot] : nil
        }
        set {
            if count * 2 >= keys.count { grow() }
            let slot = slot(of: key)
            if keys[slot] == EdgeTable.empty { count += 1 }
            keys[slot] = key
            values[slot] = newValue ?? -1
        }
    }

    /// Where the key stands, or the empty place where it would. The multiplier is 2⁶⁴ divided by the golden ratio.
    private func slot(of key: UInt64) -> Int {
        let hash = key &* 0x9E37_79B9_7F4A_7C15
        var slot = Int(truncatingIfNeeded: hash >> 32) & (keys.count - 1)
        while keys[slot] != key, keys[slot] != EdgeTable.empty { slot = (slot + 1) & (keys.count - 1) }
        return slot
    }

    private mutating func grow() {
        let (oldKeys, oldValues) = (keys, values)
        keys = Array(repeating: EdgeTable.empty, count: oldKeys.count * 2)
        values = Array(repeating: -1, count: oldKeys.count * 2)
        for (key, value) in zip(oldKeys, oldValues) where key != EdgeTable.empty {
            let slot = slot(of: key)
            keys[slot] = key
            values[slot] = value
        }
    }
}
