/// Plain text on its way into HTML and XML.
enum PlainText {
    /// Paragraphs at blank lines, breaks at the other line ends, everything else escaped.
    static func html(_ text: String) -> String {
        let lines = text.trimmed.lines.map { $0.utf8.allSatisfy { $0 <= 0x20 } ? "" : markupEscaped(String($0)) }
        return lines.split(separator: "").map { "<p>\($0.joined(separator: "<br>"))</p>" }.joined()
    }

    /// The five characters that mean something in HTML and XML, escaped byte by byte: a `<` with a combining mark behind
    /// it is another character to Swift and still a `<` to a browser.
    static func markupEscaped(_ value: String) -> String {
        var bytes: [UInt8] = []
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "\""): bytes += "&quot;".utf8
            case UInt8(ascii: "'"): bytes += "&#39;".utf8
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
