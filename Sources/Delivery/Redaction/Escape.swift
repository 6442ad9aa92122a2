/// The encodings that texts are wrapped in on their way, read leniently: what is no escape stands for itself.
enum Escape {
    /// `%2F` (RFC 3986 §2.1), in either case of its digits.
    case percent
    /// Percent-encoding with `+` for a space, as HTML forms send it.
    case form
    /// `\/`, `\n`, `\u002f` and pairs of surrogates (RFC 8259 §7).
    case json
    /// `&amp;`, `&#39;` and `&#x27;`.
    case html

    /// Whether an escape of any encoding may begin with this byte.
    static func mayBegin(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "%"), UInt8(ascii: "+"), UInt8(ascii: "\\"), UInt8(ascii: "&"): true
        default: false
        }
    }

    /// Whether an escape may begin with this byte.
    func begins(_ byte: UInt8) -> Bool {
        switch self {
        case .percent: byte == UInt8(ascii: "%")
        case .form: byte == UInt8(ascii: "%") || byte == UInt8(ascii: "+")
        case .json: byte == UInt8(ascii: "\\")
        case .html: byte == UInt8(ascii: "&")
        }
    }

    /// The bytes an escape at the head of the text stands for and how many it takes, or nil where there is none.
    func read(_ text: ArraySlice<UInt8>) -> (output: [UInt8], count: Int)? {
        switch self {
        case .percent: Escape.percent(text)
        case .form: text.first == UInt8(ascii: "+") ? ([UInt8(ascii: " ")], 1) : Escape.percent(text)
        case .json: Escape.json(text)
        case .html: Escape.html(text)
        }
    }

    private static func percent(_ text: ArraySlice<UInt8>) -> ([UInt8], Int)? {
        hexadecimal(text.dropFirst().prefix(2), digits: 2).map { ([UInt8($0)], 3) }
    }

    private static func json(_ text: ArraySlice<UInt8>) -> ([UInt8], Int)? {
        guard let kind = text.dropFirst().first else { return nil }
        return switch kind {
        case UInt8(ascii: "u"): unicode(text)
        case UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "\""): ([kind], 2)
        case UInt8(ascii: "b"): ([8], 2)
        case UInt8(ascii: "t"): ([9], 2)
        case UInt8(ascii: "n"): ([10], 2)
        case UInt8(ascii: "f"): ([12], 2)
        case UInt8(ascii: "r"): ([13], 2)
        default: nil
        }
    }

    private static func unicode(_ text: ArraySlice<UInt8>) -> ([UInt8], Int)? {
        guard let first = hexadecimal(text.dropFirst(2).prefix(4), digits: 4) else { return nil }
        guard (0xD800..<0xDC00).contains(first) else { return utf8(first).map { ($0, 6) } }
        let second = text.dropFirst(6)
        guard second.starts(with: "\\u".utf8), let low = hexadecimal(second.dropFirst(2).prefix(4), digits: 4),
            (0xDC00..<0xE000).contains(low)
        else { return nil }
        return utf8(0x10000 + (first - 0xD800) << 10 + (low - 0xDC00)).map { ($0, 12) }
    }

    private static func html(_ text: ArraySlice<UInt8>) -> ([UInt8], Int)? {
        guard let end = text.prefix(10).firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = String(decoding: text[text.startIndex..<end].dropFirst(), as: UTF8.self)
        let count = end - text.startIndex + 1
        let number: UInt32? =
            switch name {
            case "amp": 0x26
            case "lt": 0x3C
            case "gt": 0x3E
            case "quot": 0x22
            case "apos": 0x27
            case "nbsp": 0xA0
            case _ where name.hasPrefix("#x") || name.hasPrefix("#X"): UInt32(name.dropFirst(2), radix: 16)
            case _ where name.hasPrefix("#"): UInt32(name.dropFirst())
            default: nil
            }
        return number.flatMap(utf8).map { ($0, count) }
    }

    private static func hexadecimal(_ text: ArraySlice<UInt8>, digits: Int) -> UInt32? {
        guard text.count == digits, text.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }) else { return nil }
        return UInt32(String(decoding: text, as: UTF8.self), radix: 16)
    }

    private static func utf8(_ number: UInt32) -> [UInt8]? {
        UnicodeScalar(number).map { Array(String(Character($0)).utf8) }
    }
}
