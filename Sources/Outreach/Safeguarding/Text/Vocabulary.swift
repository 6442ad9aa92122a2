/// The number under which a word of the rules is known; words no rule uses share one.
typealias WordNumber = Int32

/// The words the rules use, each under a number, so that matching compares numbers.
struct Vocabulary: Sendable {
    static let unknown: WordNumber = -1

    private var numbers: [String: WordNumber] = [:]

    var count: Int { numbers.count }

    /// The number of a word of the rules, given to it on first use.
    mutating func number(of key: String) -> WordNumber {
        if let number = numbers[key] { return number }
        let number = WordNumber(numbers.count)
        numbers[key] = number
        return number
    }

    func known(_ key: String) -> WordNumber { numbers[key] ?? Vocabulary.unknown }
}

/// How a word is compared: by its toneless letters and its tone, and by its letters without any mark.
struct WordKey {
    let exact: String
    let bare: String
    let hasMarks: Bool

    /// - Parameter letters: folded to lower case.
    init(_ letters: some Sequence<Unicode.Scalar>) {
        var toneless = String.UnicodeScalarView()
        var bare = String.UnicodeScalarView()
        var tone: UInt8 = 0
        var hasMarks = false
        for letter in WordKey.withoutStretching(letters) {
            if let parts = VietnameseLetter.parts(of: letter) {
                toneless.append(parts.toneless)
                bare.append(parts.bare)
                if parts.tone > 0 { tone = parts.tone }
                hasMarks = true
            } else {
                toneless.append(letter)
                bare.append(letter)
            }
        }
        WordKey.settleFinalY(&toneless, bare: &bare)
        if tone > 0 { toneless.append(Unicode.Scalar(UInt8(ascii: "0") + tone)) }
        exact = String(toneless)
        self.bare = String(bare)
        self.hasMarks = hasMarks
    }

    /// A letter written three times or more for emphasis stands once.
    private static func withoutStretching(_ letters: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        var run = 0
        for letter in letters {
            run = letter == result.last ? run + 1 : 1
            if run == 3, ("a"..."z").contains(letter) || letter.value >= 0x80 {
                while result.count > 1, result[result.count - 2] == letter { result.removeLast() }
            }
            if run < 3 || ("0"..."9").contains(letter) { result.append(letter) }
        }
        return result
    }

    /// Lý and lí, kỹ and kĩ, mỹ and mĩ are one word: y behind a single consonant becomes i.
    private static func settleFinalY(
        _ toneless: inout String.UnicodeScalarView, bare: inout String.UnicodeScalarView
    ) {
        guard toneless.last == "y", toneless.count == 2, let consonant = toneless.first,
            "hklmst".contains(String(consonant))
        else { return }
        toneless = String.UnicodeScalarView([consonant, "i"])
        bare = toneless
    }
}
