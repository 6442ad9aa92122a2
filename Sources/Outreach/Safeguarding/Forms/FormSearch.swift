/// Finds every form in one text. Which tokens a form can begin with is told once for all of them; few tokens are numbers
/// or begin with a capital.
struct FormSearch {
    private let text: TokenizedText
    private let words: FormWords
    private var capitalised: [Int] = []
    private var numbers: [Int] = []
    /// Numbers in digits and words.
    private var counts: [Int] = []
    /// Numbers to call; they may be written with letters taken for digits.
    private var lines: [LineNumbers.Standing: [MentionRun]] = [:]

    init(text: TokenizedText, words: FormWords) {
        self.text = text
        self.words = words
        for (place, token) in text.tokens.enumerated() {
            if token.isWord, token.isCapitalised { capitalised.append(place) }
            if token.isNumber { numbers.append(place) }
            let isCount = token.isNumber || words.numberWords.mayOpen(at: token)
            if isCount { counts.append(place) }
            let mayBeDialled = isCount || (token.isWord && token.length <= 2 && token.sign != nil)
            if mayBeDialled, let line = words.lines.line(from: place, in: text.tokens, words.numberWords) {
                lines[line.standing, default: []].append(MentionRun(place..<line.end))
            }
        }
    }

    /// Everywhere the form is found. Steps need the lists found before them and are found by ``StepSequence``.
    func mentions(of form: WordForm) -> Mentions {
        switch form {
        case .word, .link, .handle: marks(form)
        case .name, .longName, .sureName, .capitals, .fullName: names(form)
        case .initials, .dotted, .lowerInitial: initials(form)
        case .childAge, .adultAge, .smallCount, .smallTotal: counts(form)
        case .percent, .number, .birthYear, .classCode, .className, .houseNumber, .phone: digits(form)
        case .childLine: line(.child)
        case .otherLine: line(.other)
        case .formerLine: line(.former)
        case .unknownLine: line(.unknown)
        case .steps: .none
        }
    }

    private func mentions(from starts: some Sequence<Int>, _ end: (Int) -> Int?) -> Mentions {
        Mentions(
            starts.compactMap { start in end(start).map { MentionRun(start..<$0) } }, tokens: text.tokens.count)
    }

    private func marks(_ form: WordForm) -> Mentions {
        let kind: Token.Kind = form == .link ? .link : form == .handle ? .handle : .word
        return mentions(from: text.tokens.indices) { text.tokens[$0].kind == kind ? $0 + 1 : nil }
    }

    private func names(_ form: WordForm) -> Mentions {
        let name = NameForm(text: text, words: words)
        return mentions(from: capitalised) { start in
            switch form {
            case .longName: name.nameEnd(from: start).flatMap { $0 > start + 1 ? $0 : nil }
            case .sureName: name.sureNameEnd(from: start)
            case .capitals: name.capitalsEnd(from: start)
            case .fullName: name.fullNameEnd(from: start)
            default: name.nameEnd(from: start)
            }
        }
    }

    private func initials(_ form: WordForm) -> Mentions {
        let initials = InitialsForm(text: text, words: words)
        switch form {
        case .lowerInitial: return mentions(from: text.tokens.indices) { initials.lowerEnd(from: $0) }
        case .dotted: return mentions(from: capitalised) { initials.dottedEnd(from: $0) }
        default: return mentions(from: capitalised) { initials.end(from: $0) }
        }
    }

    private func counts(_ form: WordForm) -> Mentions {
        let range: ClosedRange<Int> =
            switch form {
            case .childAge: 0...17
            case .adultAge: 18...99
            case .smallCount: 1...4
            default: 1...20
            }
        return mentions(from: counts) { words.numberWords.end(of: range, from: $0, in: text.tokens) }
    }

    private func digits(_ form: WordForm) -> Mentions {
        let tokens = text.tokens
        switch form {
        case .percent: return mentions(from: numbers) { NumberForm.percentEnd(from: $0, in: tokens) }
        case .birthYear: return mentions(from: numbers) { NumberForm.isBirthYear(tokens[$0]) ? $0 + 1 : nil }
        case .classCode: return mentions(from: numbers) { NumberForm.classCodeEnd(from: $0, in: tokens) }
        case .className: return mentions(from: numbers) { NumberForm.classNameEnd(from: $0, in: tokens) }
        case .houseNumber: return mentions(from: numbers) { NumberForm.houseNumberEnd(from: $0, in: tokens) }
        case .phone:
            return mentions(from: counts) {
                NumberForm.phoneEnd(from: $0, in: tokens)
                    ?? NumberForm.spokenPhoneEnd(from: $0, in: tokens, words.numberWords)
            }
        default: return mentions(from: numbers) { $0 + 1 }
        }
    }

    private func line(_ standing: LineNumbers.Standing) -> Mentions {
        Mentions(lines[standing] ?? [], tokens: text.tokens.count)
    }
}
