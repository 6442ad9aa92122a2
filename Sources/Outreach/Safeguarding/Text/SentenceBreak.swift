/// What stands between two tokens, and whether a sentence ends there.
struct SentenceBreak {
    var newlines = 0
    var hasBlank = false
    private(set) var joint: Unicode.Scalar?
    private var marks = 0
    private var stop: Unicode.Scalar?
    private var hasColon = false
    private var hasBullet = false
    private var closesQuote = false
    private(set) var opensClause = false

    init(newlines: Int = 0) {
        self.newlines = newlines
        hasBlank = newlines > 0
    }

    var isStop: Bool { stop != nil }
    /// Nothing but this mark stands there so far.
    var isEmpty: Bool { marks == 0 && !hasBlank }

    mutating func add(_ mark: Unicode.Scalar, isInside: Bool) {
        marks += 1
        joint = marks == 1 && isInside ? mark : nil
        if SentenceBreak.opensClause(mark, hasBlank: hasBlank) { opensClause = true }
        switch mark {
        case ".", "…": if !isInside { stop = stop ?? mark }
        case "!", "?": stop = mark
        case ":": hasColon = true
        case "\"", "'", "”", "’", "»", ")", "]": closesQuote = stop != nil
        case "-", "–", "—", "•", "*", "+", "·", "●", "▪", "◦", "→", "✓", "✔": if newlines > 0 { hasBullet = true }
        default:
            // Pictures stand at the beginning of lines as bullets do.
            if newlines > 0, mark.value >= 0x2190 { hasBullet = true }
        }
    }

    /// Quotation marks that look the same on both sides open where a blank stands before them.
    private static func opensClause(_ mark: Unicode.Scalar, hasBlank: Bool) -> Bool {
        switch mark {
        case "“", "«", "‘", "(", "[", ":", "–", "—", "•", "→", "/", "|": true
        case "\"", "'", "-", "*": hasBlank
        default: false
        }
    }

    /// Whether `next` begins a sentence after the tokens of the one before.
    func breaks(
        between sentence: ArraySlice<Token>, and next: Token, _ abbreviations: WordNumbers
    ) -> Bool {
        if newlines > 1 || (newlines > 0 && (hasBullet || stop != nil || hasColon)) { return true }
        guard let last = sentence.last(where: { $0.kind != .separator }) else { return true }
        if newlines > 0 { return opensNewLine(last, next) }
        guard let stop, hasBlank || closesQuote || stop != "." else { return false }
        switch stop {
        case ".", "…": return endsWithDot(sentence, last, next, abbreviations)
        default: return !(closesQuote && next.isWord && !next.isCapitalised)
        }
    }

    /// A line that goes on in lower case, or goes on shouting, is only wrapped.
    private func opensNewLine(_ last: Token, _ next: Token) -> Bool {
        if next.isNumber { return true }
        if next.traits.contains(.capitals), last.traits.contains(.capitals), next.length > 1 { return false }
        return next.isCapitalised || !next.isWord
    }

    private func endsWithDot(
        _ sentence: ArraySlice<Token>, _ last: Token, _ next: Token, _ abbreviations: WordNumbers
    ) -> Bool {
        let before = sentence.dropLast().last
        if last.isNumber {
            // "1. Bình tĩnh": the number of a step opens the sentence that follows it.
            return last.length > 2 || !(before == nil || before?.kind == .separator)
        }
        guard last.isWord else { return true }
        if last.isUpperLetter, !last.traits.contains(.joined) || last.joint == "." {
            // Initials go on with another letter or in lower case; a name behind them is the next sentence's.
            return next.isWord && next.isCapitalised && next.length > 1 && !abbreviations.contains(last.exactWord)
        }
        if last.isCapitalised, abbreviations.contains(last.exactWord) { return false }
        // "Th. bị …" is an initial of two letters; a sentence does not go on in lower case.
        if last.isCapitalised, last.length < 4, next.isWord, !next.isCapitalised { return false }
        if last.length > 1 || last.traits.contains(.joined) { return true }
        // A letter in lower case is an initial; with a mark of its own it is a word: "dâm ô. Em …", "để ý. Mọi …".
        return last.traits.contains(.marked) && next.isWord && next.isCapitalised
            && !abbreviations.contains(last.exactWord)
    }
}
