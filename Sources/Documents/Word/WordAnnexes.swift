/// The annexes of a paper, each on pages of its own, numbered in Roman figures where there are several.
struct WordAnnexes {
    let document: AdministrativeDocument
    let words: DocumentWords

    /// The content of one annex, without its section.
    func elements(of index: Int) -> [Element] {
        let annex = document.annexes[index]
        let page = annex.isLandscape ? WordPage.landscape : .portrait
        let number = document.annexes.count > 1 ? " " + RomanNumeral.text(index + 1) : ""
        let attached = words.attachedTo(document)
        let heading: [WordParagraph] = [
            .line(WordText(words.annex + number, size: 14, bold: true), .center),
            .centred(WordText(annex.title.uppercased(), size: 14, bold: true), in: page.textWidth),
            .line(WordText(attached, size: 14, italic: true), .center),
            .rule(
                points: 0.4 * min(Double(page.textWidth) / 20, TimesWidth.of(attached, size: 14, isBold: false)),
                in: page.textWidth),
            WordParagraph(texts: [WordText("", size: 6)]),
        ]
        let body = WordBody(
            blocks: annex.blocks, page: page, language: document.language, endMark: nil, keepsEndWithNext: false)
        return heading.map(\.element) + body.elements
    }
}

/// Roman figures.
enum RomanNumeral {
    /// - Parameter number: 1 to 3,999.
    static func text(_ number: Int) -> String {
        var rest = number
        var text = ""
        for (value, figure) in figures {
            while rest >= value {
                text += figure
                rest -= value
            }
        }
        return text
    }

    private static let figures = [
        (1_000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
        (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
}
