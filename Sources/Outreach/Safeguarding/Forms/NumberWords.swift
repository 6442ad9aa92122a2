/// Numbers written in words, up to ninety-nine, in Vietnamese and English.
struct NumberWords: Sendable {
    private var digits: [WordNumber: Int] = [:]
    private var small: [WordNumber: Int] = [:]
    private var ten = WordNumbers()
    private var tens = WordNumbers()
    private var bareDigits: [WordNumber: Int] = [:]
    /// Words for a digit that only stand behind tens: "một một một tư vấn" ends with no four.
    private var behindTens = WordNumbers()
    /// Everything a number in words can begin with, as it is written and without marks.
    private var openers = WordNumbers()
    private var bareOpeners = WordNumbers()

    init(_ vocabulary: inout Vocabulary) {
        let vietnamese = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
        for (value, word) in vietnamese.enumerated() { add(word, value, &vocabulary) }
        for (word, value) in [("mốt", 1), ("tư", 4), ("lăm", 5), ("nhăm", 5), ("bẩy", 7)] {
            add(word, value, &vocabulary)
            if value == 4 || value == 5 { addBehindTens(word, &vocabulary) }
        }
        ten.insert(key("mười", &vocabulary))
        tens.insert(key("mươi", &vocabulary))
        let english = [
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
        ]
        for (value, word) in english.enumerated() {
            let number = key(word, &vocabulary)
            if value < 10 { digits[number] = value } else { small[number] = value }
        }
        openers = WordNumbers(Array(digits.keys) + Array(small.keys))
        openers.insert(key("mười", &vocabulary))
        bareOpeners = WordNumbers(bareDigits.keys)
    }

    private mutating func add(_ word: String, _ value: Int, _ vocabulary: inout Vocabulary) {
        let key = WordKey(word.unicodeScalars)
        digits[vocabulary.number(of: key.exact)] = value
        bareDigits[vocabulary.number(of: key.bare)] = value
    }

    private func key(_ word: String, _ vocabulary: inout Vocabulary) -> WordNumber {
        vocabulary.number(of: WordKey(word.unicodeScalars).exact)
    }

    /// Whether a number in words can begin here: at most words none does, and nothing more has to be asked.
    func mayOpen(at token: Token) -> Bool {
        token.isWord && (openers.contains(token.exactWord) || bareOpeners.contains(token.looseWord))
    }

    /// A single digit in words.
    func digit(_ token: Token) -> Int? {
        guard token.isWord else { return nil }
        return digits[token.exactWord] ?? (token.traits.contains(.bare) ? bareDigits[token.bareWord] : nil)
    }

    /// One or two digits in words, as numbers to call are read: "tám" is 8, "mười lăm" 15.
    func dialled(from start: Int, in tokens: [Token]) -> (digits: String, end: Int)? {
        guard start < tokens.count, tokens[start].isWord, !isBehindTens(tokens[start]) else { return nil }
        if let digit = digit(tokens[start]) { return (String(digit), start + 1) }
        guard ten.contains(tokens[start].exactWord) else { return nil }
        guard start + 1 < tokens.count, let unit = digit(tokens[start + 1]) else { return ("10", start + 1) }
        return ("1\(unit)", start + 2)
    }

    private mutating func addBehindTens(_ word: String, _ vocabulary: inout Vocabulary) {
        let key = WordKey(word.unicodeScalars)
        behindTens.insert(vocabulary.number(of: key.exact))
        behindTens.insert(vocabulary.number(of: key.bare))
    }

    /// What is written without diacritics has a number of its own only where it is no digit otherwise.
    private func isBehindTens(_ token: Token) -> Bool {
        behindTens.contains(token.exactWord) || behindTens.contains(token.looseWord)
    }

    /// The end of a number in the range that begins at a token, in digits or words.
    func end(of range: ClosedRange<Int>, from start: Int, in tokens: [Token]) -> Int? {
        let token = tokens[start]
        if token.isNumber {
            guard range.contains(token.value), token.length <= 2, NumberForm.isAlone(start, in: tokens) else {
                return nil
            }
            return start + 1
        }
        guard let (value, end) = spoken(from: start, in: tokens), range.contains(value) else { return nil }
        return end
    }

    private func spoken(from start: Int, in tokens: [Token]) -> (value: Int, end: Int)? {
        let token = tokens[start]
        guard token.isWord else { return nil }
        let next = start + 1 < tokens.count && tokens[start + 1].sentence == token.sentence ? tokens[start + 1] : nil
        if ten.contains(token.exactWord) {
            guard let next, let unit = digit(next), unit > 0 else { return (10, start + 1) }
            return (10 + unit, start + 2)
        }
        if let value = small[token.exactWord] { return (value, start + 1) }
        guard let value = digit(token) else { return nil }
        guard let next, tens.contains(next.exactWord), value > 1 else { return (value, start + 1) }
        let unit = start + 2 < tokens.count ? digit(tokens[start + 2]) : nil
        return unit.map { (value * 10 + $0, start + 3) } ?? (value * 10, start + 2)
    }
}
