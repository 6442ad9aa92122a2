/// Writes text into HTML so that none of it is read as markup (HTML Living Standard, 13.3).
public enum HTMLEscaping {
    /// For text between tags. Not for `script` and `style`, whose content HTML does not unescape.
    public static func text(_ text: String) -> String {
        escaped(text, with: [.ampersand: "&amp;", .lessThan: "&lt;", .greaterThan: "&gt;"])
    }

    /// For the value of an attribute in single or double quotation marks.
    public static func attribute(_ value: String) -> String {
        escaped(
            value,
            with: [
                .ampersand: "&amp;", .lessThan: "&lt;", .greaterThan: "&gt;",
                .quotationMark: "&quot;", .apostrophe: "&#39;",
            ])
    }

    /// Works on bytes: a combining mark after `<` makes one Character of both, which would slip through.
    private static func escaped(_ text: String, with references: [UInt8: String]) -> String {
        var result: [UInt8] = []
        for byte in text.utf8 {
            if let reference = references[byte] {
                result += reference.utf8
            } else {
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

extension UInt8 {
    fileprivate static let ampersand = UInt8(ascii: "&")
    fileprivate static let lessThan = UInt8(ascii: "<")
    fileprivate static let greaterThan = UInt8(ascii: ">")
    fileprivate static let apostrophe = UInt8(ascii: "'")
}
