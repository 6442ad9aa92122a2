extension PersonName {
    /// Whether a cell of a table names people: "Nguyễn Văn An (6A)", "em Bình", "An, Bình, Chi". Schools and streets that
    /// go by a person's name do not.
    public static func isGiven(in cell: String) -> Bool {
        guard cell.contains(where: \.isLetter) else { return false }
        if NamesInText(cell).namePeople { return true }
        let pieces = pieces(of: cell)
        return pieces.contains(where: isFullName) || pieces.count > 1 && pieces.allSatisfy(isGivenName)
    }

    /// Whether a text may be or hold a person's name or number, so that no message repeats it: rather once too often.
    ///
    /// - Parameter amongPeople: where people stand or are counted, any word with a capital may be one.
    public static func mayBeGiven(in text: String, amongPeople: Bool = false) -> Bool {
        if isGiven(in: text) || PersonalNumber.isGiven(in: text, helpLines: []) { return true }
        return pieces(of: text).contains { piece in
            let words = piece.split(separator: " ")
            guard (1...5).contains(words.count), let first = words.first, let last = words.last else { return false }
            if isInCapitals(words) {
                return amongPeople || words.count < 3 && GivenNames.isLikely(String(last))
            }
            guard words.count > 1, words.allSatisfy({ $0.first?.isLowercase ?? false }) else { return false }
            let surname = Surnames.kind(of: String(first))
            return surname == .sure || surname == .withoutMarks
        }
    }

    /// What stands between commas, slashes, brackets and numbers.
    private static func pieces(of cell: String) -> [String] {
        cell.normalized.split { !$0.isLetter && $0 != " " && $0 != "'" }.map { String($0).trimmed }
            .filter { !$0.isEmpty }
    }

    private static func isInCapitals(_ words: [Substring]) -> Bool {
        words.allSatisfy { $0.first?.isUppercase ?? false }
    }

    private static func isFullName(_ piece: String) -> Bool {
        let words = piece.split(separator: " ")
        guard (2...5).contains(words.count), isInCapitals(words), let last = words.last,
            let surname = Surnames.kind(of: words[0].lowercased())
        else { return false }
        guard !NameWords.isRegion(piece.lowercased()) else { return false }
        return surname == .sure || surname == .withoutMarks || GivenNames.common.contains(last.lowercased())
    }

    private static func isGivenName(_ piece: String) -> Bool {
        piece.first?.isUppercase ?? false && GivenNames.common.contains(piece.lowercased())
    }
}
