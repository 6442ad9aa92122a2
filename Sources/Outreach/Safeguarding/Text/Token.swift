/// One word, number, link or separating mark of a text.
struct Token {
    enum Kind: UInt8 {
        case word, number
        /// A comma, colon or the like: phrases do not run across it.
        case separator
        /// An address on the web or of a mailbox.
        case link
        /// A name on a network: `@name`.
        case handle
    }

    struct Traits: OptionSet {
        let rawValue: UInt16
        /// Upper case first, lower case behind.
        static let capitalised = Traits(rawValue: 1 << 0)
        /// Upper case only.
        static let capitals = Traits(rawValue: 1 << 1)
        /// Upper case inside, as in "BảO".
        static let irregularCase = Traits(rawValue: 1 << 2)
        static let marked = Traits(rawValue: 1 << 3)
        /// No blank stands before it.
        static let joined = Traits(rawValue: 1 << 4)
        static let dotBehind = Traits(rawValue: 1 << 5)
        /// Written with characters that only look like letters.
        static let disguised = Traits(rawValue: 1 << 6)
        /// Matched by its letters alone: the words around it are written without diacritics.
        static let bare = Traits(rawValue: 1 << 7)
        /// Inside `poster_an-toan.png` or a hashtag, where nobody writes diacritics.
        static let compound = Traits(rawValue: 1 << 8)
        /// First on its line.
        static let opensLine = Traits(rawValue: 1 << 9)
        static let percent = Traits(rawValue: 1 << 10)
        /// Behind an opening quotation mark, a bracket or a colon, where a capital tells no more than at the beginning
        /// of a sentence.
        static let opensClause = Traits(rawValue: 1 << 11)
    }

    var kind: Kind
    var traits: Traits
    var exactWord: WordNumber
    var bareWord: WordNumber
    /// Scalars of the part it stands in: `start..<end`.
    var start: Int32
    var end: Int32
    var part: Int16
    var sentence: Int32 = 0
    /// The number of letters or digits.
    var length: Int16
    /// What a number counts; its digits alone where it is very long.
    var value: Int = 0
    /// The letter of a word that repeats one letter, a separator's mark.
    var sign: Unicode.Scalar?
    /// What stands between it and the token before, where that is one mark without blanks: `/` in 4/2.
    var joint: Unicode.Scalar?

    var isWord: Bool { kind == .word }
    var isNumber: Bool { kind == .number }
    var isCapitalised: Bool { !traits.isDisjoint(with: [.capitalised, .capitals]) }
    /// A single upper-case letter, as in initials.
    var isUpperLetter: Bool { kind == .word && length == 1 && traits.contains(.capitals) }

    /// The word it is read as without diacritics, where that is allowed.
    var looseWord: WordNumber { traits.contains(.bare) ? bareWord : Vocabulary.unknown }
}

extension Token.Traits {
    /// What a mark directly behind a token says about it: `N.`, `1)`, `2/`, `14%`.
    init?(mark: Unicode.Scalar, behind token: Token) {
        switch mark {
        case ".": self = .dotBehind
        case ")" where token.isNumber, "/" where token.isNumber, ":" where token.isNumber: self = .dotBehind
        case "%" where token.isNumber: self = .percent
        default: return nil
        }
    }
}

/// A run of tokens that says one thing.
struct Sentence {
    var tokens: Range<Int>
    /// Capitals tell nothing here: everything is in capitals, or every word begins with one.
    var hasPlainCapitals = false
    var isShouting = false
    var isEnglish = false
}
