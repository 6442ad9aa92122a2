/// A word of a text and what stands before it.
struct TextWord {
    enum Gap {
        case blank, soft, comma, stop

        /// What does not part a name from the word it belongs to.
        var isSoft: Bool { self == .blank || self == .soft }
    }

    let lower: String
    let isCapital: Bool
    /// Of capitals alone, two or more: an abbreviation, or a text that is all capitals.
    let isAllCapitals: Bool
    let gap: Gap

    var isNumber: Bool { lower.allSatisfy(\.isNumber) }

    /// 6A, 7A2, 12B; never a bare number.
    var isClass: Bool {
        lower.count <= 5 && lower.first?.isNumber == true && lower.contains(where: \.isLetter)
    }

    /// Closer than ``isClass``: of grade 1 to 12, with a letter no hour or weight has.
    var isClassCode: Bool {
        let digits = lower.prefix { $0.isNumber }
        let rest = lower.dropFirst(digits.count)
        guard let grade = Int(digits), (1...12).contains(grade), let letter = rest.first, letter.isLetter else {
            return false
        }
        return rest.count <= 3 && !"hgpkm".contains(letter)
            && rest.dropFirst().allSatisfy { $0.isNumber || $0.isLetter }
    }

    static func all(in text: String) -> [TextWord] {
        var words: [TextWord] = []
        var word = ""
        var gap = Gap.stop
        func close() {
            guard let first = word.first else { return }
            words.append(
                TextWord(
                    lower: word.lowercased(), isCapital: first.isUppercase,
                    isAllCapitals: word.count > 1 && word.allSatisfy(\.isUppercase), gap: gap))
            word = ""
            gap = .blank
        }
        for character in text {
            if character.isLetter || character.isNumber {
                word.append(character)
                continue
            }
            close()
            switch character {
            case ":", "-", "–", "(", "\"", "“", "/", "*", "•": if gap == .blank { gap = .soft }
            case ",", ";", "&", "+", ")", "”": if gap != .stop { gap = .comma }
            case ".", "!", "?": gap = .stop
            default: if character.isNewline { gap = .stop }
            }
        }
        close()
        return words
    }
}
