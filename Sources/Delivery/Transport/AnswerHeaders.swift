public import Outreach

/// The header lines of an answer, kept as bytes and read when asked: most answers are judged by status and body alone.
public struct AnswerHeaders: Sendable, Hashable {
    private var lines: [UInt8]

    public init(_ fields: [HeaderField] = []) {
        lines = fields.flatMap { Array("\($0.name): \($0.value)\r\n".utf8) }
    }

    init(lines: [UInt8]) {
        self.lines = lines
    }

    /// Every field in the order of arrival; a line without a colon is left out.
    public var fields: [HeaderField] {
        lines.split(separator: UInt8(ascii: "\n")).compactMap(HeaderField.init(line:))
    }

    /// The first value of this name, looked up without regard to case (RFC 9110 §5.1).
    public subscript(name: String) -> String? {
        let wanted = name.lowercased()
        return fields.first { $0.name.lowercased() == wanted }?.value
    }
}

extension HeaderField {
    /// Reads `name: value`, white space around the value taken off; bytes that are not UTF-8 are replaced.
    fileprivate init?(line: ArraySlice<UInt8>) {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { return nil }
        let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == 0x0D }
        let value = line[line.index(after: colon)...].drop(while: isBlank)
        let end = value.lastIndex { !isBlank($0) }.map { value.index(after: $0) } ?? value.startIndex
        self.init(
            String(decoding: line[..<colon], as: UTF8.self),
            String(decoding: value[..<end], as: UTF8.self))
    }
}
