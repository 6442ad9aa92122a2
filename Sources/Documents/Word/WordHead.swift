/// The head of a paper: who issues it and its number on the left, the country, place and date on the right.
struct WordHead {
    let document: AdministrativeDocument
    let words: DocumentWords

    /// 66 and 99 mm in twentieths of a point: the name of the country fits on one line at 13 points.
    static let widths = [3_742, 5_612]

    var elements: [Element] {
        [WordColumns.element([left, right], widths: Self.widths), WordParagraph(spaceAfter: 120).element]
    }

    private var left: [WordParagraph] {
        var lines: [WordParagraph] = []
        if let superior = document.head.superior {
            lines.append(.centred(WordText(superior.uppercased(), size: Self.nameSize), in: Self.widths[0]))
        }
        let issuer = document.head.issuer.uppercased()
        lines.append(.centred(WordText(issuer, size: Self.nameSize, bold: true), in: Self.widths[0]))
        switch document.head.template {
        case .state: lines.append(rule(under: issuer, size: Self.nameSize, column: 0))
        case .youthUnion: lines.append(.line(WordText("***", size: Self.nameSize), .center))
        case .party: lines.append(.line(WordText("*", size: Self.nameSize), .center))
        }
        return lines + [.line(WordText(words.number(document), size: 13), .center, spaceBefore: 60)]
    }

    private var right: [WordParagraph] {
        let date = WordParagraph.line(
            WordText(words.placeAndDate(document), size: 14, italic: true), .center, spaceBefore: 60)
        switch document.head.template {
        case .state:
            let motto = WordText(words.motto, size: 14, bold: true)
            return [
                .line(WordText(words.nation, size: Self.nameSize, bold: true), .center), .line(motto, .center),
                fullRule(under: motto), date,
            ]
        case .youthUnion, .party:
            let name = WordText(
                document.head.template == .party ? words.party : words.youthUnion, size: 15, bold: true)
            return [.line(name, .center), fullRule(under: name), date]
        }
    }

    /// As long as the text above it.
    private func fullRule(under text: WordText) -> WordParagraph {
        .rule(points: TimesWidth.of(text.text, size: text.size, isBold: true), in: Self.widths[1])
    }

    /// Between a third and a half of the text above it.
    private func rule(under text: String, size: Double, column: Int) -> WordParagraph {
        .rule(
            points: WordHead.shortRule(under: text, size: size, width: Double(Self.widths[column]) / 20),
            in: Self.widths[column])
    }

    /// Two fifths of the widest line the text falls into.
    static func shortRule(under text: String, size: Double, width: Double) -> Double {
        let column = TimesWidth.balanced(text, size: size, isBold: true, within: width)
        let lines = TimesWidth.lines(text, size: size, isBold: true, width: column)
        return 0.4 * (lines.map { TimesWidth.of($0, size: size, isBold: true) }.max() ?? 0)
    }

    private static let nameSize = 13.0
}
