/// Children named by the words of a web address, which has neither capitals nor diacritics:
/// `…/em-nguyen-van-binh-lop-6a`.
///
/// Without them most surnames are everyday words as well ("dang" is "đang"), so a name counts only where a child is
/// spoken of, and a class, an age or a case stands beside it. An officer, a school named for a person and a prize pass.
public enum AddressNames {
    /// - Parameter words: the words of the address with blanks between, in any letter case.
    public static func nameChild(in words: String) -> Bool {
        let words = SearchText.folded(words).split(separator: " ").map(String.init)
        return words.indices.contains { start in
            guard let end = nameEnd(words, from: start), !isSchool(words, before: start) else { return false }
            if isClass(words, at: end) { return true }
            return speaksOfChild(words, before: start)
                && (words.indices.contains { isClass(words, at: $0) || isAge(words, at: $0) } || hasCase(words))
        }
    }

    /// Where a name that begins here is over: a surname, a middle name and at least one given name.
    private static func nameEnd(_ words: [String], from start: Int) -> Int? {
        guard start + 2 < words.count else { return nil }
        let (surname, middle) = (words[start], words[start + 1])
        guard clearSurnames.contains(surname) || surnames.contains(surname) && middleNames.contains(middle) else {
            return nil
        }
        var end = start + 1
        while end < words.count, end < start + 5, isNamePart(words[end]), !stops.contains(words[end]) { end += 1 }
        return end - start >= 3 ? end : nil
    }

    private static func isNamePart(_ word: String) -> Bool {
        (2...6).contains(word.utf8.count) && word.allSatisfy(\.isLetter)
    }

    private static func isClass(_ words: [String], at place: Int) -> Bool {
        place + 1 < words.count && words[place] == "lop" && words[place + 1].first?.isNumber == true
    }

    private static func isAge(_ words: [String], at place: Int) -> Bool {
        guard place + 1 < words.count, words[place + 1] == "tuoi", let age = Int(words[place]) else { return false }
        return age < 18
    }

    private static func speaksOfChild(_ words: [String], before start: Int) -> Bool {
        let before = words[max(0, start - 3)..<start]
        return before.contains { ["em", "be", "chau"].contains($0) }
            || zip(before, before.dropFirst()).contains { ["hoc sinh", "nan nhan", "nu sinh"].contains("\($0) \($1)") }
    }

    /// Schools and streets go by the names of people.
    private static func isSchool(_ words: [String], before start: Int) -> Bool {
        start > 0
            && ["truong", "thcs", "thpt", "th", "hoc", "non", "giao", "so", "thong", "duong", "pho"]
                .contains(words[start - 1])
    }

    /// What was done to a child; speaking of preventing it is no case.
    private static func hasCase(_ words: [String]) -> Bool {
        let text = " \(words.joined(separator: " ")) "
        let without = ["phong chong", "phong tranh", "phong ngua", "chong"].reduce(text) { text, word in
            text.replacing(" \(word) xam hai ", with: " ")
        }
        return cases.contains { without.contains(" \($0) ") }
    }

    private static let cases = [
        "xam hai", "hiep dam", "dam o", "giao cau", "cuong buc", "bao hanh", "loan luan", "lam nhuc", "mang thai",
    ]
    /// No everyday word looks like them.
    private static let clearSurnames: Set<String> = ["nguyen", "huynh"]
    private static let surnames: Set<String> = [
        "tran", "le", "pham", "hoang", "phan", "vu", "vo", "dang", "bui", "do", "ho", "ngo", "duong", "ly", "dinh",
        "truong", "trinh", "luong", "mai", "cao", "lam", "ta", "thach", "danh", "son", "kim",
    ]
    private static let middleNames: Set<String> = [
        "van", "thi", "ngoc", "minh", "huu", "quoc", "duc", "hoai", "bich", "quynh", "khanh", "thanh", "tuan", "gia",
    ]
    /// What goes on after a name.
    private static let stops: Set<String> = ["lop", "bi", "dat", "hoc", "tuoi", "khai", "con", "la", "da", "va", "o"]
}
