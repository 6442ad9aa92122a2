/// What the characters of a folded text are to a reader of words.
enum Letters {
    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x61...0x7A, 0xDF...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: true
        case 0x250...: scalar.properties.isAlphabetic
        default: false
        }
    }

    static func isWordPart(_ scalar: Unicode.Scalar) -> Bool { isLetter(scalar) || isDigit(scalar) }

    static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool { scalar == "'" || scalar == "’" }

    /// Phrases do not run across these; other marks are looked through.
    static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ",", ";", ":", "/", "|", "-", "–", "—", "→", "⇒", "➡", "•", "·", "+", "=", "<", ">", "~", "&": true
        default: false
        }
    }

    /// The `'s` of "the child's", which belongs to no word.
    static func isPossessive(_ position: Int, in elements: ArraySlice<FoldedText.Element>) -> Bool {
        guard isApostrophe(elements[position].scalar), position + 1 < elements.endIndex,
            elements[position + 1].scalar == "s"
        else { return false }
        return position + 2 == elements.endIndex || !isWordPart(elements[position + 2].scalar)
    }

    static func skippingPossessive(_ position: Int, in elements: ArraySlice<FoldedText.Element>) -> Int {
        position < elements.endIndex && isPossessive(position, in: elements) ? position + 2 : position
    }

    /// An @ inside a word stands for the letter a: addresses and names on networks were set apart before.
    static func isInnerAt(_ position: Int, in elements: ArraySlice<FoldedText.Element>) -> Bool {
        elements[position].scalar == "@" && position + 1 < elements.endIndex
            && isLetter(elements[position + 1].scalar)
    }
}

/// A word whose letters are set apart by dots or the like: "B.Ạ.N", "b.ạo", which are no initials.
enum SpacedLetters {
    /// Where such a word ends; nil where none begins. Only a syllable with a marked vowel counts: initials hardly ever
    /// have one. Of more than one letter in a row only small ones count: K.Hương is an initial and a name.
    static func end(from start: Int, in elements: ArraySlice<FoldedText.Element>) -> Int? {
        guard start + 2 < elements.endIndex, isDivider(elements[start + 1].scalar) else { return nil }
        var letters = [elements[start].scalar]
        var position = start + 1
        while position + 1 < elements.endIndex, isDivider(elements[position].scalar),
            Letters.isLetter(elements[position + 1].scalar)
        {
            let end = groupEnd(from: position + 1, in: elements)
            if end > position + 2, elements[position + 1].isUpper { break }
            letters += elements[(position + 1)..<end].map(\.scalar)
            position = end
        }
        guard letters.count > 1, position > start + 1, letters.contains(where: isMarkedVowel),
            Syllable.isPossible(letters)
        else { return nil }
        return position
    }

    private static func groupEnd(from start: Int, in elements: ArraySlice<FoldedText.Element>) -> Int {
        var end = start
        while end < elements.endIndex, Letters.isLetter(elements[end].scalar) { end += 1 }
        return end
    }

    private static func isMarkedVowel(_ scalar: Unicode.Scalar) -> Bool {
        VietnameseLetter.parts(of: scalar).map { VietnameseLetter.isVowel($0.bare) } ?? false
    }

    private static func isDivider(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ".", "*", "_", "-", "·", "•", "/": true
        default: false
        }
    }
}

/// Whether letters can be a syllable of Vietnamese.
enum Syllable {
    private static let onsets: Set<String> = [
        "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph",
        "qu", "q", "r", "s", "t", "th", "tr", "v", "x",
    ]
    private static let codas: Set<String> = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"]

    static func isPossible(_ letters: [Unicode.Scalar]) -> Bool {
        let plain = letters.map { VietnameseLetter.parts(of: $0)?.bare ?? $0 }
        guard letters.count <= 7, let first = plain.firstIndex(where: VietnameseLetter.isVowel),
            let last = plain.lastIndex(where: VietnameseLetter.isVowel), last - first < 3,
            plain[first...last].allSatisfy(VietnameseLetter.isVowel)
        else { return false }
        func text(_ slice: ArraySlice<Unicode.Scalar>) -> String {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: slice)
            return String(view)
        }
        return onsets.contains(text(letters[..<first])) && codas.contains(text(letters[(last + 1)...]))
    }
}
