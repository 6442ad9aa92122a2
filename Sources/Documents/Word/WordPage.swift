/// A page of A4 with the margins of Decree 30/2020/NĐ-CP, annex I: top and bottom 20–25 mm, left 30–35, right 15–20.
/// Lengths are in twentieths of a point.
struct WordPage: Hashable {
    let isLandscape: Bool

    static let portrait = WordPage(isLandscape: false)
    static let landscape = WordPage(isLandscape: true)

    /// 30 mm.
    static let left = 1_701
    /// 15 mm, rounded up so as not to fall below.
    static let right = 851
    /// 20 mm, above and below.
    static let edge = 1_134

    private var width: Int { isLandscape ? 16_838 : 11_906 }
    private var height: Int { isLandscape ? 11_906 : 16_838 }

    /// What is left for text.
    var textWidth: Int { width - WordPage.left - WordPage.right }

    /// The section: the number of the page in the middle of the top margin, counted from 1, hidden on the first page.
    var section: Element {
        Element(
            "w:sectPr", [:],
            [
                Element("w:headerReference", ["w:type": "default", "r:id": WordPackage.headerRelation]),
                Element("w:type", ["w:val": "nextPage"]),
                Element(
                    "w:pgSz",
                    ["w:w": String(width), "w:h": String(height), "w:orient": isLandscape ? "landscape" : nil]),
                Element(
                    "w:pgMar",
                    [
                        "w:top": String(Self.edge), "w:right": String(Self.right), "w:bottom": String(Self.edge),
                        "w:left": String(Self.left), "w:header": "567", "w:footer": "567", "w:gutter": "0",
                    ]),
                Element("w:pgNumType", ["w:start": "1"]),
                Element("w:titlePg"),
            ])
    }

    /// The header of every page but the first.
    static let header = Element(
        "w:hdr", ["xmlns:w": WordPackage.words, "xmlns:r": WordPackage.relations],
        [
            WordParagraph(style: "Header", alignment: .center)
                .element([WordText.field("PAGE", size: 14)])
        ])
}
