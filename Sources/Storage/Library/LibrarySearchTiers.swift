import Outreach

/// The full-text expressions of a search, best first.
struct LibrarySearchTiers {
    let expressions: [String]
    /// Whether anything was asked at all; "!?" asks for nothing that could be found.
    let hasWords: Bool

    init(_ text: String) {
        let exact = SearchText.exact(text).split { !$0.isLetter && !$0.isNumber && !$0.isMark }.map(String.init)
        let folded = SearchText.folded(text).split(separator: " ").map(String.init)
        hasWords = !text.trimmed.isEmpty
        guard !exact.isEmpty, !folded.isEmpty else {
            expressions = []
            return
        }
        expressions = [
            "title_exact: \(LibrarySearchTiers.phrase(exact))",
            "title_exact: \(LibrarySearchTiers.all(exact))",
            "title: \(LibrarySearchTiers.all(folded, lastIsPrefix: true))",
            "text_exact: \(LibrarySearchTiers.phrase(exact))",
            "text: \(LibrarySearchTiers.all(folded, lastIsPrefix: true))",
        ]
    }

    /// The expressions narrowed to the labels, each without what those before it have.
    func disjoint(with labels: [String]) -> [String] {
        expressions.indices.map { index in
            let own = (labels.isEmpty ? [] : [LibrarySearchTiers.labelled(labels)]) + [expressions[index]]
            let wanted = "(\(own.joined(separator: " AND ")))"
            let before = expressions[..<index]
            return before.isEmpty ? wanted : "\(wanted) NOT (\(before.joined(separator: " OR ")))"
        }
    }

    /// Asks for entries that carry every one of these tokens.
    static func labelled(_ tokens: [String]) -> String {
        "labels: (\(tokens.map(quoted).joined(separator: " AND ")))"
    }

    private static func phrase(_ words: [String]) -> String {
        quoted(words.joined(separator: " "))
    }

    /// Every word, the last one also as a beginning: the person may still be typing it.
    private static func all(_ words: [String], lastIsPrefix: Bool = false) -> String {
        let terms = words.map(quoted).joined(separator: " AND ")
        return "(\(terms)\(lastIsPrefix ? "*" : ""))"
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}

extension Character {
    fileprivate var isMark: Bool {
        unicodeScalars.allSatisfy { $0.properties.generalCategory == .nonspacingMark }
    }
}
