/// Names of persons, told by their capitals, by surnames and by what cannot be a name.
struct NameForm {
    let text: TokenizedText
    let words: FormWords
    /// The longest name in words: surname, two middle names, two given names.
    static let longest = 5

    private var tokens: [Token] { text.tokens }

    /// The end of a run of capitalised words that can be a name.
    func nameEnd(from start: Int) -> Int? {
        if opensWithLetter(start) { return runEnd(from: start, in: text.sentence(of: start)) }
        guard canBeName(start) || opensAsName(start), !continuesName(start) else { return nil }
        let sentence = text.sentence(of: start)
        let end = runEnd(from: start, in: sentence)
        // Where capitals tell nothing, or only that a sentence begins, the word itself has to be known as a name.
        let opensSentence = sentence.tokens.lowerBound == start && end == start + 1
        let isLoud = tokens[start].traits.contains(.capitals)
        if sentence.isShouting { return isKnownThroughout(start..<end) ? end : nil }
        let isKnown = isKnownName(start) || (end > start + 1 && isKnownName(end - 1))
        return (sentence.hasPlainCapitals || opensSentence || isLoud) && !isKnown ? nil : end
    }

    /// The end of a run of capitalised words that can hardly be anything but a name: where a capital tells nothing,
    /// every word of it has to be known as part of a name.
    func sureNameEnd(from start: Int) -> Int? {
        guard let end = nameEnd(from: start) else { return nil }
        let sentence = text.sentence(of: start)
        let opens = sentence.tokens.lowerBound == start || tokens[start].traits.contains(.opensClause)
        guard opens || sentence.hasPlainCapitals || tokens[start].traits.contains(.capitals) else { return end }
        if end == start + 1 { return isOneOf(words.givenNames, start) ? end : nil }
        return isKnownThroughout(start..<end) ? end : nil
    }

    private func isKnownThroughout(_ run: Range<Int>) -> Bool {
        run.allSatisfy { isKnownName($0) || isOneOf(words.nameParts, $0) }
    }

    /// The end of a run of capitalised words; where capitals tell nothing, of one or two words.
    func capitalsEnd(from start: Int) -> Int? {
        guard tokens[start].isWord, tokens[start].isCapitalised else { return nil }
        let sentence = text.sentence(of: start)
        let longest = sentence.hasPlainCapitals ? 2 : NameForm.longest
        var end = start + 1
        while end < sentence.tokens.upperBound, end - start < longest, tokens[end].isWord, tokens[end].isCapitalised {
            end += 1
        }
        return end
    }

    /// The end of a name that begins with a surname and has at least one word behind it.
    func fullNameEnd(from start: Int) -> Int? {
        guard canBeName(start), isOneOf(words.surnames, start) else { return nil }
        let end = runEnd(from: start, in: text.sentence(of: start))
        return end > start + 1 ? end : nil
    }

    private func runEnd(from start: Int, in sentence: Sentence) -> Int {
        let longest = sentence.hasPlainCapitals ? 4 : NameForm.longest
        var end = start + 1
        while end < sentence.tokens.upperBound, end - start < longest, canBeName(end) || goesOn(end, in: sentence),
            tokens[end - 1].joint == nil || tokens[end].joint == nil
        {
            end += 1
        }
        return end
    }

    private func canBeName(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.isWord, token.isCapitalised, token.length > 1 else { return false }
        // Without diacritics a name can look like a common word: Chi, Thu, Dung.
        if token.traits.contains(.bare), isKnownName(index) { return true }
        return !words.notNames.contains(token)
    }

    /// Lan Anh, Bích Công: words for other things that names are made of, behind another part of the name.
    private func goesOn(_ index: Int, in sentence: Sentence) -> Bool {
        tokens[index].isWord && tokens[index].traits.contains(.capitalised) && !sentence.hasPlainCapitals
            && isOneOf(words.nameParts, index)
    }

    /// bé Anh Thư: such a word before another part of the name, behind a word for a child.
    private func opensAsName(_ index: Int) -> Bool {
        let sentence = text.sentence(of: index)
        guard index > sentence.tokens.lowerBound, index + 1 < sentence.tokens.upperBound else { return false }
        return goesOn(index, in: sentence) && canBeName(index + 1) && !tokens[index - 1].isCapitalised
            && words.beforeNames.contains(tokens[index - 1])
    }

    private func continuesName(_ index: Int) -> Bool {
        guard index > 0, tokens[index - 1].sentence == tokens[index].sentence else { return false }
        if canBeName(index - 1) || opensAsName(index - 1) { return true }
        // Cầu Mây is one name although Cầu alone is none.
        let before = tokens[index - 1]
        let sentence = text.sentence(of: index)
        let opensSentence = sentence.tokens.lowerBound == index - 1
        return before.isWord && before.isCapitalised && !opensSentence && before.length > 1
            && !sentence.hasPlainCapitals && !words.beforeNames.contains(before)
    }

    /// A letter and a name: K.Nhi, and H' Linh, K' Brô, Y Bhin as they are called in the Central Highlands.
    private func opensWithLetter(_ index: Int) -> Bool {
        let next = index + 1
        guard tokens[index].isUpperLetter, next < tokens.count, tokens[next].sentence == tokens[index].sentence,
            canBeName(next), let letter = tokens[index].sign
        else { return false }
        if tokens[next].joint == "." { return !words.abbreviations.contains(tokens[index].exactWord) }
        return tokens[next].joint == nil && (letter == "h" || letter == "k" || letter == "y")
            && !text.sentence(of: index).isEnglish
    }

    private func isKnownName(_ index: Int) -> Bool {
        isOneOf(words.surnames, index) || isOneOf(words.givenNames, index)
    }

    /// English writes Vietnamese names without their marks.
    private func isOneOf(_ names: WordSet, _ index: Int) -> Bool {
        let token = tokens[index]
        return names.contains(token)
            || (text.sentence(of: index).isEnglish && names.bare.contains(token.bareWord))
    }
}

/// Initials: letters with dots, alone or behind the first words of a name.
struct InitialsForm {
    let text: TokenizedText
    let words: FormWords

    private var tokens: [Token] { text.tokens }

    func end(from start: Int) -> Int? {
        guard tokens[start].isWord else { return nil }
        let sentence = text.sentence(of: start).tokens
        if tokens[start].isUpperLetter {
            return isEnglishWord(start) ? nil : letters(from: start, in: sentence)
        }
        if isDoubleLetter(start) { return start + 1 }
        if let end = abbreviatedName(start) { return end }
        return nameWithLetters(from: start, in: sentence)
    }

    /// Letters with dots between them, two at least, standing alone or behind the first words of a name.
    func dottedEnd(from start: Int) -> Int? {
        guard tokens[start].isWord, let end = end(from: start) else { return nil }
        let letters = tokens[start..<end].filter(\.isUpperLetter)
        return letters.count > 1 && letters.dropLast().allSatisfy({ $0.traits.contains(.dotBehind) }) ? end : nil
    }

    /// A letter in lower case with a dot; a vowel would be a word.
    func lowerEnd(from start: Int) -> Int? {
        let token = tokens[start]
        guard token.isWord, token.length == 1, token.traits.contains(.dotBehind) || token.isUpperLetter,
            let letter = token.sign, "bcdđghklmnpqrstvxy".unicodeScalars.contains(letter)
        else { return nil }
        return start + 1
    }

    /// "A" and "I" without a dot are words of English.
    private func isEnglishWord(_ index: Int) -> Bool {
        guard text.sentence(of: index).isEnglish, let letter = tokens[index].sign, letter == "a" || letter == "i" else {
            return false
        }
        return !tokens[index].traits.contains(.dotBehind)
    }

    /// Tr., Th., Ng.: two letters that Vietnamese writes for one sound, with a dot.
    private func isDoubleLetter(_ index: Int) -> Bool {
        let token = tokens[index]
        return token.length <= 3 && token.isCapitalised && token.traits.contains(.dotBehind)
            && words.doubleLetters.contains(token)
    }

    /// N.T.A., or one letter: with a dot, or standing alone.
    private func letters(from start: Int, in sentence: Range<Int>) -> Int? {
        guard !(tokens[start].traits.contains(.joined) && start > 0 && tokens[start - 1].isNumber) else { return nil }
        var end = start + 1
        while end < sentence.upperBound, tokens[end].isUpperLetter, end - start < 5 { end += 1 }
        return end
    }

    /// NTA: consonants alone make no word. Many offices write themselves so; a word for a child has to stand before.
    private func abbreviatedName(_ index: Int) -> Int? {
        let token = tokens[index]
        guard token.traits.contains(.capitals), (2...4).contains(token.length),
            !token.traits.contains(.marked), !words.notNames.contains(token)
        else { return nil }
        // Where everything is in capitals, only what is no word of the rules can be one.
        if text.sentence(of: index).isShouting, token.bareWord != Vocabulary.unknown { return nil }
        return index + 1
    }

    /// Lê V. N., Hồ Thị Ngọc M., Nguyễn Văn A.
    private func nameWithLetters(from start: Int, in sentence: Range<Int>) -> Int? {
        var index = start
        while index < sentence.upperBound, index - start < 4, isNameWord(index) { index += 1 }
        guard index > start, index < sentence.upperBound else { return nil }
        // Hồ Th. K. V.
        if index > start, isDoubleLetter(index - 1), !tokens[index].isUpperLetter { return index }
        guard tokens[index].isUpperLetter else { return nil }
        return letters(from: index, in: sentence)
    }

    private func isNameWord(_ index: Int) -> Bool {
        let token = tokens[index]
        return token.isWord && token.isCapitalised && token.length > 1 && !words.notNames.contains(token)
    }
}
