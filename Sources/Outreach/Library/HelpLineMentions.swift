extension HelpLine {
    /// Whether a text gives the number, in digits or as it is spoken.
    public func isGiven(in text: String) -> Bool {
        let written = SearchText.folded(text).split(separator: " ")
        let digits = SearchText.folded(number).replacing(" ", with: "")
        if written.contains(where: { $0 == digits }) { return true }
        let words = SearchText.folded(spoken).split(separator: " ")
        guard !words.isEmpty, words.count <= written.count else { return false }
        return (0...(written.count - words.count)).contains { written[$0...].starts(with: words) }
    }
}

extension Taxonomy {
    /// The help lines a text gives.
    public func helpLines(in text: String) -> [HelpLine] {
        helpLines.filter { $0.isGiven(in: text) }
    }
}
