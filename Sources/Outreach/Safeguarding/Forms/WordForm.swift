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
    let abbreviations: WordNumbers
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
    let exact: WordNumbers
    let bare: WordNumbers

    func contains(_ token: Token) -> Bool {
        exact.contains(token.exactWord) || (token.traits.contains(.bare) && bare.contains(token.bareWord))
    }
}
