/// A tag of a page and the text behind it, for tests that look a page through; enough for the markup of our own pages,
/// in which every value is quoted.
struct PagePart {
    /// `a`, `/a`, `!doctype`.
    let name: String
    let attributes: [(name: String, value: String)]
    let text: Substring

    static func all(of page: String) -> [PagePart] {
        page.split(separator: "<").compactMap { piece in
            guard let end = piece.firstIndex(of: ">") else { return nil }
            return PagePart(tag: piece[..<end], text: piece[piece.index(after: end)...])
        }
    }

    private init(tag: Substring, text: Substring) {
        let pieces = tag.split(separator: "\"", omittingEmptySubsequences: false)
        var attributes: [(name: String, value: String)] = []
        for (index, piece) in pieces.enumerated() where index.isMultiple(of: 2) {
            for word in piece.split(whereSeparator: \.isWhitespace) {
                guard word.hasSuffix("="), index + 1 < pieces.count else {
                    attributes.append((String(word), ""))
                    continue
                }
                attributes.append((String(word.dropLast()), String(pieces[index + 1])))
            }
        }
        name = attributes.first?.name.lowercased() ?? ""
        self.attributes = Array(attributes.dropFirst())
        self.text = text
    }
}
