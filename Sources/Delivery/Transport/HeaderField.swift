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
        return HeaderField.reserved.contains(name.lowercased()) ? .reserved : nil
    }

    /// Whether a byte may stand in a method or a header name (`tchar` of RFC 9110 §5.6.2).
    static func isToken(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default:
            punctuation.contains(byte)
        }
    }

    private static let punctuation = Array("!#$%&'*+-.^_`|~".utf8)

    /// Headers that frame or route the message. The transport sets them; set by hand they could hide a second
    /// request in the first, name another host than the one judged, or ask for compression.
    private static let reserved: Set<String> = [
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
