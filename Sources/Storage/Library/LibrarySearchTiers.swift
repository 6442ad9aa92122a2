import Outreach

/// The full-text expressions of a search, best first.
struct LibrarySearchTiers {
    let expressions: [String]
    /// Whether anything was asked at all; "!?" asks for nothing that could be found.
    let hasWords: Bool

    init(_ text: String) {
        let exact = LibraryTerms.exactWords(text)
        let folded = LibraryTerms.foldedWords(text)
        hasWords = !text.trimmed.isEmpty
        guard !exact.isEmpty, !folded.isEmpty else {
            expressions = []
            return
        }
        expressions = [
            LibrarySearchTiers.phrase(exact, .exactTitle),
            LibrarySearchTiers.all(exact, .exactTitle),
            LibrarySearchTiers.all(folded, .title, lastIsPrefix: true),
            LibrarySearchTiers.phrase(exact, .exactText),
            LibrarySearchTiers.all(folded, .text, lastIsPrefix: true),
        ]
    }

    /// The expressions narrowed by filters, each without what those before it have.
    func disjoint(within filters: [String]) -> [String] {
        expressions.indices.map { index in
            let wanted = "(\((filters + [expressions[index]]).joined(separator: " AND ")))"
            let before = expressions[..<index]
            return before.isEmpty ? wanted : "\(wanted) NOT (\(before.joined(separator: " OR ")))"
        }
    }

    /// Asks for entries that carry one of these labels.
    static func any(of labels: [LibraryLabel]) -> String {
        "(\(labels.map { quoted($0.term) }.joined(separator: " OR ")))"
    }

    private static func phrase(_ words: [String], _ part: LibraryTerms.Part) -> String {
        quoted(words.map(part.marked).joined(separator: " "))
    }

    /// Every word, the last one also as a beginning: the person may still be typing it.
    private static func all(_ words: [String], _ part: LibraryTerms.Part, lastIsPrefix: Bool = false) -> String {
        let terms = words.map { quoted(part.marked($0)) }.joined(separator: " AND ")
        return "(\(terms)\(lastIsPrefix ? "*" : ""))"
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
