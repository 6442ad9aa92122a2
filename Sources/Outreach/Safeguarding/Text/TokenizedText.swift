/// A text cut into tokens and sentences, with an index of where each word of the rules stands.
struct TokenizedText {
    let tokens: [Token]
    let sentences: [Sentence]
    /// What patterns ask of each token.
    let words: [TokenWord]
    private let exactPlaces: WordPlaces
    private let loosePlaces: WordPlaces

    /// - Parameter parts: title, body, file names: each begins a sentence.
    init(parts: [String], reader: WordReader) {
        var tokenizer = Tokenizer(vocabulary: reader.vocabulary, abbreviations: reader.abbreviations)
        for (index, part) in parts.enumerated() { tokenizer.add(part, part: index) }
        (tokens, sentences) = reader.read(tokenizer.tokens, sentenceStarts: tokenizer.sentenceStarts)
        var words: [TokenWord] = []
        words.reserveCapacity(tokens.count)
        for (number, sentence) in sentences.enumerated() {
            for token in tokens[sentence.tokens] { words.append(TokenWord(token, in: sentence, number)) }
        }
        self.words = words
        exactPlaces = WordPlaces(words, of: reader.vocabulary.count, \.exact)
        loosePlaces = WordPlaces(words, of: reader.vocabulary.count, \.loose)
    }

    /// Calls `body` with every place where the word stands, as written or, where that is allowed, without its marks.
    func forEachPlace(exact: WordNumber, bare: WordNumber, _ body: (Int) -> Void) {
        exactPlaces.forEach(of: exact, body)
        // A word without marks is found already.
        if bare != exact { loosePlaces.forEach(of: bare, body) }
    }

    /// Calls `body` with every word of the rules that stands in the text, written so or to be read so.
    func forEachWord(_ body: (WordNumber) -> Void) {
        for (place, word) in words.enumerated() {
            if exactPlaces.isFirst(place, of: word.exact) { body(word.exact) }
            if loosePlaces.isFirst(place, of: word.loose) { body(word.loose) }
        }
    }

    /// The sentences the word stands in.
    func sentences(exact: WordNumber, bare: WordNumber) -> SentenceSet {
        var found = exactPlaces.sentences(of: exact)
        if bare != exact { found.formUnion(loosePlaces.sentences(of: bare)) }
        return found
    }

    /// The sentences a run of tokens touches.
    func sentences(of run: Range<Int>) -> ClosedRange<Int32> {
        tokens[run.lowerBound].sentence...tokens[max(run.lowerBound, run.upperBound - 1)].sentence
    }

    func sentence(of token: Int) -> Sentence { sentences[Int(tokens[token].sentence)] }
}

/// As much of a token as a pattern asks for, so that what is looked at most lies close together.
struct TokenWord {
    let exact: WordNumber
    /// The word it is read as without diacritics, where that is allowed.
    let loose: WordNumber
    let sentenceEnd: Int32
    let isSeparator: Bool
    /// The sentence's place in a ``SentenceSet``.
    let sentence: UInt8

    init(_ token: Token, in sentence: Sentence, _ number: Int) {
        exact = token.exactWord
        loose = token.looseWord
        sentenceEnd = Int32(sentence.tokens.upperBound)
        isSeparator = token.kind == .separator
        self.sentence = UInt8(number & 63)
    }
}

/// Some sentences of a text: of a longer one every 64th counts as the same, so what is in the set may be in it for
/// another, and what is not is not.
struct SentenceSet: Sendable {
    private var bits: UInt64 = 0

    static let all = SentenceSet(bits: .max)
    static let none = SentenceSet(bits: 0)

    private init(bits: UInt64) {
        self.bits = bits
    }

    var isEmpty: Bool { bits == 0 }

    func contains(_ word: TokenWord) -> Bool { bits & (1 << UInt64(word.sentence)) != 0 }

    mutating func insert(_ word: TokenWord) { bits |= 1 << UInt64(word.sentence) }

    mutating func formUnion(_ other: SentenceSet) { bits |= other.bits }

    mutating func formIntersection(_ other: SentenceSet) { bits &= other.bits }
}

/// For each word of the rules, the places where it stands: the first, and behind each place the next.
struct WordPlaces {
    private static let none: Int32 = -1

    private let first: [Int32]
    private let next: [Int32]
    private let sentences: [SentenceSet]

    /// - Parameter count: how many words the rules have.
    init(_ words: [TokenWord], of count: Int, _ number: (TokenWord) -> WordNumber) {
        // Few texts are written without diacritics.
        guard words.contains(where: { number($0) >= 0 }) else {
            (first, next, sentences) = ([], [], [])
            return
        }
        var first = [Int32](repeating: WordPlaces.none, count: count)
        var next = [Int32](repeating: WordPlaces.none, count: words.count)
        var sentences = [SentenceSet](repeating: .none, count: count)
        for place in words.indices.reversed() {
            let word = Int(number(words[place]))
            guard word >= 0 else { continue }
            next[place] = first[word]
            first[word] = Int32(place)
            sentences[word].insert(words[place])
        }
        (self.first, self.next, self.sentences) = (first, next, sentences)
    }

    func sentences(of word: WordNumber) -> SentenceSet {
        word >= 0 && Int(word) < sentences.count ? sentences[Int(word)] : .none
    }

    func isFirst(_ place: Int, of word: WordNumber) -> Bool {
        word >= 0 && Int(word) < first.count && Int(first[Int(word)]) == place
    }

    func forEach(of word: WordNumber, _ body: (Int) -> Void) {
        guard word >= 0, Int(word) < first.count else { return }
        var place = first[Int(word)]
        while place != WordPlaces.none {
            body(Int(place))
            place = next[Int(place)]
        }
    }
}
