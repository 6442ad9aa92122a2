/// The styles of a paper: Times New Roman, 14 points, black, in its language.
enum WordStyles {
    static func element(language: String) -> Element {
        let text = Element(
            "w:rPr", [:],
            [WordText.font] + size(14) + [
                Element("w:lang", ["w:val": language, "w:eastAsia": language, "w:bidi": "ar-SA"])
            ])
        let defaults = Element(
            "w:docDefaults", [:],
            [
                Element("w:rPrDefault", [:], [text]),
                Element("w:pPrDefault", [:], [Element("w:pPr", [:], [spacing(after: 0, line: 240)])]),
            ])
        return Element(
            "w:styles", ["xmlns:w": WordPackage.words],
            [
                defaults, style("Normal", "Normal", isDefault: true),
                style("BodyText", "Body Text", paragraph: body()),
                style("Heading1", "heading 1", paragraph: body(outline: 0), run: [Element("w:b")]),
                style("Heading2", "heading 2", paragraph: body(outline: 1), run: [Element("w:b")]),
                style("Heading3", "heading 3", paragraph: body(outline: 2), run: [Element("w:i")]),
                style("Header", "header", paragraph: [Element("w:jc", ["w:val": "center"])]),
            ])
    }

    private static func style(
        _ id: String, _ name: String, isDefault: Bool = false, paragraph: [Element] = [], run: [Element] = []
    ) -> Element {
        Element(
            "w:style", ["w:type": "paragraph", "w:default": isDefault ? "1" : nil, "w:styleId": id],
            [Element("w:name", ["w:val": name])]
                + (isDefault ? [] : [Element("w:basedOn", ["w:val": "Normal"])])
                + [Element("w:qFormat")]
                + (paragraph.isEmpty ? [] : [Element("w:pPr", [:], paragraph)])
                + (run.isEmpty ? [] : [Element("w:rPr", [:], run)]))
    }

    private static func body(outline: Int? = nil) -> [Element] {
        (outline == nil ? [] : [Element("w:keepNext")]) + [
            spacing(after: 120, line: 264), Element("w:ind", ["w:firstLine": "720"]),
            Element("w:jc", ["w:val": "both"]),
        ] + (outline.map { [Element("w:outlineLvl", ["w:val": String($0)])] } ?? [])
    }

    private static func spacing(after: Int, line: Int) -> Element {
        Element("w:spacing", ["w:after": String(after), "w:line": String(line), "w:lineRule": "auto"])
    }

    private static func size(_ points: Int) -> [Element] {
        [Element("w:sz", ["w:val": String(2 * points)]), Element("w:szCs", ["w:val": String(2 * points)])]
    }
}
