import Foundation

/// The order of names as Vietnamese dictionaries and offices have it: a ă â … d đ e ê … o ô ơ … u ư, and among words of
/// the same letters by tone: level, huyền, hỏi, ngã, sắc, nặng (CLDR, collation for `vi`). Capitals do not matter, and
/// numbers go by their value: “Tổ 2” before “Tổ 10”.
public struct NameOrder: Sendable, Hashable, Comparable {
    private var letters: [UInt64] = []
    private var tones: [UInt8] = []
    private var isInNumber = false
    private let text: String

    public init(_ text: String) {
        self.text = text
        for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars { add(scalar) }
    }

    public static func < (left: NameOrder, right: NameOrder) -> Bool {
        if left.letters != right.letters { return left.letters.lexicographicallyPrecedes(right.letters) }
        if left.tones != right.tones { return left.tones.lexicographicallyPrecedes(right.tones) }
        return left.text < right.text
    }

    /// Room between two plain letters for those that Vietnamese makes of the first.
    private static let step: UInt64 = 4
    /// Stands before the value of a number, which is where digits stand among other signs.
    private static let number = UInt64(UInt8(ascii: "0")) * step

    private mutating func add(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x30...0x39: add(digit: UInt64(scalar.value - 0x30))
        case 0x111: append(UInt64(UInt8(ascii: "d")) * Self.step + 1)
        case 0x302: change(["a": 2, "e": 1, "o": 1])
        case 0x306: change(["a": 1])
        case 0x31B: change(["o": 2, "u": 1])
        case 0x300: setTone(1)
        case 0x309: setTone(2)
        case 0x303: setTone(3)
        case 0x301: setTone(4)
        case 0x323: setTone(5)
        default: append(UInt64(scalar.value) * Self.step)
        }
    }

    private mutating func append(_ weight: UInt64) {
        isInNumber = false
        letters.append(weight)
        tones.append(0)
    }

    /// A number stands where its first digit would, and then for its value.
    private mutating func add(digit: UInt64) {
        guard isInNumber, let value = letters.last, value < 1 << 59 else {
            append(Self.number)
            append(digit)
            isInNumber = true
            return
        }
        letters[letters.count - 1] = value * 10 + digit
    }

    private mutating func change(_ additions: [Unicode.Scalar: UInt64]) {
        guard !isInNumber, let last = letters.last, last % Self.step == 0,
            let letter = Unicode.Scalar(UInt32(last / Self.step)),
            let addition = additions[letter]
        else { return }
        letters[letters.count - 1] += addition
    }

    private mutating func setTone(_ tone: UInt8) {
        if !tones.isEmpty { tones[tones.count - 1] = tone }
    }
}

extension Sequence {
    /// In the order of their names.
    public func inOrder(of name: (Element) -> String) -> [Element] {
        map { ($0, NameOrder(name($0))) }.sorted { $0.1 < $1.1 }.map(\.0)
    }
}
