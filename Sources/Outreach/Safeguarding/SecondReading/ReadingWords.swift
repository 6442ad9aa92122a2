/// The words of a text as its second reading takes them.
///
/// Letters in a row are a word, in lower case and NFC, as the rules see them too. Numbers count by what they can mean: an
/// age of a child, another number of two digits, a longer one, the line for children. Marks that tell how something is
/// said are words of their own.
struct ReadingWords {
    struct Word {
        /// The word as it is written, and without its marks.
        let written: UInt64
        let bare: UInt64
        let part: Int16
        /// Scalars of the part: `start..<end`.
        let start: Int32
        let end: Int32
        /// Where its name lies.
        let letters: Range<Int32>
        /// A mark and no word.
        let isMark: Bool
    }

    private(set) var words: [Word] = []
    /// How many of them are words or numbers.
    private(set) var count = 0
    /// The names of all of them, one behind the other.
    private var letters: [Unicode.Scalar] = []
    /// How many times in a row the last word was "một".
    private var ones = 0

    static let line = "#line"
    private static let one = ReadingKey.word("một".unicodeScalars)

    /// Reads the parts in which people tell something.
    init(_ text: CheckedText) {
        for (number, part) in text.parts.enumerated() where part.place.isProse {
            let elements = FoldedText(part.text).elements
            ones = 0
            var position = 0
            while position < elements.count {
                position = read(elements, from: position, part: Int16(clamping: number))
            }
        }
    }

    private mutating func read(_ elements: [FoldedText.Element], from start: Int, part: Int16) -> Int {
        let scalar = elements[start].scalar
        var end = start + 1
        if Letters.isLetter(scalar) {
            while end < elements.count, Letters.isLetter(elements[end].scalar) { end += 1 }
            add(elements[start..<end].lazy.map(\.scalar), part, elements[start].start, elements[end - 1].end)
            joinSpokenLine()
        } else if Letters.isDigit(scalar) {
            while end < elements.count, Letters.isDigit(elements[end].scalar) { end += 1 }
            let name = ReadingWords.number(start..<end, in: elements)
            add(name.unicodeScalars, part, elements[start].start, elements[end - 1].end)
        } else if let mark = ReadingWords.mark(scalar) {
            add(CollectionOfOne(mark), part, elements[start].start, elements[start].end, isMark: true)
        }
        return end
    }

    private mutating func add(
        _ name: some Collection<Unicode.Scalar>, _ part: Int16, _ start: Int32, _ end: Int32, isMark: Bool = false
    ) {
        let first = Int32(letters.count)
        letters += name
        words.append(
            Word(
                written: ReadingKey.word(name), bare: ReadingKey.word(name.lazy.map(ReadingWords.bare)), part: part,
                start: start, end: end, letters: first..<Int32(letters.count), isMark: isMark))
        if !isMark { count += 1 }
        ones = words[words.count - 1].written == ReadingWords.one ? ones + 1 : 0
    }

    /// Một-một-một is the line for children read aloud.
    private mutating func joinSpokenLine() {
        guard ones == 3, let first = words.suffix(3).first, let last = words.last else { return }
        words.removeLast(3)
        count -= 3
        add(ReadingWords.line.unicodeScalars, last.part, first.start, last.end)
    }

    private static func number(_ run: Range<Int>, in elements: [FoldedText.Element]) -> String {
        let value = elements[run].reduce(0) { min($0 * 10 + Int($1.scalar.value) - 48, 1 << 40) }
        if run.count < 3 { return value < 18 ? "#age" : "#number2" }
        if run.count == 3, value == 111, !isInsideNumber(run, elements) { return line }
        return "#number\(min(run.count, 12))"
    }

    /// Whether digits are one group of a longer number, a date or a decision's name.
    private static func isInsideNumber(_ run: Range<Int>, _ elements: [FoldedText.Element]) -> Bool {
        if run.lowerBound > 0, [".", ",", "/"].contains(elements[run.lowerBound - 1].scalar) { return true }
        return run.upperBound < elements.count && elements[run.upperBound].scalar == "/"
    }

    private static func mark(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case "?", "!": scalar
        case "\"", "“", "”", "„", "«", "»": "\""
        default: nil
        }
    }

    private static func bare(_ letter: Unicode.Scalar) -> Unicode.Scalar {
        VietnameseLetter.parts(of: letter)?.bare ?? letter
    }

    /// The names of words in a row, with a blank between them.
    func name(of run: Range<Int>, isBare: Bool) -> String {
        let names = words[run].map { word in
            var view = String.UnicodeScalarView()
            let scalars = letters[Int(word.letters.lowerBound)..<Int(word.letters.upperBound)]
            view.append(contentsOf: isBare ? scalars.map(ReadingWords.bare) : Array(scalars))
            return String(view)
        }
        return names.joined(separator: " ")
    }
}

/// The name of a word or of a feature as one number (FNV-1a, and a product with 2⁶⁴ divided by the golden ratio): among
/// some ten thousand names two with the same number are not to be expected.
enum ReadingKey {
    static func word(_ letters: some Sequence<Unicode.Scalar>) -> UInt64 {
        letters.reduce(start) { added($1, to: $0) }
    }

    private static let start: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func added(_ letter: Unicode.Scalar, to key: UInt64) -> UInt64 {
        (key ^ UInt64(letter.value)) &* 0x100_0000_01B3
    }

    static func joined(_ key: UInt64, _ next: UInt64) -> UInt64 {
        let product = (key ^ next) &* 0x9E37_79B9_7F4A_7C15
        return product ^ product >> 32
    }

    /// Of a feature: `w:bị xâm hại`, `s:child+told-harm`.
    static func feature(_ name: Substring) -> UInt64? {
        var letters = name.unicodeScalars.makeIterator()
        guard let kind = letters.next().flatMap({ ReadingFeatures.Kind(rawValue: $0) }), letters.next() == ":" else {
            return nil
        }
        var (key, open, isEmpty) = (kind.key, start, true)
        while let letter = letters.next() {
            isEmpty = false
            if letter == kind.separator {
                (key, open) = (joined(key, open), start)
            } else {
                open = added(letter, to: open)
            }
        }
        return isEmpty ? nil : joined(key, open)
    }
}
