import Outreach

/// The content of a paper: 14 points, justified, first line indented by 1.27 cm, 6 points between paragraphs.
struct WordBody {
    let blocks: [DocumentBlock]
    let page: WordPage
    let language: Language
    /// What the last paragraph ends with instead of its full stop; nil leaves it alone.
    let endMark: String?
    /// Whether the last paragraph stays on one page with what follows: no signature stands alone on a page.
    let keepsEndWithNext: Bool

    var elements: [Element] {
        blocks.enumerated().flatMap { index, block in
            elements(of: block, isLast: index == blocks.count - 1)
        }
    }

    private func elements(of block: DocumentBlock, isLast: Bool) -> [Element] {
        switch block {
        case .heading(let level, let text):
            return [heading(text, level: level)]
        case .paragraph(let text):
            return [isLast ? last(text) : paragraph(text).element]
        case .list(let items):
            return items.enumerated().map { index, item in
                isLast && index == items.count - 1 ? last("- \(item)") : paragraph("- \(item)").element
            }
        case .note(let text):
            var paragraph = paragraph([WordText(text, size: 13, italic: true)])
            paragraph.keepsWithNext = isLast && keepsEndWithNext
            return [paragraph.element]
        case .table(let table):
            let title = table.title.map { text in
                var line = WordParagraph.line(
                    WordText(text, size: 14, bold: true), .center, spaceBefore: 120, spaceAfter: 60)
                line.keepsWithNext = true
                return line.element
            }
            let element = WordTable(table: table, language: language, width: page.textWidth).element
            // Two tables without a paragraph between them would become one.
            return [title].compactMap { $0 } + [element, WordParagraph(texts: [WordText("", size: 6)]).element]
        }
    }

    private func heading(_ text: String, level: Int) -> Element {
        let level = min(max(level, 1), 3)
        var paragraph = paragraph([WordText(text, size: 14, bold: level < 3, italic: level == 3)])
        paragraph.style = "Heading\(level)"
        paragraph.keepsWithNext = true
        return paragraph.element
    }

    private func paragraph(_ text: String) -> WordParagraph { paragraph([WordText(text, size: 14)]) }

    private func paragraph(_ texts: [WordText]) -> WordParagraph {
        WordParagraph(
            style: "BodyText", alignment: .justified, texts: texts, firstLineIndent: 720, spaceAfter: 120,
            lineHeight: 264)
    }

    private func last(_ text: String) -> Element {
        var paragraph = paragraph(ended(text))
        paragraph.keepsWithNext = keepsEndWithNext
        return paragraph.element
    }

    /// Ends the text with the mark that nothing follows.
    private func ended(_ text: String) -> String {
        guard let endMark else { return text }
        let bare = text.trimmed
        return (".;".contains(bare.last ?? " ") ? String(bare.dropLast()) : bare) + endMark
    }
}
