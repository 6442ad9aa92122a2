/// How a value is written where it stands, so that it never ends the place it stands in.
enum PercentEncoding {
    /// A stretch of a URL path (RFC 3986 §3.3): everything but unreserved characters, `:` and `@` is encoded. A slash in
    /// a value an administrator registered separates segments; in any other value it is encoded.
    static func path(_ value: String, keepingSlashes: Bool) -> String {
        encoded(value) { isUnreserved($0) || ":@".utf8.contains($0) || keepingSlashes && $0 == UInt8(ascii: "/") }
    }

    /// A name or value of a URL query: everything but unreserved characters is encoded.
    static func query(_ value: String) -> String {
        encoded(value, keeping: isUnreserved)
    }

    /// A name or value of `application/x-www-form-urlencoded` (WHATWG URL §5.2): a space is a plus.
    static func form(_ value: String) -> String {
        encoded(value) { isUnreserved($0) && $0 != UInt8(ascii: "~") || " *".utf8.contains($0) }
            .replacing(" ", with: "+")
    }

    /// Letters, digits, hyphen, dot, underscore and tilde (RFC 3986 §2.3).
    static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~".utf8.contains(byte)
        }
    }

    private static func encoded(_ value: String, keeping isKept: (UInt8) -> Bool) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(value.utf8.count)
        for byte in value.utf8 {
            if isKept(byte) {
                bytes.append(byte)
            } else {
                bytes += "%".utf8
                bytes += String(byte, radix: 16, uppercase: true).leftPadded(2).utf8
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension String {
    /// Whether a byte is a control character: C0 or DEL. Looked for in bytes, because Swift sees CR LF as one character.
    var hasControlCharacter: Bool {
        utf8.contains { $0 < 0x20 || $0 == 0x7F }
    }
}
