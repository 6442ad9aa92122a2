/// Full names of persons in what somebody writes about a session. Schools and streets go by the names of people as
/// well; a word before the name tells them apart.
struct NamesInText {
    let words: [TextWord]
    /// A line in capitals, where those tell nothing.
    let isAllCapitals: Bool
    private var names: [Range<Int>] = []

    init(_ text: String) {
        words = TextWord.all(in: text.normalized)
        isAllCapitals = words.allSatisfy {
            $0.isAllCapitals || $0.lower.contains(where: \.isNumber) || $0.lower.count == 1
        }
        var index = 0
        while index < words.count {
            if let end = end(ofNameFrom: index) {
                names.append(index..<end)
                index = end
            } else {
                index += 1
            }
        }
    }

    /// Whether anybody is named who is no school or street.
    var namePeople: Bool { names.contains { !isPlace($0) } || nameChildByGivenName(inPlace: false) }

    /// "em Nguyễn Văn Bình", "cháu ông Trần Văn Tám", "học sinh: Lê Thị Hoa".
    var nameChild: Bool {
        names.contains { name in
            var index = name.lowerBound
            var isOfParent = false
            // Between the word and the name: "em gái tên là", "con ông", "học sinh lớp 6A".
            while index > 0, name.lowerBound - index < 5, words[index].gap.isSoft {
                let word = words[index - 1]
                if NameWords.children.contains(word.lower), !isOfParent || ["con", "cháu"].contains(word.lower) {
                    return true
                }
                if word.lower == "sinh", index > 1, words[index - 2].lower == "học" {
                    return !isOfParent && !isGroup(before: index - 2, of: name)
                }
                guard NameWords.links.contains(word.lower) || word.isClass else { return false }
                if NameWords.titles.contains(word.lower) { isOfParent = true }
                index -= 1
            }
            return false
        }
    }

    /// "Trần Thị Bé Tư, học sinh lớp 7A2", "Lê Văn Út (6A)".
    var giveClass: Bool {
        names.contains { name in
            guard !isPlace(name), !hasTitle(name) else { return false }
            var index = name.upperBound
            while index < words.count, index - name.upperBound < 5, words[index].gap != .stop {
                if words[index].isClass { return true }
                guard ["học", "sinh", "hs", "lớp", "em"].contains(words[index].lower) else { return false }
                index += 1
            }
            return false
        }
    }

    /// Two or more with nothing between them but commas, numbers and what one is called.
    var areInARow: Bool {
        var row = 0
        var isOfPlaces = false
        for (index, name) in names.enumerated() {
            let follows = index > 0 && joins(names[index - 1].upperBound, name.lowerBound)
            if !follows { (row, isOfPlaces) = (0, false) }
            if isPlace(name) {
                // "các trường Nguyễn Văn Trỗi, Võ Thị Sáu, Lê Văn Tám"
                if isOfMany(name) { isOfPlaces = true }
            } else if !isOfPlaces {
                row += 1
            }
            if row >= 2 { return true }
        }
        return false
    }

    /// "Nguyễn Văn An", "đ/c Trần Thị Bình": a name in the place of a role.
    var beginWithName: Bool {
        guard let name = names.first else { return false }
        return words[..<name.lowerBound].allSatisfy { NameWords.titles.contains($0.lower) || $0.lower == "đ" }
    }

    private func end(ofNameFrom start: Int) -> Int? {
        let first = words[start]
        let isLower = !first.isCapital
        guard let surname = Surnames.kind(of: first.lower) else { return nil }
        var end = start + 1
        while end < words.count, end - start < 5, words[end].gap == .blank, isLower || words[end].isCapital,
            !words[end].isNumber, !(end - start >= 3 && Surnames.kind(of: words[end].lower) == .sure)
        {
            end += 1
            // Written small, a name has its three words and no more.
            if isLower, end - start == 3 { break }
        }
        let count = end - start
        guard count >= 2 else { return nil }
        let hasMiddle = count >= 3 && NameWords.middle.contains(words[start + 1].lower)
        let run = words[start..<end].map(\.lower).joined(separator: " ")
        guard !NameWords.isRegion(run) else { return nil }
        // Where the marks are right there is no doubt: "Trương" is not "Trường".
        guard surname == .sure || PersonName.isLikely(run) else { return nil }
        let isName =
            switch surname {
            case .sure: !isLower || hasMiddle
            case .likely: !isLower && count >= 3
            case .rare: !isLower && hasMiddle
            case .withoutMarks: hasMiddle
            }
        return isName ? end : nil
    }

    private func isPlace(_ name: Range<Int>) -> Bool {
        name.lowerBound > 0 && words[name.lowerBound].gap.isSoft
            && NameWords.places.contains(words[name.lowerBound - 1].lower)
    }

    private func hasTitle(_ name: Range<Int>) -> Bool {
        name.lowerBound > 0 && NameWords.adults.contains(words[name.lowerBound - 1].lower)
    }

    private func isOfMany(_ name: Range<Int>) -> Bool {
        words[max(0, name.lowerBound - 5)..<name.lowerBound].contains {
            $0.isNumber || NameWords.many.contains($0.lower)
        }
    }

    /// "120 học sinh Lê Quý Đôn" are pupils of a school.
    private func isGroup(before index: Int, of name: Range<Int>) -> Bool {
        guard index > 0, words[index].gap == .blank else { return false }
        return words[index - 1].isNumber || NameWords.many.contains(words[index - 1].lower)
    }

    private func joins(_ start: Int, _ end: Int) -> Bool {
        words[start..<end].allSatisfy { word in
            word.isNumber || word.isClass || NameWords.betweenNames.contains(word.lower)
                || NameWords.titles.contains(word.lower) || NameWords.children.contains(word.lower)
        }
    }
}
