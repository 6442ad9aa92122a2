import Outreach

extension AdministrativeDocument {
    /// The paper as a Word file (.docx). The same document always gives the same bytes.
    public func word() throws(ArchiveError) -> [UInt8] {
        let words = DocumentWords(language: language)
        let closing = WordClosing(document: self, words: words).elements
        let body = WordBody(
            blocks: blocks, page: .portrait, language: language, endMark: words.endMark,
            keepsEndWithNext: !closing.isEmpty)
        let main =
            WordHead(document: self, words: words).elements + WordTitle(document: self, words: words).elements
            + body.elements + closing
        let annexPages = annexes.map { $0.isLandscape ? WordPage.landscape : .portrait }
        let writer = WordAnnexes(document: self, words: words)
        let parts = [(WordPage.portrait, main)] + annexes.indices.map { (annexPages[$0], writer.elements(of: $0)) }
        let content = parts.enumerated().flatMap { index, part in
            let isLast = index == parts.count - 1
            return part.1 + (isLast ? [sectionEnd(nil), part.0.section] : [sectionEnd(part.0)])
        }
        return try WordPackage.bytes(
            content, title: "\(kind.uppercased()): \(subject)", creator: head.issuer,
            created: date.map { "\($0)T00:00:00Z" }, language: language == .vietnamese ? "vi-VN" : "en-GB")
    }

    /// Every section but the last ends with a paragraph that holds its page; after the last one stands a paragraph too,
    /// for a text may not end with a table.
    private func sectionEnd(_ page: WordPage?) -> Element {
        WordParagraph(texts: [WordText("", size: 2)], lineHeight: 40, isExact: true, section: page?.section).element
    }
}
