import Outreach

/// One element of an XML document: a name, attributes in their order, and either children or text.
struct Element: Sendable, Hashable {
    let name: String
    let attributes: [Attribute]
    let content: Content

    struct Attribute: Sendable, Hashable {
        let name: String
        let value: String
    }

    enum Content: Sendable, Hashable {
        case children([Element])
        case text(String)
    }

    /// - Parameter attributes: those without a value are left out.
    init(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ children: [Element] = []) {
        self.name = name
        self.attributes = Element.given(attributes)
        content = .children(children)
    }

    init(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String) {
        self.name = name
        self.attributes = Element.given(attributes)
        content = .text(text)
    }

    init(_ name: String, _ attributes: [Attribute], _ children: [Element] = []) {
        self.name = name
        self.attributes = attributes
        content = .children(children)
    }

    /// The attributes that have a value.
    static func given(_ attributes: KeyValuePairs<String, String?>) -> [Attribute] {
        attributes.compactMap { name, value in value.map { Attribute(name: name, value: $0) } }
    }
}

extension Element {
    /// The element as text, without line breaks between the tags: in a Word file they would be text.
    var text: String {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A whole XML file in UTF-8.
    var file: [UInt8] {
        var bytes = Array(#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#.utf8)
        bytes.append(UInt8(ascii: "\n"))
        write(to: &bytes)
        return bytes
    }

    private func write(to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "<"))
        bytes += name.utf8
        for attribute in attributes {
            bytes.append(UInt8(ascii: " "))
            bytes += attribute.name.utf8
            bytes += "=\"".utf8
            bytes += HTMLEscaping.attribute(XMLText.allowed(attribute.value)).utf8
            bytes.append(UInt8(ascii: "\""))
        }
        switch content {
        case .children(let children) where children.isEmpty:
            bytes += "/>".utf8
            return
        case .children(let children):
            bytes.append(UInt8(ascii: ">"))
            for child in children { child.write(to: &bytes) }
        case .text(let text):
            bytes.append(UInt8(ascii: ">"))
            bytes += HTMLEscaping.text(XMLText.allowed(text)).utf8
        }
        bytes += "</".utf8
        bytes += name.utf8
        bytes.append(UInt8(ascii: ">"))
    }
}

/// What XML can hold.
enum XMLText {
    /// The text in NFC without the characters XML 1.0 (2.2) has no way to write; one of them would make the whole file
    /// unreadable.
    static func allowed(_ text: String) -> String {
        let text = text.normalized
        guard text.unicodeScalars.contains(where: { !isAllowed($0) }) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter(isAllowed)))
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x1_0000...0x10_FFFF: true
        default: false
        }
    }
}
