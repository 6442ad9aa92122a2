/// A run of tokens in one number, so that many of them are put in order quickly: by start, then by end.
struct MentionRun: Comparable {
    private let bits: UInt64

    init(_ range: Range<Int>) {
        bits = UInt64(range.lowerBound) << 32 | UInt64(range.upperBound)
    }

    var range: Range<Int> { Int(bits >> 32)..<Int(bits & 0xFFFF_FFFF) }

    static func < (left: MentionRun, right: MentionRun) -> Bool { left.bits < right.bits }
}
