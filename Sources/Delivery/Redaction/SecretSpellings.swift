import Foundation

/// The byte patterns by which secrets are found in a decoded text.
struct SecretSpellings: Sendable {
    /// Patterns by their first byte; empty where there are no secrets.
    private var patterns: [[Pattern]] = []
    /// Whether any pattern begins with a byte: most bytes of a text are passed over by this alone.
    private var begins: [Bool] = []

    var isEmpty: Bool { patterns.isEmpty }

    private struct Pattern: Hashable {
        let bytes: [UInt8]
        /// Whether it counts only where no letter or digit touches it.
        let alone: Bool
    }

    init(secrets: [String]) {
        var all: Set<Pattern> = []
        for secret in secrets {
            // A secret read from a file often ends in a line break that it loses on the way.
            for text in [secret, secret.trimmingCharacters(in: .whitespacesAndNewlines)] {
                let bytes = Array(text.utf8)
                let alone = bytes.count < SecretSpellings.shortest
                for spelling in alone ? [bytes] : SecretSpellings.spellings(bytes) {
                    all.insert(Pattern(bytes: spelling, alone: alone))
                }
            }
        }
        guard !all.isEmpty else { return }
        patterns = [[Pattern]](repeating: [], count: 256)
        for pattern in all {
            if let first = pattern.bytes.first { patterns[Int(first)].append(pattern) }
        }
        begins = patterns.map { !$0.isEmpty }
    }

    /// Where secrets stand, overlaps included; with `cut` also where the text ends within one.
    func matches(in text: [UInt8], cut: Bool) -> [Range<Int>] {
        var found: [Range<Int>] = []
        guard !isEmpty else { return found }
        for start in text.indices where begins[Int(text[start])] {
            for pattern in patterns[Int(text[start])] {
                let end = start + pattern.bytes.count
                if end <= text.count {
                    if text[start..<end].elementsEqual(pattern.bytes), !pattern.alone || isAlone(start..<end, text) {
                        found.append(start..<end)
                    }
                } else if cut, !pattern.alone, endsWithin(pattern, from: start, text) {
                    found.append(start..<text.count)
                }
            }
        }
        return found
    }

    private func isAlone(_ range: Range<Int>, _ text: [UInt8]) -> Bool {
        let neighbours = [range.lowerBound - 1, range.upperBound].filter(text.indices.contains)
        return !neighbours.contains { SecretSpellings.isWordByte(text[$0]) }
    }

    /// Whether the text ends in the head of a pattern; a few bytes of an escape that was cut in two may follow.
    private func endsWithin(_ pattern: Pattern, from start: Int, _ text: [UInt8]) -> Bool {
        let same = zip(text[start...], pattern.bytes).prefix { $0 == $1 }.count
        let rest = text[(start + same)...]
        return same >= SecretSpellings.shortest
            && (rest.isEmpty || rest.count < 6 && SecretSpellings.escapes.contains(rest[rest.startIndex]))
    }

    private static let shortest = 4
    private static let escapes = Array("%\\&".utf8)

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || Character(UnicodeScalar(byte)).isLetter || Character(UnicodeScalar(byte)).isNumber
    }
}

extension SecretSpellings {
    private static func spellings(_ secret: [UInt8]) -> [[UInt8]] {
        let lower = secret.flatMap { Array((($0 < 16 ? "0" : "") + String($0, radix: 16)).utf8) }
        let upper = Array(String(decoding: lower, as: UTF8.self).uppercased().utf8)
        let base64 = base64Spellings(secret)
        return [secret, lower, upper] + base64 + base64.map(urlSafe)
    }

    /// The secret's own base64, and what is left of it at each of three places inside a longer text.
    ///
    /// Three bytes make four characters, so the characters at the seams also depend on the neighbours: left out.
    private static func base64Spellings(_ secret: [UInt8]) -> [[UInt8]] {
        let whole = Array(Data(secret).base64EncodedString().utf8)
        let unpadded = Array(whole.prefix { $0 != UInt8(ascii: "=") })
        guard secret.count >= 6 else { return [whole, unpadded] }
        let inner = [(0, 0), (1, 2), (2, 3)].map { before, dependent in
            let padded = [UInt8](repeating: 0, count: before) + secret
            return Array(Data(padded).base64EncodedString().utf8.prefix(padded.count * 8 / 6).dropFirst(dependent))
        }
        return [whole, unpadded] + inner
    }

    private static func urlSafe(_ base64: [UInt8]) -> [UInt8] {
        base64.map { byte in
            switch byte {
            case UInt8(ascii: "+"): UInt8(ascii: "-")
            case UInt8(ascii: "/"): UInt8(ascii: "_")
            default: byte
            }
        }
    }
}
