/// Forms made of digits: classes, house numbers, telephones, years.
enum NumberForm {
    /// No part of a date, fraction, decimal or share.
    static func isAlone(_ index: Int, in tokens: [Token]) -> Bool {
        if tokens[index].traits.contains(.percent) { return false }
        if index > 0, tokens[index].joint != nil, tokens[index - 1].isNumber { return false }
        if index + 1 < tokens.count, tokens[index + 1].joint != nil, tokens[index + 1].isNumber { return false }
        return true
    }

    /// 14%, 42.9%.
    static func percentEnd(from start: Int, in tokens: [Token]) -> Int? {
        guard tokens[start].isNumber else { return nil }
        if tokens[start].traits.contains(.percent) { return start + 1 }
        guard let next = follower(start + 1, in: tokens), next.isNumber, next.traits.contains(.percent),
            next.joint == "." || next.joint == ","
        else { return nil }
        return start + 2
    }

    static func isBirthYear(_ token: Token) -> Bool {
        token.isNumber && token.length == 4 && (2005...2035).contains(token.value)
    }

    static func classCodeEnd(from start: Int, in tokens: [Token]) -> Int? {
        guard tokens[start].isNumber, (1...12).contains(tokens[start].value), tokens[start].length <= 2 else {
            return nil
        }
        var end = start + 1
        if let next = follower(end, in: tokens), next.isWord, next.length <= 2, !next.traits.contains(.marked),
            next.traits.contains(.joined)
        {
            end += 1
        }
        if let next = follower(end, in: tokens), next.isNumber, next.traits.contains(.joined), next.length <= 2 {
            end += 1
        }
        return end
    }

    static func classNameEnd(from start: Int, in tokens: [Token]) -> Int? {
        guard let end = classCodeEnd(from: start, in: tokens), end > start + 1, tokens[start + 1].isWord,
            let letter = tokens[start + 1].sign, ("a"..."k").contains(letter), letter != "h"
        else { return nil }
        return end
    }

    static func houseNumberEnd(from start: Int, in tokens: [Token]) -> Int? {
        guard tokens[start].isNumber, tokens[start].length <= 4 else { return nil }
        var end = start + 1
        while let next = follower(end, in: tokens), next.traits.contains(.joined), end - start < 4,
            (next.isNumber && next.joint == "/") || (next.isWord && next.length == 1)
        {
            end += 1
        }
        return end
    }

    /// Nine to eleven digits in groups, from 0 or 84 on.
    static func phoneEnd(from start: Int, in tokens: [Token]) -> Int? {
        let first = tokens[start]
        if let end = spelledPhoneEnd(from: start, in: tokens) { return end }
        guard first.isNumber, first.length >= 2,
            leadsWithZero(first) || first.value == 84 || first.value / 100_000_000 >= 840
        else { return nil }
        var digits = Int(first.length)
        var end = start + 1
        while digits < 9, let next = follower(end, in: tokens), isDigits(next), next.joint != "/" {
            digits += Int(next.length)
            end += 1
        }
        while digits < 11, let next = follower(end, in: tokens), isDigits(next), next.joint != "/", next.length < 4,
            digits + Int(next.length) <= 11
        {
            digits += Int(next.length)
            end += 1
        }
        return (9...12).contains(digits) ? end : nil
    }

    /// Digits, or the letter o for zeros without a blank before it: 09oo.
    private static func isDigits(_ token: Token) -> Bool {
        token.isNumber || (token.isWord && token.sign == "o" && (token.traits.contains(.joined) || token.joint != nil))
    }

    /// 0 9 0 0 …: digit by digit.
    private static func spelledPhoneEnd(from start: Int, in tokens: [Token]) -> Int? {
        guard tokens[start].isNumber, tokens[start].length == 1, tokens[start].value == 0 else { return nil }
        var end = start + 1
        while let next = follower(end, in: tokens), next.isNumber, next.length == 1, next.joint != "/" { end += 1 }
        return (9...12).contains(end - start) ? end : nil
    }

    /// A telephone read aloud: không chín không không …
    static func spokenPhoneEnd(from start: Int, in tokens: [Token], _ words: NumberWords) -> Int? {
        guard words.digit(tokens[start]) == 0 else { return nil }
        var count = 0
        var end = start
        var next = start
        while next < tokens.count, tokens[next].sentence == tokens[start].sentence, words.digit(tokens[next]) != nil {
            count += 1
            end = next + 1
            next = behindSeparator(end, in: tokens)
        }
        return (9...12).contains(count) ? end : nil
    }

    /// The place behind a comma or the like, where one stands there.
    static func behindSeparator(_ index: Int, in tokens: [Token]) -> Int {
        index < tokens.count && tokens[index].kind == .separator ? index + 1 : index
    }

    /// Whether a number is one of the groups of a telephone.
    static func isInsidePhone(_ index: Int, in tokens: [Token]) -> Bool {
        (max(0, index - 4)...index).contains { start in
            phoneEnd(from: start, in: tokens).map { $0 > index && $0 > start + 1 } ?? false
        }
    }

    private static func leadsWithZero(_ token: Token) -> Bool {
        String(token.value).utf8.count < Int(token.length) && token.value > 0
    }

    private static func follower(_ index: Int, in tokens: [Token]) -> Token? {
        guard index < tokens.count, tokens[index].sentence == tokens[index - 1].sentence else { return nil }
        return tokens[index]
    }
}
