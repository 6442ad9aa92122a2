/// What a paper is and what it is about, and whom it addresses.
struct WordTitle {
    let document: AdministrativeDocument
    let words: DocumentWords

    var elements: [Element] { ([kind, subject, rule] + addressees).map(\.element) }

    private var kind: WordParagraph {
        .line(WordText(document.kind.uppercased(), size: 14, bold: true), .center, spaceBefore: 120)
    }

    private var subject: WordParagraph {
        .centred(WordText(document.subject, size: 14, bold: true), in: WordPage.portrait.textWidth)
    }

    private var rule: WordParagraph {
        let page = WordPage.portrait.textWidth
        var rule = WordParagraph.rule(
            points: WordHead.shortRule(under: document.subject, size: 14, width: Double(page) / 20), in: page)
        rule.spaceAfter = document.addressees.isEmpty ? 200 : 0
        return rule
    }

    /// One addressee stands on the line of the salutation, several below it.
    private var addressees: [WordParagraph] {
        let text = { (text: String) in [WordText(text, size: 14)] }
        switch document.addressees.count {
        case 0: return []
        case 1:
            let line = "\(words.addressees) \(document.addressees[0])"
            return [WordParagraph(alignment: .center, texts: text(line), spaceBefore: 240, spaceAfter: 120)]
        default:
            let names = document.addressees.enumerated().map { index, name in
                let isLast = index == document.addressees.count - 1
                return WordParagraph(
                    texts: text("- \(name)\(isLast ? "." : ";")"), leftIndent: 3_000, spaceAfter: isLast ? 120 : 0)
            }
            return [WordParagraph(texts: text(words.addressees), leftIndent: 1_700, spaceBefore: 240)] + names
        }
    }
}
