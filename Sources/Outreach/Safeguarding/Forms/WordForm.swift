/// A form of words the program knows by itself, written in capitals in the rules: `<INITIALS>`.
enum WordForm: String, CaseIterable, Sendable {
    /// Any one word.
    case word = "WORD"
    /// Words that begin with capitals: Na, Thảo Vy.
    case name = "NAME"
    /// The same, where nothing else than a name explains the capital.
    case sureName = "SURE-NAME"
    /// Any words that begin with capitals: what a school or hamlet is called.
    case capitals = "CAPITALS"
    /// The same, of two words or more: Thảo Vy.
    case longName = "LONG-NAME"
    /// A Vietnamese surname with what follows it: Nguyễn Thị Mai.
    case fullName = "FULL-NAME"
    /// N.T.A., H., Lê V. N., NTA.
    case initials = "INITIALS"
    /// Initials of two letters or more, each with its dot: N.T.A.
    case dotted = "DOTTED"
    /// A letter and a dot in lower case, as in hurried messages: h.
    case lowerInitial = "LOWER-INITIAL"
    /// An age under 18, in digits or words.
    case childAge = "0-17"
    case adultAge = "18-99"
    /// A count small enough to tell who is meant, in digits or words.
    case smallCount = "1-4"
    /// A total small enough for its shares to tell single cases.
    case smallTotal = "1-20"
    case percent = "PERCENT"
    case number = "NUMBER"
    /// A year in which someone was born who is a child or was one lately.
    case birthYear = "BIRTH-YEAR"
    /// 7A, 4/2, 9a2, 12.
    case classCode = "CLASS-CODE"
    /// The same with a letter, which no count has: 7A, 9a2.
    case className = "CLASS-NAME"
    /// 17, 45/7, 12A.
    case houseNumber = "HOUSE-NUMBER"
    case phone = "PHONE"
    case link = "LINK"
    case handle = "HANDLE"
    /// The number of the child protection line that is in use.
    case childLine = "CHILD-LINE"
    /// Another help line in use: police, fire, ambulance.
    case otherLine = "OTHER-LINE"
    /// A line that is not in use any more.
    case formerLine = "FORMER-LINE"
    /// What looks like a short number to call and is none of the lines known.
    case unknownLine = "UNKNOWN-LINE"
    /// Three or more steps in order, from the first to the last.
    case steps = "STEPS"
}

/// The words the forms are recognised by, as numbers of the vocabulary.
struct FormWords: Sendable {
    let surnames: WordSet
    let givenNames: WordSet
    /// Words that begin with a capital and are no part of a person's name.
    let notNames: WordSet
    /// Words that are no name by themselves and part of one behind a name: Anh, Công, Việt.
    let nameParts: WordSet
    /// Words a name stands behind.
    let beforeNames: WordSet
    /// Two or three letters that open a name and stand for it with a dot: Tr., Th.
    let doubleLetters: WordSet
    /// What offices and addresses write with a dot: TP., Q., P.
    let abbreviations: Set<WordNumber>
    let numberWords: NumberWords
    let lines: LineNumbers

    /// The names of the lists with single words it is made of.
    static let surnameList = "surname"
    static let givenNameList = "given-name"
    static let notNameList = "not-a-name"
    static let namePartList = "name-part"
    static let beforeNameList = "before-a-name"
    static let doubleLetterList = "double-letter"
}

/// Single words of a list, as they are written and as they are read without diacritics.
struct WordSet: Sendable {
    let exact: Set<WordNumber>
    let bare: Set<WordNumber>

    func contains(_ token: Token) -> Bool {
        exact.contains(token.exactWord) || (token.traits.contains(.bare) && bare.contains(token.bareWord))
    }
}

extension WordForm {
    /// Everywhere the form is found. Steps need the lists found before them and are found by ``StepSequence``.
    func mentions(in text: TokenizedText, words: FormWords) -> Mentions {
        let tokens = text.tokens
        let find: (Int) -> Int? =
            switch self {
            case .word: { tokens[$0].isWord ? $0 + 1 : nil }
            case .name: { NameForm(text: text, words: words).nameEnd(from: $0) }
            case .longName:
                {
                    let start = $0
                    return NameForm(text: text, words: words).nameEnd(from: start).flatMap { $0 > start + 1 ? $0 : nil }
                }
            case .sureName: { NameForm(text: text, words: words).sureNameEnd(from: $0) }
            case .capitals: { NameForm(text: text, words: words).capitalsEnd(from: $0) }
            case .fullName: { NameForm(text: text, words: words).fullNameEnd(from: $0) }
            case .initials: { InitialsForm(text: text, words: words).end(from: $0) }
            case .dotted: { InitialsForm(text: text, words: words).dottedEnd(from: $0) }
            case .lowerInitial: { InitialsForm(text: text, words: words).lowerEnd(from: $0) }
            case .childAge: { words.numberWords.end(of: 0...17, from: $0, in: tokens) }
            case .adultAge: { words.numberWords.end(of: 18...99, from: $0, in: tokens) }
            case .smallCount: { words.numberWords.end(of: 1...4, from: $0, in: tokens) }
            case .smallTotal: { words.numberWords.end(of: 1...20, from: $0, in: tokens) }
            case .percent: { NumberForm.percentEnd(from: $0, in: tokens) }
            case .number: { tokens[$0].isNumber ? $0 + 1 : nil }
            case .birthYear: { NumberForm.isBirthYear(tokens[$0]) ? $0 + 1 : nil }
            case .classCode: { NumberForm.classCodeEnd(from: $0, in: tokens) }
            case .className: { NumberForm.classNameEnd(from: $0, in: tokens) }
            case .houseNumber: { NumberForm.houseNumberEnd(from: $0, in: tokens) }
            case .phone:
                {
                    NumberForm.phoneEnd(from: $0, in: tokens)
                        ?? NumberForm.spokenPhoneEnd(from: $0, in: tokens, words.numberWords)
                }
            case .link: { tokens[$0].kind == .link ? $0 + 1 : nil }
            case .handle: { tokens[$0].kind == .handle ? $0 + 1 : nil }
            case .childLine: { words.lines.end(of: .child, from: $0, in: tokens, words.numberWords) }
            case .otherLine: { words.lines.end(of: .other, from: $0, in: tokens, words.numberWords) }
            case .formerLine: { words.lines.end(of: .former, from: $0, in: tokens, words.numberWords) }
            case .unknownLine: { words.lines.end(of: .unknown, from: $0, in: tokens, words.numberWords) }
            case .steps: { _ in nil }
            }
        return Mentions(
            tokens.indices.compactMap { start in find(start).map { start..<$0 } }, tokens: tokens.count)
    }
}
