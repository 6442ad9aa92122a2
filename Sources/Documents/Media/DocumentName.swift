/// A name in a PDF file (ISO 32000-1, 7.3.5) with its escapes read: `/Author` and `/#41uthor` are the same.
struct DocumentName: Sendable, Hashable {
    let text: String
    /// Where its slash stands.
    let start: Int
    /// Just behind it.
    let end: Int

    /// Where any of these names stand, in order. Longer names that begin alike are others.
    static func all(of wanted: Set<String>, in bytes: ArraySlice<UInt8>) -> [DocumentName] {
        let firsts = Set(wanted.compactMap(\.utf8.first) + [UInt8(ascii: "#")])
        let longest = wanted.map(\.utf8.count).max() ?? 0
        var found: [DocumentName] = []
        bytes.withUnsafeBufferPointer { area in
            for place in 0..<max(0, area.count - 1) where area[place] == UInt8(ascii: "/") {
                guard firsts.contains(area[place + 1]), let name = read(area, after: place, longest: longest),
                    wanted.contains(name.text)
                else { continue }
                found.append(
                    DocumentName(
                        text: name.text, start: bytes.startIndex + place, end: bytes.startIndex + name.end))
            }
        }
        return found
    }

    /// White space (7.2.2).
    static func isSpace(_ byte: UInt8) -> Bool { [0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20].contains(byte) }

    private static let delimiters = Set("()<>[]{}/%".utf8)

    private static func read(
        _ area: UnsafeBufferPointer<UInt8>, after slash: Int, longest: Int
    ) -> (text: String, end: Int)? {
        var (text, index): ([UInt8], Int) = ([], slash + 1)
        while index < area.count, !isSpace(area[index]), !delimiters.contains(area[index]) {
            if area[index] == UInt8(ascii: "#"), index + 2 < area.count, let high = digit(area[index + 1]),
                let low = digit(area[index + 2])
            {
                text.append(high << 4 | low)
                index += 3
            } else {
                text.append(area[index])
                index += 1
            }
            guard text.count <= longest else { return nil }
        }
        return (String(decoding: text, as: UTF8.self), index)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) }
    }
}
