public import Outreach

/// What may be sent as a header.
extension HeaderField {
    /// What forbids sending this header, or nil.
    ///
    /// Looked for in bytes, because Swift sees CR LF as one character and would miss a line break (RFC 9110 §5.5).
    public var refusal: HeaderRefusal? {
        guard !name.isEmpty, name.utf8.allSatisfy(HeaderField.isToken) else { return .nameNotToken }
        guard value.utf8.allSatisfy({ $0 == UInt8(ascii: "\t") || ($0 >= 0x20 && $0 != 0x7F) }) else {
            return .controlByteInValue
        }
        return HeaderField.reserved.contains(where: isNamed) ? .reserved : nil
    }

    /// Whether a byte may stand in a method or a header name (`tchar` of RFC 9110 §5.6.2).
    static func isToken(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        case UInt8(ascii: "!"), UInt8(ascii: "#")...UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"),
            UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "^")...UInt8(ascii: "`"), UInt8(ascii: "|"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }

    /// Whether it goes by this name, given in lower case; names are compared without regard to case (RFC 9110 §5.1).
    func isNamed(_ lowercased: String) -> Bool {
        // Upper and lower case of a letter of ASCII differ in one bit. A name that differs in it elsewhere is no token.
        name.utf8.count == lowercased.utf8.count
            && zip(name.utf8, lowercased.utf8).allSatisfy { $0 == $1 || $0 | 0x20 == $1 && $0 >= 0x41 && $0 <= 0x5A }
    }

    /// Headers that frame or route the message. The transport sets them; set by hand they could hide a second
    /// request in the first, name another host than the one judged, or ask for compression.
    private static let reserved = [
        "accept-encoding", "connection", "content-length", "expect", "host", "http2-settings", "keep-alive",
        "proxy-authorization", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade",
    ]
}

/// Why a header is not sent.
public enum HeaderRefusal: Sendable, Hashable {
    case nameNotToken
    case controlByteInValue
    case reserved
}
