/// The end of a paper: who receives it on the left, who signs on the right.
struct WordClosing {
    let document: AdministrativeDocument
    let words: DocumentWords

    var elements: [Element] {
        guard document.recipients != nil || document.signature != nil else { return [] }
        return [
            WordParagraph(texts: [WordText("", size: 6)], keepsWithNext: true).element,
            WordColumns.element([recipients, signature], widths: [4_677, 4_677]),
        ]
    }

    private var recipients: [WordParagraph] {
        guard let recipients = document.recipients else { return [] }
        let heading = WordParagraph.line(WordText(words.recipients, size: 12, bold: true, italic: true), .left)
        let names = (document.addressees.isEmpty ? [] : [words.asAbove]) + recipients.names
        let lines = names.map { "- \($0);" } + ["- \(words.archive)\(recipients.archive)."]
        return [heading]
            + lines.map { WordParagraph(texts: [WordText($0, size: 11)], leftIndent: 142, hangingIndent: 142) }
    }

    private var signature: [WordParagraph] {
        guard let signature = document.signature else { return [] }
        let offices = signature.lines.map { line in
            WordParagraph.line(WordText(line.uppercased(), size: 14, bold: true), .center)
        }
        guard let name = signature.name else { return offices }
        // Room for the signature and the seal.
        let room = WordParagraph(texts: [WordText("", size: 14)], lineHeight: 1_600, isExact: true)
        return offices + [room, .line(WordText(name, size: 14, bold: true), .center)]
    }
}
