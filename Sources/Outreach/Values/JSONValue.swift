/// A JSON value (RFC 8259) that keeps the order of its members and every digit of its numbers.
public enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    /// The number as it was written, because a `Double` would round the long ids some networks give.
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([JSONMember])

    /// The value of the first member of this name; nil for anything but an object.
    public func member(_ name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// What a text, a number or a truth value says, as text; nil for null, lists and objects.
    public var scalarText: String? {
        switch self {
        case .string(let text): text
        case .number(let digits): digits
        case .bool(let flag): flag ? "true" : "false"
        case .null, .array, .object: nil
        }
    }

    /// Whether both say the same: numbers by value (`0` and `0.0`), texts by bytes, and never across types.
    public func isSame(as other: JSONValue) -> Bool {
        switch (self, other) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.number(let left), .number(let right)): left == right || JSONValue.sameNumber(left, right)
        case (.string(let left), .string(let right)): left.utf8.elementsEqual(right.utf8)
        case (.array(let left), .array(let right)):
            left.count == right.count && zip(left, right).allSatisfy { $0.isSame(as: $1) }
        case (.object(let left), .object(let right)):
            left.count == right.count && left.allSatisfy { other.member($0.name)?.isSame(as: $0.value) ?? false }
                && right.allSatisfy { self.member($0.name) != nil }
        default: false
        }
    }

    /// Beyond 2^53 doubles no longer tell neighbours apart, so there only the same digits are the same number.
    private static func sameNumber(_ left: String, _ right: String) -> Bool {
        guard let left = Double(left), let right = Double(right) else { return false }
        return left == right && abs(left) < 9_007_199_254_740_992
    }
}

/// One name and value of a JSON object.
public struct JSONMember: Sendable, Hashable {
    public let name: String
    public let value: JSONValue

    public init(_ name: String, _ value: JSONValue) {
        self.name = name
        self.value = value
    }
}

extension JSONValue: CustomStringConvertible {
    /// Compact JSON, members in their order.
    public var description: String { String(decoding: bytes, as: UTF8.self) }

    /// Compact JSON in UTF-8, members in their order: the same value always gives the same bytes.
    public var bytes: [UInt8] {
        var output: [UInt8] = []
        write(to: &output)
        return output
    }

    func write(to output: inout [UInt8]) {
        switch self {
        case .null: output += "null".utf8
        case .bool(let flag): output += (flag ? "true" : "false").utf8
        case .number(let digits): output += digits.utf8
        case .string(let text): JSONValue.write(text, to: &output)
        case .array(let elements):
            JSONValue.write(elements, in: JSONValue.brackets, to: &output) { $0.write(to: &$1) }
        case .object(let members):
            JSONValue.write(members, in: JSONValue.braces, to: &output) { member, output in
                JSONValue.write(member.name, to: &output)
                output.append(UInt8(ascii: ":"))
                member.value.write(to: &output)
            }
        }
    }

    static let brackets = (open: UInt8(ascii: "["), close: UInt8(ascii: "]"))
    static let braces = (open: UInt8(ascii: "{"), close: UInt8(ascii: "}"))

    /// What stands between two marks, with commas.
    static func write<Element, Failure: Error>(
        _ elements: [Element], in marks: (open: UInt8, close: UInt8), to output: inout [UInt8],
        _ writeOne: (Element, inout [UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        output.append(marks.open)
        for (index, element) in elements.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            try writeOne(element, &output)
        }
        output.append(marks.close)
    }

    /// A text in quotation marks; only what RFC 8259 §7 demands is escaped.
    static func write(_ text: String, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        defer { output.append(UInt8(ascii: "\"")) }
        var text = text
        text.withUTF8 { bytes in
            // Texts that need no escape, nearly all, are copied as a whole.
            bytes.contains(where: isEscaped) ? escape(bytes, to: &output) : output.append(contentsOf: bytes)
        }
    }

    private static func escape(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\""): output += #"\""#.utf8
            case UInt8(ascii: "\\"): output += #"\\"#.utf8
            case 0x0A: output += #"\n"#.utf8
            case 0x0D: output += #"\r"#.utf8
            case 0x09: output += #"\t"#.utf8
            case 0..<0x20: output += (#"\u00"# + String(byte, radix: 16).leftPadded(2)).utf8
            default: output.append(byte)
            }
        }
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }
}
