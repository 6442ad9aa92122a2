/// A UUID of version 7 (RFC 9562 §5.7): time-ordered, made by whoever creates the thing, offline too.
///
/// The phantom type keeps a post's id from being taken for a session's.
public struct Identifier<Subject>: Sendable, Hashable, Comparable, LosslessStringConvertible {
    /// Lower-case, with hyphens.
    public let description: String

    /// Reads the 36-character form in either case; other versions of UUID are accepted, other forms are not.
    public init?(_ text: String) {
        guard text.utf8.count == 36 else { return nil }
        var hasUpperCase = false
        for (place, byte) in text.utf8.enumerated() {
            let isHyphen = place == 8 || place == 13 || place == 18 || place == 23
            switch byte {
            case UInt8(ascii: "-") where isHyphen: break
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"):
                if isHyphen { return nil }
            case UInt8(ascii: "A")...UInt8(ascii: "F"):
                if isHyphen { return nil }
                hasUpperCase = true
            default: return nil
            }
        }
        description = hasUpperCase ? text.lowercased() : text
    }

    private init(unchecked text: String) {
        description = text
    }

    /// The one that sorts before all others (RFC 9562 §5.9); nothing has it.
    static var least: Self { Self(unchecked: "00000000-0000-0000-0000-000000000000") }

    /// Makes an id from a time and 74 random bits handed in.
    public init(at instant: Instant, using generator: inout some RandomNumberGenerator) {
        let time = UInt64(bitPattern: instant.milliseconds)
        let high = time << 16 | 0x7000 | generator.next() & 0x0FFF
        let low = 0x8000_0000_0000_0000 | generator.next() >> 2
        description = String(unsafeUninitializedCapacity: 36) { text in
            var place = 0
            for digit in 0..<32 {
                if [8, 12, 16, 20].contains(digit) {
                    text[place] = UInt8(ascii: "-")
                    place += 1
                }
                let word = digit < 16 ? high : low
                text[place] = Identifier.digit(UInt8(word >> UInt64(4 * (15 - digit % 16)) & 15))
                place += 1
            }
            return place
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }

    /// The last eight characters: enough to tell things apart on a screen and to name one on the command line.
    public var short: String { String(description.suffix(8)) }

    /// Whether it is the nil or the max UUID (RFC 9562 §5.9, §5.10), which stand for "no id" and are nobody's.
    public var isReserved: Bool {
        description.utf8.allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: "-") }
            || description.utf8.allSatisfy { $0 == UInt8(ascii: "f") || $0 == UInt8(ascii: "-") }
    }

    public static func < (left: Identifier, right: Identifier) -> Bool { left.description < right.description }
}

extension Identifier: Codable {
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let identifier = Identifier(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "not an id: \(text)"))
        }
        self = identifier
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension String {
    func leftPadded(_ width: Int) -> String {
        String(repeating: "0", count: max(0, width - count)) + self
    }
}
