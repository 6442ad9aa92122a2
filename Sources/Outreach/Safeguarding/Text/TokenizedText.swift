/// A text cut into tokens and sentences, with an index of where each word of the rules stands.
struct TokenizedText {
    private(set) var tokens: [Token]
    private(set) var sentences: [Sentence] = []
    /// What patterns ask of each token.
    private(set) var words: [TokenWord]
    private var exactIndex: WordIndex
    private var bareIndex: WordIndex

    /// - Parameter parts: title, body, file names: each begins a sentence.
    init(parts: [String], reader: WordReader) {
        var tokenizer = Tokenizer(vocabulary: reader.vocabulary, abbreviations: reader.abbreviations)
        for (index, part) in parts.enumerated() { tokenizer.add(part, part: index) }
        (tokens, sentences) = reader.read(tokenizer.tokens, sentenceStarts: tokenizer.sentenceStarts)
        words = tokens.map(TokenWord.init)
        exactIndex = WordIndex(tokens, words: reader.vocabulary.count, \.exactWord)
        bareIndex = WordIndex(tokens, words: reader.vocabulary.count, \.looseWord)
    }

    /// Calls `body` with every place where the word stands, as written or, where that is allowed, without its marks.
    func forEachPlace(exact: WordNumber, bare: WordNumber, _ body: (Int) -> Void) {
        for place in exactIndex.places(of: exact) { body(Int(place)) }
        // A word without marks is found already.
        guard bare != exact else { return }
        for place in bareIndex.places(of: bare) { body(Int(place)) }
    }

    /// Whether the word stands anywhere.
    func holds(exact: WordNumber, bare: WordNumber) -> Bool {
        exactIndex.holds(exact) || (bare != exact && bareIndex.holds(bare))
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
    let isSeparator: Bool

    init(_ token: Token) {
        exact = token.exactWord
        loose = token.looseWord
        isSeparator = token.kind == .separator
    }
}

/// For each word of the rules, the places where it stands.
struct WordIndex {
    /// `offsets[word]..<offsets[word + 1]` are the places of a word.
    private var offsets: [Int32]
    private var places: [Int32]

    init(_ tokens: [Token], words: Int, _ word: (Token) -> WordNumber) {
        offsets = [Int32](repeating: 0, count: words + 1)
        var count = 0
        for token in tokens where word(token) >= 0 {
            offsets[Int(word(token)) + 1] += 1
            count += 1
        }
        for index in 0..<words { offsets[index + 1] += offsets[index] }
        places = [Int32](repeating: 0, count: count)
        var next = offsets
        for (position, token) in tokens.enumerated() where word(token) >= 0 {
            let number = Int(word(token))
            places[Int(next[number])] = Int32(position)
            next[number] += 1
        }
    }

    func holds(_ word: WordNumber) -> Bool {
        guard word >= 0, Int(word) + 1 < offsets.count else { return false }
        return offsets[Int(word) + 1] > offsets[Int(word)]
    }

    func places(of word: WordNumber) -> ArraySlice<Int32> {
        guard word >= 0, Int(word) + 1 < offsets.count else { return [] }
        return places[Int(offsets[Int(word)])..<Int(offsets[Int(word) + 1])]
    }
}
