/// The parts of a Word file (ECMA-376) and how they hang together.
enum WordPackage {
    static let words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    static let headerRelation = "rId3"

    /// The file.
    /// - Parameter body: what stands in `w:body`.
    static func bytes(
        _ body: [Element], title: String, creator: String, created: String?, language: String
    ) throws(ArchiveError) -> [UInt8] {
        let namespaces = [("xmlns:w", words), ("xmlns:r", relations)].map(Element.Attribute.init(name:value:))
        let document = Element("w:document", namespaces, [Element("w:body", [:], body)])
        return try ArchiveWriter.bytes(of: [
            ("[Content_Types].xml", contentTypes.file),
            ("_rels/.rels", relationships([("officeDocument", "word/document.xml"), coreProperties]).file),
            ("word/document.xml", document.file),
            ("word/styles.xml", WordStyles.element(language: language).file),
            ("word/settings.xml", settings(language: language).file),
            ("word/header1.xml", WordPage.header.file),
            (
                "word/_rels/document.xml.rels",
                relationships([("styles", "styles.xml"), ("settings", "settings.xml"), ("header", "header1.xml")]).file
            ),
            (
                "docProps/core.xml",
                properties(title: title, creator: creator, created: created, language: language).file
            ),
        ])
    }

    private static let contentTypes = Element(
        "Types", ["xmlns": "http://schemas.openxmlformats.org/package/2006/content-types"],
        [
            Element(
                "Default",
                ["Extension": "rels", "ContentType": "application/vnd.openxmlformats-package.relationships+xml"]),
            Element("Default", ["Extension": "xml", "ContentType": "application/xml"]),
            part("word/document.xml", "document.main"), part("word/styles.xml", "styles"),
            part("word/settings.xml", "settings"), part("word/header1.xml", "header"),
            Element(
                "Override",
                [
                    "PartName": "/docProps/core.xml",
                    "ContentType": "application/vnd.openxmlformats-package.core-properties+xml",
                ]),
        ])

    private static func part(_ name: String, _ type: String) -> Element {
        Element(
            "Override",
            [
                "PartName": "/\(name)",
                "ContentType": "application/vnd.openxmlformats-officedocument.wordprocessingml.\(type)+xml",
            ])
    }

    /// Relations numbered from `rId1` in their order.
    private static func relationships(_ parts: [(type: String, target: String)]) -> Element {
        Element(
            "Relationships", ["xmlns": "http://schemas.openxmlformats.org/package/2006/relationships"],
            parts.enumerated().map { index, part in
                let type = part.type.contains("/") ? part.type : "\(relations)/\(part.type)"
                return Element("Relationship", ["Id": "rId\(index + 1)", "Type": type, "Target": part.target])
            })
    }

    private static let coreProperties = (
        type: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        target: "docProps/core.xml"
    )

    /// Without the mark of Word 2013 and later a file opens in compatibility mode.
    private static func settings(language: String) -> Element {
        Element(
            "w:settings", ["xmlns:w": words],
            [
                Element("w:defaultTabStop", ["w:val": "720"]),
                Element("w:characterSpacingControl", ["w:val": "doNotCompress"]),
                Element(
                    "w:compat", [:],
                    [
                        Element(
                            "w:compatSetting",
                            [
                                "w:name": "compatibilityMode", "w:uri": "http://schemas.microsoft.com/office/word",
                                "w:val": "15",
                            ])
                    ]),
                Element("w:themeFontLang", ["w:val": language]),
            ])
    }

    private static func properties(title: String, creator: String, created: String?, language: String) -> Element {
        let date = created.map { Element("dcterms:created", ["xsi:type": "dcterms:W3CDTF"], text: $0) }
        return Element(
            "cp:coreProperties",
            [
                "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
                "xmlns:dc": "http://purl.org/dc/elements/1.1/", "xmlns:dcterms": "http://purl.org/dc/terms/",
                "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
            ],
            [
                Element("dc:title", [:], text: title), Element("dc:creator", [:], text: creator),
                Element("dc:language", [:], text: language),
            ] + [date].compactMap { $0 })
    }
}
