/// Reads the notation of patterns.
struct PatternParser {
    /// How many words a gap without a number may hold.
    static let usualGap = 5
    private static let widestGap = 30

    private let characters: [Character]
    private var position = 0

    init(_ text: String) {
        characters = Array(text.normalized.replacing("...", with: "…"))
    }

    mutating func parse() throws(PatternError) -> [Pattern.Item] {
        let items = try sequence()
        if let extra = current { throw .unexpected(extra) }
        guard !items.isEmpty else { throw .empty }
        guard PatternParser.opensFirmly(items) else { throw .beginsWithNothing }
        return items
    }

    private var current: Character? { position < characters.count ? characters[position] : nil }

    private mutating func sequence() throws(PatternError) -> [Pattern.Item] {
        var items: [Pattern.Item] = []
        while let character = current, character != "|", character != ")" {
            if character == " " {
                position += 1
                continue
            }
            let found = try item(character)
            if current == "?" {
                position += 1
                items.append(.optional(found))
            } else {
                items += found
            }
        }
        return items
    }

    private mutating func item(_ character: Character) throws(PatternError) -> [Pattern.Item] {
        switch character {
        case "(": return [try group()]
        case "<": return [try reference()]
        case "…": return [try gap()]
        case ",":
            position += 1
            return [.separators]
        default:
            guard PatternParser.isWordPart(character) else { throw .unexpected(character) }
            return words()
        }
    }

    private mutating func group() throws(PatternError) -> Pattern.Item {
        position += 1
        var choices = [try sequence()]
        while current == "|" {
            position += 1
            choices.append(try sequence())
        }
        guard current == ")" else { throw .unclosed("(") }
        position += 1
        guard choices.allSatisfy({ !$0.isEmpty }) else { throw .empty }
        return .alternatives(choices)
    }

    private mutating func reference() throws(PatternError) -> Pattern.Item {
        position += 1
        let start = position
        while let character = current, character != ">" {
            guard character.isLetter || character.isNumber || character == "-" else { throw .unexpected(character) }
            position += 1
        }
        guard current == ">" else { throw .unclosed("<") }
        let name = String(characters[start..<position])
        position += 1
        guard !name.isEmpty else { throw .empty }
        return .reference(name)
    }

    private mutating func gap() throws(PatternError) -> Pattern.Item {
        position += 1
        let start = position
        while let character = current, character.isNumber { position += 1 }
        let digits = String(characters[start..<position])
        guard !digits.isEmpty else { return .gap(PatternParser.usualGap) }
        guard let count = Int(digits), (1...PatternParser.widestGap).contains(count) else {
            throw .badGap("…\(digits)")
        }
        return .gap(count)
    }

    /// The words up to the next blank or mark: `24/24` and `một-một-một` are several.
    private mutating func words() -> [Pattern.Item] {
        let start = position
        while let character = current, PatternParser.isWordPart(character) { position += 1 }
        let elements = FoldedText(String(characters[start..<position])).elements
        var items: [Pattern.Item] = []
        var letters: [Unicode.Scalar] = []
        func flush() {
            guard !letters.isEmpty else { return }
            let key = WordKey(letters)
            items.append(.word(exact: key.exact, bare: key.bare))
            letters = []
        }
        var index = 0
        while index < elements.count {
            let scalar = elements[index].scalar
            // The 's of "mother's" is no part of the word in texts either.
            let isPossessive = Letters.isPossessive(index, in: elements[...])
            let changesKind = letters.last.map { Letters.isDigit($0) != Letters.isDigit(scalar) } == true
            if isPossessive || !(Letters.isWordPart(scalar) || Letters.isApostrophe(scalar)) || changesKind { flush() }
            if !isPossessive, Letters.isWordPart(scalar) { letters.append(scalar) }
            index += isPossessive ? 2 : 1
        }
        flush()
        return items
    }

    private static func isWordPart(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || "-/'’.".contains(character)
    }

    private static func opensFirmly(_ items: [Pattern.Item]) -> Bool {
        guard let first = items.first else { return false }
        switch first {
        case .word, .reference: return true
        case .gap, .separators: return false
        case .alternatives(let choices): return choices.allSatisfy(opensFirmly)
        case .optional(let inner): return opensFirmly(inner) && opensFirmly(Array(items.dropFirst()))
        }
    }
}
