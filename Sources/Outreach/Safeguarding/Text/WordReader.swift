/// Reads tokens as their sentence asks for: in which language it is, whether its capitals mean names, whether
/// diacritics were left out, and what its abbreviations stand for.
struct WordReader: Sendable {
    let vocabulary: Vocabulary
    let abbreviations: WordNumbers
    /// Short forms of messages and offices by the words they stand for: hs is học sinh.
    let spellings: [WordNumber: [(exact: WordNumber, bare: WordNumber)]]
    /// Those that are short forms: nearly all words are none.
    private let shortForms: WordNumbers
    /// Letters that stand for a name with a dot behind them, whatever they are short for in messages: Ng., Kh.
    private let doubleLetters: WordNumbers
    /// The commonest words of English, which tell its sentences from Vietnamese without diacritics.
    let englishWords: WordNumbers

    static let abbreviationList = "abbreviation"
    static let englishList = "english"

    init(_ rules: SafeguardingRules, _ lists: [String: WordList], _ compiler: inout RuleCompiler) {
        abbreviations = compiler.words(of: lists[WordReader.abbreviationList]).exact
        englishWords = compiler.words(of: lists[WordReader.englishList]).exact
        doubleLetters = compiler.words(of: lists[FormWords.doubleLetterList]).exact
        spellings = compiler.spellings(rules.spellings)
        shortForms = WordNumbers(spellings.keys)
        // Last, once every word has its number.
        vocabulary = compiler.vocabulary
    }

    func read(_ raw: [Token], sentenceStarts: [Int]) -> (tokens: [Token], sentences: [Sentence]) {
        var tokens: [Token] = []
        var sentences: [Sentence] = []
        tokens.reserveCapacity(raw.count + raw.count / 8)
        let whole = SentenceProfile(raw[...], englishWords: englishWords)
        for (index, start) in sentenceStarts.enumerated() {
            let end = index + 1 < sentenceStarts.count ? sentenceStarts[index + 1] : raw.count
            let profile = SentenceProfile(raw[start..<end], englishWords: englishWords, isAmongEnglish: whole.isEnglish)
            let first = tokens.count
            for place in start..<end {
                // B1, b2 are steps, whatever b stands for elsewhere.
                let isNumbered = place + 1 < end && raw[place + 1].isNumber && raw[place + 1].traits.contains(.joined)
                append(raw[place], to: &tokens, profile, sentence: Int32(index), isNumbered: isNumbered)
            }
            sentences.append(
                Sentence(
                    tokens: first..<tokens.count, hasPlainCapitals: profile.hasPlainCapitals,
                    isShouting: profile.isShouting, isEnglish: profile.isEnglish))
        }
        return (tokens, sentences)
    }

    private func mayBeInitial(_ token: Token) -> Bool {
        token.isUpperLetter
            || token.traits.isSuperset(of: [.capitalised, .dotBehind]) && doubleLetters.contains(token.exactWord)
    }

    private func append(
        _ raw: Token, to tokens: inout [Token], _ profile: SentenceProfile, sentence: Int32, isNumbered: Bool
    ) {
        var token = raw
        token.sentence = sentence
        let isPlain = !token.traits.contains(.marked)
        if token.traits.contains(.disguised) || (isPlain && (profile.isBare || token.traits.contains(.compound))) {
            token.traits.insert(.bare)
        }
        guard token.isWord, shortForms.contains(token.exactWord), !profile.isEnglish, !mayBeInitial(token), !isNumbered,
            let words = spellings[token.exactWord]
        else {
            tokens.append(token)
            return
        }
        // GVCN is no name because its letters are capitals.
        token.traits.subtract([.capitals, .capitalised, .irregularCase])
        for word in words {
            token.exactWord = word.exact
            token.bareWord = word.bare
            tokens.append(token)
        }
    }
}

/// What the words of a sentence tell about how it was written.
struct SentenceProfile {
    let isEnglish: Bool
    /// Vietnamese written without diacritics.
    let isBare: Bool
    let isShouting: Bool
    let hasPlainCapitals: Bool

    /// - Parameter isAmongEnglish: the text around it is English, which decides where its own words tell nothing.
    init(_ tokens: ArraySlice<Token>, englishWords: WordNumbers, isAmongEnglish: Bool = false) {
        var words = 0
        var marked = 0
        var english = 0
        var capitals = 0
        var capitalised = 0
        var irregular = 0
        for token in tokens where token.isWord && !token.traits.contains(.compound) {
            words += 1
            if token.traits.contains(.marked) { marked += 1 }
            if englishWords.contains(token.exactWord) { english += 1 }
            if token.traits.contains(.capitals), token.length > 1 { capitals += 1 }
            if token.traits.contains(.capitalised) { capitalised += 1 }
            if token.traits.contains(.irregularCase) { irregular += 1 }
        }
        let tellsNothing = marked == 0 && english == 0
        isEnglish = tellsNothing ? isAmongEnglish : marked * 4 <= words && english * 6 >= words
        isBare = !isEnglish && marked * 3 <= words
        isShouting = words > 2 && capitals * 10 >= words * 7
        hasPlainCapitals =
            isShouting || (words > 5 && (capitalised + capitals) * 5 >= words * 4) || irregular * 4 > words
    }
}
