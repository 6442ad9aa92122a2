extension JSONValue {
    /// Reads one JSON text (RFC 8259): UTF-8, at most 128 levels deep, no name twice in an object; nil for anything else.
    ///
    /// A byte order mark in front is skipped (§8.1): web sites with a badly saved plug-in send one. A name written
    /// twice is refused because receivers disagree on which of the two counts.
    public init?(parsing bytes: [UInt8]) {
        var parser = JSONParser(bytes: bytes)
        guard let value = parser.document() else { return nil }
        self = value
    }
}

/// A recursive-descent reader over bytes; every function returns nil where the text breaks the grammar.
private struct JSONParser {
    let bytes: [UInt8]
    var position = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    }

    var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func document() -> JSONValue? {
        guard String(validating: bytes, as: UTF8.self) != nil, let value = value(depth: 0) else { return nil }
        skipSpace()
        return position == bytes.count ? value : nil
    }

    mutating func value(depth: Int) -> JSONValue? {
        guard depth < 128 else { return nil }
        skipSpace()
        switch current {
        case UInt8(ascii: "{"): return object(depth: depth)
        case UInt8(ascii: "["): return array(depth: depth)
        case UInt8(ascii: "\""): return text().map(JSONValue.string)
        case UInt8(ascii: "t"): return word("true") ? .bool(true) : nil
        case UInt8(ascii: "f"): return word("false") ? .bool(false) : nil
        case UInt8(ascii: "n"): return word("null") ? .null : nil
        default: return number()
        }
    }

    mutating func object(depth: Int) -> JSONValue? {
        position += 1
        var members: [JSONMember] = []
        var names: Set<String> = []
        if take("}") { return .object([]) }
        repeat {
            skipSpace()
            guard current == UInt8(ascii: "\""), let name = text(), names.insert(name).inserted, take(":"),
                let value = value(depth: depth + 1)
            else { return nil }
            members.append(JSONMember(name, value))
        } while take(",")
        return take("}") ? .object(members) : nil
    }

    mutating func array(depth: Int) -> JSONValue? {
        position += 1
        var elements: [JSONValue] = []
        if take("]") { return .array([]) }
        repeat {
            guard let value = value(depth: depth + 1) else { return nil }
            elements.append(value)
        } while take(",")
        return take("]") ? .array(elements) : nil
    }

    mutating func number() -> JSONValue? {
        let start = position
        if current == UInt8(ascii: "-") { position += 1 }
        let first = current
        guard let whole = digits(), whole == 1 || first != UInt8(ascii: "0") else { return nil }
        if current == UInt8(ascii: ".") {
            position += 1
            guard digits() != nil else { return nil }
        }
        if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
            position += 1
            if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
            guard digits() != nil else { return nil }
        }
        return .number(String(decoding: bytes[start..<position], as: UTF8.self))
    }

    /// How many digits were read; nil for none.
    mutating func digits() -> Int? {
        let start = position
        while let byte = current, (0x30...0x39).contains(byte) { position += 1 }
        return position > start ? position - start : nil
    }

    mutating func text() -> String? {
        position += 1
        var content: [UInt8] = []
        while let byte = current {
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: content, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let escaped = escape() else { return nil }
                content += escaped
            case 0..<0x20: return nil
            default: content.append(byte)
            }
        }
        return nil
    }

    mutating func escape() -> [UInt8]? {
        guard let byte = current else { return nil }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "u"): return codePoint().map { Array(String(Character($0)).utf8) }
        default: return nil
        }
    }

    /// The character of one or two `\u` escapes; half a surrogate pair becomes U+FFFD, as servers that cut texts send it.
    mutating func codePoint() -> Unicode.Scalar? {
        guard let high = hexadecimal() else { return nil }
        if let scalar = Unicode.Scalar(high) { return scalar }
        let mark = position
        guard high < 0xDC00, take(byte: UInt8(ascii: "\\")), take(byte: UInt8(ascii: "u")), let low = hexadecimal(),
            (0xDC00..<0xE000).contains(low)
        else {
            position = mark
            return "\u{FFFD}"
        }
        return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    }

    mutating func hexadecimal() -> UInt32? {
        guard position + 4 <= bytes.count else { return nil }
        let digits = bytes[position..<position + 4]
        position += 4
        guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
        return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    }

    mutating func word(_ word: String) -> Bool {
        guard bytes[position...].starts(with: word.utf8) else { return false }
        position += word.utf8.count
        return true
    }

    mutating func take(_ sign: Unicode.Scalar) -> Bool {
        skipSpace()
        return take(byte: UInt8(ascii: sign))
    }

    mutating func take(byte: UInt8) -> Bool {
        guard current == byte else { return false }
        position += 1
        return true
    }

    mutating func skipSpace() {
        while let byte = current, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
    }
}
