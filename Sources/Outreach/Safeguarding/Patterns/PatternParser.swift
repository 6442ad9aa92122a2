/// Reads the notation of patterns.
struct PatternParser {
    /// How many words a gap without a number may hold.
    static let usualGap = 5
    private static let widestGap = 30

    private let scalars: [Unicode.Scalar]
    private var position = 0

    init(_ text: String) {
        scalars = PatternParser.withEllipses(text.normalized.unicodeScalars)
    }

    mutating func parse() throws(PatternError) -> [Pattern.Item] {
        let items = try sequence()
        if let extra = current { throw .unexpected(Character(extra)) }
        guard !items.isEmpty else { throw .empty }
        guard PatternParser.opensFirmly(items) else { throw .beginsWithNothing }
        return items
    }

    private var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    /// Three dots are an ellipsis.
    private static func withEllipses(_ text: String.UnicodeScalarView) -> [Unicode.Scalar] {
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(text.count)
        var dots = 0
        for scalar in text {
            scalars.append(scalar)
            dots = scalar == "." ? dots + 1 : 0
            guard dots == 3 else { continue }
            scalars.removeLast(3)
            scalars.append("…")
            dots = 0
        }
        return scalars
    }

    private mutating func sequence() throws(PatternError) -> [Pattern.Item] {
        var items: [Pattern.Item] = []
        while let scalar = current, scalar != "|", scalar != ")" {
            if scalar == " " {
                position += 1
                continue
            }
            let found = try item(scalar)
            if current == "?" {
                position += 1
                items.append(.optional(found))
            } else {
                items += found
            }
        }
        return items
    }

    private mutating func item(_ scalar: Unicode.Scalar) throws(PatternError) -> [Pattern.Item] {
        switch scalar {
        case "(": return [try group()]
        case "<": return [try reference()]
        case "…": return [try gap()]
        case ",":
            position += 1
            return [.separators]
        default:
            guard PatternParser.isWordPart(scalar) else { throw .unexpected(Character(scalar)) }
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
        while let scalar = current, scalar != ">" {
            guard PatternParser.isLetterOrNumber(scalar) || scalar == "-" else {
                throw .unexpected(Character(scalar))
            }
            position += 1
        }
        guard current == ">" else { throw .unclosed("<") }
        let name = text(from: start)
        position += 1
        guard !name.isEmpty else { throw .empty }
        return .reference(name)
    }

    private mutating func gap() throws(PatternError) -> Pattern.Item {
        position += 1
        let start = position
        while let scalar = current, scalar.properties.numericType != nil { position += 1 }
        let digits = text(from: start)
        guard !digits.isEmpty else { return .gap(PatternParser.usualGap) }
        guard let count = Int(digits), (1...PatternParser.widestGap).contains(count) else {
            throw .badGap("…\(digits)")
        }
        return .gap(count)
    }

    /// The words up to the next blank or mark: `24/24` and `một-một-một` are several.
    private mutating func words() -> [Pattern.Item] {
        let start = position
        while let scalar = current, PatternParser.isWordPart(scalar) { position += 1 }
        let elements = FoldedText(text(from: start)).elements
        var items: [Pattern.Item] = []
        var letters: [Unicode.Scalar] = []
        func flush() {
            guard !letters.isEmpty else { return }
            items.append(.word(WordKey(letters)))
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

    /// What was read since a place.
    private func text(from start: Int) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[start..<position])
        return String(view)
    }

    private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", "/", "'", "’", ".": true
        default: isLetterOrNumber(scalar)
        }
    }

    /// A mark that no letter is composed with belongs to the letter before it.
    private static func isLetterOrNumber(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
        case ..<0x80: return false
        default:
            let properties = scalar.properties
            return properties.isAlphabetic || properties.numericType != nil
                || properties.generalCategory == .nonspacingMark
        }
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
