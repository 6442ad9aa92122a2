import Outreach

/// A stretch of text of one look, always black Times New Roman.
struct WordText: Hashable {
    let text: String
    /// Points.
    let size: Double
    var isBold = false
    var isItalic = false

    init(_ text: String, size: Double, bold isBold: Bool = false, italic isItalic: Bool = false) {
        self.text = text
        self.size = size
        self.isBold = isBold
        self.isItalic = isItalic
    }

    /// The run. Its look is written out although the styles say the same of most text: a paper stays as it is when its
    /// paragraphs are pasted elsewhere.
    var element: Element {
        let lines = text.lines.map(String.init)
        let pieces = lines.enumerated().flatMap { index, line -> [Element] in
            let words = Element("w:t", ["xml:space": "preserve"], text: line)
            return index == 0 ? [words] : [Element("w:br"), words]
        }
        return Element("w:r", [:], [look] + pieces)
    }

    /// A field Word fills in, such as the number of the page.
    static func field(_ name: String, size: Double) -> Element {
        let look = WordText("", size: size).look
        return Element(
            "w:fldSimple", ["w:instr": " \(name) "],
            [Element("w:r", [:], [look, Element("w:t", [:], text: "2")])])
    }

    private var look: Element {
        let halfPoints = String(Int(size * 2))
        return Element(
            "w:rPr", [:],
            [WordText.font] + (isBold ? [Element("w:b")] : []) + (isItalic ? [Element("w:i")] : []) + [
                Element("w:color", ["w:val": "000000"]), Element("w:sz", ["w:val": halfPoints]),
                Element("w:szCs", ["w:val": halfPoints]),
            ])
    }

    static let font = Element(
        "w:rFonts",
        [
            "w:ascii": "Times New Roman", "w:hAnsi": "Times New Roman", "w:eastAsia": "Times New Roman",
            "w:cs": "Times New Roman",
        ])
}
