/// How a word is compared: by its toneless letters and its tone, and by its letters without any mark.
struct WordKey: Hashable, Sendable {
    private(set) var exact: [Unicode.Scalar] = []
    private(set) var bare: [Unicode.Scalar] = []
    private(set) var hasMarks = false

    /// A key to read words into one after the other, so that no memory is asked for each of them.
    init() {}

    /// - Parameter letters: folded to lower case.
    init(_ letters: some Sequence<Unicode.Scalar>) {
        read(letters)
    }

    /// Becomes the key of a word.
    ///
    /// - Parameter letters: folded to lower case.
    mutating func read(_ letters: some Sequence<Unicode.Scalar>) {
        exact.removeAll(keepingCapacity: true)
        bare.removeAll(keepingCapacity: true)
        hasMarks = false
        withoutStretching(letters)
        var tone: UInt8 = 0
        for index in exact.indices {
            guard let parts = VietnameseLetter.parts(of: exact[index]) else {
                bare.append(exact[index])
                continue
            }
            exact[index] = parts.toneless
            bare.append(parts.bare)
            if parts.tone > 0 { tone = parts.tone }
            hasMarks = true
        }
        settleFinalY()
        if tone > 0 { exact.append(Unicode.Scalar(UInt8(ascii: "0") + tone)) }
    }

    /// A letter written three times or more for emphasis stands once.
    private mutating func withoutStretching(_ letters: some Sequence<Unicode.Scalar>) {
        var run = 0
        for letter in letters {
            run = letter == exact.last ? run + 1 : 1
            if run == 3, ("a"..."z").contains(letter) || letter.value >= 0x80 {
                while exact.count > 1, exact[exact.count - 2] == letter { exact.removeLast() }
            }
            if run < 3 || Letters.isDigit(letter) { exact.append(letter) }
        }
    }

    /// Lý and lí, kỹ and kĩ, mỹ and mĩ are one word: y behind a single consonant becomes i.
    private mutating func settleFinalY() {
        guard exact.count == 2, exact[1] == "y" else { return }
        switch exact[0] {
        case "h", "k", "l", "m", "s", "t":
            exact[1] = "i"
            bare = exact
        default: break
        }
    }
}
