/// Short numbers to call, held against the help lines in use.
struct LineNumbers: Sendable {
    enum Standing {
        case child, other, former, unknown
    }

    /// Digits as they are dialled.
    private let child: Set<String>
    private let other: Set<String>
    private let former: Set<String>

    /// - Parameter today: a line is in use between its days; nil where only the end of a line's days counts.
    init(_ lines: [HelpLine], today: Day?) {
        var inUse: Set<String> = []
        var ended: Set<String> = []
        for line in lines {
            let isOver = today.map { !line.validity.contains($0) } ?? (line.validity.until != nil)
            if isOver { ended.insert(line.number) } else { inUse.insert(line.number) }
        }
        // What replaced another line is the line for children: so the data say which number that is.
        child = Set(lines.compactMap(\.replacedBy)).intersection(inUse)
        other = inUse.subtracting(child)
        former = ended.subtracting(inUse)
    }

    /// The number that begins at a token, and where it ends; nil where none does.
    func line(from start: Int, in tokens: [Token], _ words: NumberWords) -> (standing: Standing, end: Int)? {
        let form = LineForm(tokens: tokens, words: words)
        // 18.001.567 and 180 015 67 are the same number, however its digits are grouped.
        if let end = form.groupedEnd(from: start, of: former) { return (.former, end) }
        guard let (digits, hasLetters, end) = form.read(from: start),
            let standing = self.standing(of: digits, hasLetters: hasLetters)
        else { return nil }
        return (standing, end)
    }

    private func standing(of digits: String, hasLetters: Bool) -> Standing? {
        if former.contains(digits) { return .former }
        let isKnown = child.contains(digits) || other.contains(digits)
        if isKnown, !hasLetters { return child.contains(digits) ? .child : .other }
        // A year is no telephone number; what a letter stands in cannot be dialled.
        let isYear = digits.count == 4 && (digits.hasPrefix("19") || digits.hasPrefix("20"))
        // 11111 is the line with a finger too heavy.
        let isOnes = digits.utf8.count < 7 && digits.utf8.allSatisfy { $0 == UInt8(ascii: "1") }
        let isShort = ((3...4).contains(digits.count) && !isYear) || (isOnes && digits.utf8.count > 3)
        let isService = (8...10).contains(digits.count) && (digits.hasPrefix("1800") || digits.hasPrefix("1900"))
        // Who dials a code before a number of three digits reaches nobody: 0243.111, +84 111.
        let isPrefixed = digits.hasPrefix("0") || digits.hasPrefix("84")
        let hasCode = isPrefixed && (5...7).contains(digits.utf8.count) && child.contains(where: digits.hasSuffix)
        return isShort || isService || hasCode ? .unknown : nil
    }
}

/// How short numbers are written: 111, 1-1-1, 18OO 1567, một-một-một.
struct LineForm {
    let tokens: [Token]
    let words: NumberWords

    func read(from start: Int) -> (digits: String, hasLetters: Bool, end: Int)? {
        if let spoken = spoken(from: start) { return spoken }
        guard let first = written(start), isFree(start), !NumberForm.isInsidePhone(start, in: tokens) else {
            return nil
        }
        var digits = first.digits
        var hasLetters = first.hasLetters
        var end = start + 1
        while let next = written(end), isSameSentence(end), joins(digits, to: end, next.digits) {
            digits += next.digits
            hasLetters = hasLetters || next.hasLetters
            end += 1
        }
        guard digits.utf8.count > 2, tokens[start..<end].contains(where: \.isNumber), !runsOn(end) else { return nil }
        return (digits, hasLetters, end)
    }

    /// Where the groups of digits from a place on make up one of the numbers.
    func groupedEnd(from start: Int, of numbers: Set<String>) -> Int? {
        guard tokens[start].isNumber, start == 0 || !isDigits(start - 1) || tokens[start].joint == "/" else {
            return nil
        }
        var digits = ""
        var end = start
        while end < tokens.count, digits.utf8.count < 10, end == start || isSameSentence(end), isDigits(end),
            end == start || (tokens[end].joint != "/" && tokens[end].joint != ",")
        {
            digits += written(end)?.digits ?? ""
            end += 1
            if numbers.contains(digits), end >= tokens.count || !isDigits(end) || !isSameSentence(end) { return end }
        }
        return nil
    }

    private func isDigits(_ index: Int) -> Bool { tokens[index].isNumber && tokens[index].length <= 10 }

    /// Digits as they stand, or letters taken for digits.
    private func written(_ index: Int) -> (digits: String, hasLetters: Bool)? {
        guard index < tokens.count else { return nil }
        let token = tokens[index]
        if token.isNumber {
            guard token.length <= 10, !token.traits.contains(.percent) else { return nil }
            let value = String(token.value)
            return (String(repeating: "0", count: max(0, Int(token.length) - value.utf8.count)) + value, false)
        }
        guard token.isWord, token.length <= 2, let letter = token.sign else { return nil }
        switch letter {
        case "o": return (String(repeating: "0", count: Int(token.length)), true)
        case "l", "i": return (String(repeating: "1", count: Int(token.length)), true)
        default: return nil
        }
    }

    /// Not the end of a longer number, a date or a word.
    private func isFree(_ index: Int) -> Bool {
        guard index > 0 else { return true }
        // The second digit of 1 1 1 1 begins no number.
        let goesOn = tokens[index - 1].isNumber && tokens[index - 1].length == 1 && isSameSentence(index)
        if goesOn, tokens[index].isNumber, tokens[index].length == 1 { return false }
        if isSameSentence(index), isCode(index - 1), tokens[index].length == 3, tokens[index].joint != "/" {
            return false
        }
        guard tokens[index].traits.contains(.joined) else { return true }
        let before = tokens[index - 1]
        return before.kind == .separator || !(before.isNumber || before.isWord)
            || tokens[index].joint == "/" && before.length == 3
    }

    /// What is dialled before a number of another place: 024, +84.
    private func isCode(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.isNumber, (2...4).contains(token.length), token.joint == nil else { return false }
        return token.value == 84 || (token.value > 0 && String(token.value).utf8.count < Int(token.length))
    }

    private func isSameSentence(_ index: Int) -> Bool { tokens[index].sentence == tokens[index - 1].sentence }

    private func joins(_ digits: String, to index: Int, _ next: String) -> Bool {
        let token = tokens[index]
        if token.joint == "/" || token.joint == "," { return false }
        let isTight = token.traits.contains(.joined) && token.joint == nil
        if isTight { return true }
        if isCode(index - 1), digits.utf8.count <= 4, token.isNumber, token.length == 3 { return true }
        // 11 11, 11.1: ones and noughts in groups.
        let isOnes = (digits + next).utf8.allSatisfy { $0 == UInt8(ascii: "1") || $0 == UInt8(ascii: "0") }
        let isGrouped = digits.utf8.count < 4 && next.utf8.count < 3 && token.joint != ":"
        if isOnes, isGrouped, token.isNumber, tokens[index - 1].isNumber { return true }
        // 1-1-1, 1 1 1, 1 1 l, 1-8-0-0 …; 1800 1567 in groups.
        let isChain = token.joint == "-" || token.joint == "."
        let isSpelled =
            digits.utf8.count < (isChain ? 10 : 5) && next.utf8.count == 1 && tokens[index - 1].length == 1
        guard token.isNumber else { return isSpelled }
        let isService = digits.hasPrefix("1800") || digits.hasPrefix("1900")
        // 18 00 15 67
        let isPaired =
            digits.hasPrefix("18") && digits.utf8.count < 8 && next.utf8.count == 2
            && tokens[index - 1].length == 2
        return isSpelled || isPaired || (isService && digits.utf8.count < 10)
    }

    /// Whether the number goes on: in a decree's number, a date, a sum, a word.
    private func runsOn(_ end: Int) -> Bool {
        guard end < tokens.count, tokens[end].traits.contains(.joined) else { return false }
        let next = tokens[end]
        if next.kind == .separator {
            return next.sign == "/" && end + 1 < tokens.count && tokens[end + 1].traits.contains(.joined)
        }
        if next.joint == "/", next.isNumber { return next.length != 3 }
        // 111/QĐ-UBND is a document.
        if next.joint == "/", next.traits.contains(.capitals), end + 1 < tokens.count, tokens[end + 1].joint == "-" {
            return true
        }
        return next.isNumber || (next.isWord && next.joint == nil)
    }

    /// Whether a digit in words stands before, with a comma between or without.
    private func isDigit(before index: Int) -> Bool {
        var previous = index - 1
        if previous > 0, tokens[previous].kind == .separator { previous -= 1 }
        return words.digit(tokens[previous]) != nil && tokens[previous].sentence == tokens[index].sentence
    }

    /// A run of digits in words: một-một-một, ba số một.
    private func spoken(from start: Int) -> (digits: String, hasLetters: Bool, end: Int)? {
        guard words.digit(tokens[start]) != nil,
            start == 0 || !isSameSentence(start) || !isDigit(before: start)
        else { return nil }
        var digits = ""
        var end = start
        var next = start
        while next < tokens.count, next == start || isSameSentence(next),
            let read = words.dialled(from: next, in: tokens)
        {
            digits += read.digits
            end = read.end
            next = NumberForm.behindSeparator(end, in: tokens)
        }
        return (3...8).contains(digits.utf8.count) ? (digits, false, end) : nil
    }
}
