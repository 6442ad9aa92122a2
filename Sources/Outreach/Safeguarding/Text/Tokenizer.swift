/// Cuts a folded text into tokens and sentences.
struct Tokenizer {
    let vocabulary: Vocabulary
    /// Words a dot behind them does not end a sentence after: TP., ThS.
    let abbreviations: WordNumbers
    private(set) var tokens: [Token] = []
    private(set) var sentenceStarts: [Int] = []

    private var elements: [FoldedText.Element] = []
    private var part: Int16 = 0
    private var pending = SentenceBreak(newlines: 2)

    private let runTogether: RunTogether
    private var key = WordKey()
    /// The letters of a word, in memory that is asked for once.
    private var letters: [Unicode.Scalar] = []

    init(vocabulary: Vocabulary, abbreviations: WordNumbers) {
        self.vocabulary = vocabulary
        runTogether = RunTogether(vocabulary: vocabulary)
        self.abbreviations = abbreviations
    }

    /// Adds a part of the text: a title, a body, a file name. A part begins a sentence.
    mutating func add(_ text: String, part: Int) {
        elements = FoldedText(text).elements
        self.part = Int16(part)
        pending = SentenceBreak(newlines: 2)
        let wrapped = WrappedLines(elements).places()
        var position = 0
        while position < elements.count {
            let scalar = elements[position].scalar
            if scalar == "\n", !wrapped.contains(position) {
                pending.newlines += 1
                pending.hasBlank = true
                position += 1
            } else if scalar == " " || scalar == "\n" {
                pending.hasBlank = true
                position += 1
            } else {
                let end = chunkEnd(from: position)
                readChunk(position..<end)
                position = end
            }
        }
    }

    private func chunkEnd(from start: Int) -> Int {
        var end = start
        while end < elements.count, elements[end].scalar != " ", elements[end].scalar != "\n" { end += 1 }
        return end
    }

    private mutating func readChunk(_ chunk: Range<Int>) {
        let shape = ChunkShape(elements[chunk])
        let core = shape.core
        for position in chunk.lowerBound..<core.lowerBound { readMark(at: position, in: chunk) }
        switch shape.kind {
        case .link: append(.link, core)
        case .handle: append(.handle, core)
        case .hashtag: readWords(core, traits: .compound, splitsAtCapitals: true)
        case .compound: readWords(core, traits: .compound)
        case .plain: readWords(core)
        }
        for position in core.upperBound..<chunk.upperBound { readMark(at: position, in: chunk) }
    }

    private mutating func readWords(_ range: Range<Int>, traits: Token.Traits = [], splitsAtCapitals: Bool = false) {
        var position = range.lowerBound
        while position < range.upperBound {
            let scalar = elements[position].scalar
            if Letters.isDigit(scalar) {
                let end = run(from: position, in: range) { Letters.isDigit($0.scalar) }
                append(.number, position..<end, traits: traits)
                position = end
            } else if Letters.isLetter(scalar) {
                if let end = SpacedLetters.end(from: position, in: elements[range]) {
                    appendSpaced(position..<end, traits: traits)
                    position = end
                } else {
                    let end = wordEnd(from: position, in: range, splitsAtCapitals: splitsAtCapitals)
                    for word in splitsAtCapitals ? runTogether.words(in: elements[position..<end]) : [position..<end] {
                        append(.word, word, traits: traits)
                    }
                    position = Letters.skippingPossessive(end, in: elements[range])
                }
            } else if Letters.isPossessive(position, in: elements[range]) {
                position += 2
            } else {
                readMark(at: position, in: range)
                position += 1
            }
        }
    }

    private func run(from start: Int, in range: Range<Int>, _ belongs: (FoldedText.Element) -> Bool) -> Int {
        var end = start
        while end < range.upperBound, belongs(elements[end]) { end += 1 }
        return end
    }

    /// Letters, and apostrophes between them: don't is one word. Stars hide letters of a name: Th*o, H**.
    private func wordEnd(from start: Int, in range: Range<Int>, splitsAtCapitals: Bool) -> Int {
        var end = start + 1
        while end < range.upperBound {
            let element = elements[end]
            if splitsAtCapitals, element.isUpper, !elements[end - 1].isUpper { return end }
            if Letters.isLetter(element.scalar) || Letters.isInnerAt(end, in: elements[range])
                || element.scalar == "*"
            {
                end += 1
            } else if Letters.isApostrophe(element.scalar), end + 1 < range.upperBound,
                Letters.isLetter(elements[end + 1].scalar), !Letters.isPossessive(end, in: elements[range])
            {
                end += 1
            } else {
                break
            }
        }
        return end
    }

    private mutating func readMark(at position: Int, in range: Range<Int>) {
        let scalar = elements[position].scalar
        let isInside =
            position > range.lowerBound && position + 1 < range.upperBound
            && Letters.isWordPart(elements[position - 1].scalar) && Letters.isWordPart(elements[position + 1].scalar)
        let isNumeric =
            isInside && Letters.isDigit(elements[position - 1].scalar) && Letters.isDigit(elements[position + 1].scalar)
        let isBehindToken = tokens.last?.part == part && pending.newlines == 0
        if isBehindToken, pending.isEmpty, let trait = Token.Traits(mark: scalar, behind: tokens[tokens.count - 1]) {
            tokens[tokens.count - 1].traits.insert(trait)
        }
        let isSeparator = Letters.isSeparator(scalar) && !isNumeric && !(isInside && scalar == "-")
        if isSeparator, isBehindToken, !pending.isStop {
            append(.separator, position..<(position + 1), sign: scalar)
        }
        pending.add(scalar, isInside: isInside)
    }
}

extension Tokenizer {
    private mutating func appendSpaced(_ range: Range<Int>, traits: Token.Traits) {
        let letters = elements[range].filter { Letters.isLetter($0.scalar) }
        append(.word, range, letters: letters[...], traits: traits)
    }

    private mutating func append(
        _ kind: Token.Kind, _ range: Range<Int>, traits: Token.Traits = [], sign: Unicode.Scalar? = nil
    ) {
        let isLetter = { (element: FoldedText.Element) in
            !Letters.isApostrophe(element.scalar) && element.scalar != "*"
        }
        let written = elements[range]
        let letters = written.allSatisfy(isLetter) ? written : written.filter(isLetter)[...]
        append(kind, range, letters: letters, traits: traits, sign: sign)
    }

    private mutating func append(
        _ kind: Token.Kind, _ range: Range<Int>, letters: ArraySlice<FoldedText.Element>, traits: Token.Traits,
        sign: Unicode.Scalar? = nil
    ) {
        var token = Token(
            kind: kind, traits: traits, exactWord: Vocabulary.unknown, bareWord: Vocabulary.unknown,
            start: elements[range.lowerBound].start, end: elements[range.upperBound - 1].end, part: part,
            length: Int16(clamping: letters.count), sign: sign)
        switch kind {
        case .word: describe(&token, letters)
        case .number:
            if letters.contains(where: \.isDisguised) { token.traits.insert(.disguised) }
            token.value = letters.reduce(0) { min($0 * 10 + Int($1.scalar.value) - 48, 1 << 40) }
            name(&token, letters)
        case .separator, .link, .handle: break
        }
        place(&token)
        tokens.append(token)
    }

    private mutating func describe(_ token: inout Token, _ letters: ArraySlice<FoldedText.Element>) {
        name(&token, letters, withAt: true)
        if key.hasMarks { token.traits.insert(.marked) }
        if letters.contains(where: { $0.isDisguised || $0.scalar == "@" }) { token.traits.insert(.disguised) }
        guard let first = letters.first else { return }
        if letters.allSatisfy({ $0.scalar == first.scalar }) { token.sign = first.scalar }
        let upper = letters.count(where: \.isUpper)
        // A capital behind an apostrophe begins the second half of a name: H'Linh, K'Sor.
        let inner = zip(letters, letters.dropFirst()).count { $0.end == $1.start && $1.isUpper }
        if upper == letters.count {
            token.traits.insert(.capitals)
        } else if first.isUpper, inner == 0 {
            token.traits.insert(.capitalised)
        } else if upper > 0 {
            token.traits.insert(.irregularCase)
        }
    }

    /// - Parameter withAt: an @ among the letters stands for an a.
    private mutating func name(
        _ token: inout Token, _ written: ArraySlice<FoldedText.Element>, withAt: Bool = false
    ) {
        letters.removeAll(keepingCapacity: true)
        for element in written { letters.append(withAt && element.scalar == "@" ? "a" : element.scalar) }
        key.read(letters)
        token.exactWord = vocabulary.known(key.exact)
        token.bareWord = vocabulary.known(key.bare)
    }

    /// Says how the token stands to the one before, and whether it begins a sentence.
    private mutating func place(_ token: inout Token) {
        if !pending.hasBlank { token.traits.insert(.joined) }
        // A separator belongs to what stands before it and leaves everything else to the next word.
        guard token.kind != .separator else { return }
        token.joint = pending.joint
        if pending.newlines > 0 { token.traits.insert(.opensLine) }
        if pending.opensClause || pending.newlines > 0 { token.traits.insert(.opensClause) }
        let isFirst = tokens.last?.part != part
        if isFirst || pending.breaks(between: tokens[(sentenceStarts.last ?? 0)...], and: token, abbreviations) {
            sentenceStarts.append(tokens.count)
        }
        pending = SentenceBreak()
    }
}
