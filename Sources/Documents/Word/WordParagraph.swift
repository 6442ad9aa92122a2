/// A paragraph with its place on the page. Lengths are in twentieths of a point, as Word counts.
struct WordParagraph: Hashable {
    enum Alignment: String {
        case left, center, right
        case justified = "both"
    }

    var style: String?
    var alignment = Alignment.left
    var texts: [WordText] = []
    var firstLineIndent = 0
    var leftIndent = 0
    var rightIndent = 0
    var hangingIndent = 0
    var spaceBefore = 0
    var spaceAfter = 0
    /// In 240ths of a line; an exact height in twentieths of a point where `isExact`.
    var lineHeight = 240
    var isExact = false
    /// Stays on one page with what follows.
    var keepsWithNext = false
    var hasRuleAbove = false
    /// Ends a section: its page is written here.
    var section: Element?

    var element: Element { element(texts.map(\.element)) }

    /// With runs that are not plain text.
    func element(_ runs: [Element]) -> Element {
        Element("w:p", [:], [Element("w:pPr", [:], properties)] + runs)
    }

    /// In the order the schema asks for.
    private var properties: [Element] {
        var parts: [Element] = []
        if let style { parts.append(Element("w:pStyle", ["w:val": style])) }
        if keepsWithNext { parts.append(Element("w:keepNext")) }
        if hasRuleAbove {
            let rule = Element("w:top", ["w:val": "single", "w:sz": "6", "w:space": "0", "w:color": "000000"])
            parts.append(Element("w:pBdr", [:], [rule]))
        }
        parts.append(
            Element(
                "w:spacing",
                [
                    "w:before": String(spaceBefore), "w:after": String(spaceAfter), "w:line": String(lineHeight),
                    "w:lineRule": isExact ? "exact" : "auto",
                ]))
        parts.append(
            Element(
                "w:ind",
                [
                    "w:left": String(leftIndent), "w:right": String(rightIndent),
                    "w:firstLine": hangingIndent == 0 ? String(firstLineIndent) : nil,
                    "w:hanging": hangingIndent == 0 ? nil : String(hangingIndent),
                ]))
        parts.append(Element("w:jc", ["w:val": alignment.rawValue]))
        if let section { parts.append(section) }
        return parts
    }
}

extension WordParagraph {
    /// One line of one look.
    static func line(_ text: WordText, _ alignment: Alignment, spaceBefore: Int = 0, spaceAfter: Int = 0)
        -> WordParagraph
    {
        WordParagraph(alignment: alignment, texts: [text], spaceBefore: spaceBefore, spaceAfter: spaceAfter)
    }

    /// A name or title in the middle of a column, its lines of like length where it needs several.
    /// - Parameter column: the width of the column in twentieths of a point.
    static func centred(_ text: WordText, in column: Int, spaceBefore: Int = 0) -> WordParagraph {
        let width = TimesWidth.balanced(text.text, size: text.size, isBold: text.isBold, within: Double(column) / 20)
        let margin = max(0, (column - Int(width * 20)) / 2)
        return WordParagraph(
            alignment: .center, texts: [text], leftIndent: margin, rightIndent: margin, spaceBefore: spaceBefore)
    }

    /// A horizontal rule of a length, in the middle of a column; the decree asks for a drawn line, not for underlining.
    /// - Parameters:
    ///   - points: the length of the rule.
    ///   - column: the width of the column in twentieths of a point.
    static func rule(points: Double, in column: Int, spaceBefore: Int = 50) -> WordParagraph {
        let margin = max(0, (column - Int((points * 20).rounded())) / 2)
        return WordParagraph(
            texts: [WordText("", size: 2)], leftIndent: margin, rightIndent: margin, spaceBefore: spaceBefore,
            lineHeight: 60, isExact: true, hasRuleAbove: true)
    }
}
