/// Children by their given names alone: what they are called before the name, or a class or an age behind it, tells them
/// from places and groups.
extension NamesInText {
    /// "em Bình lớp 6A", "cháu Lan, 12 tuổi", "con ông Tám", "học sinh lớp 6 tên Bình", "Lan (7A2)".
    ///
    /// - Parameter isPlace: in names of places a class stands behind schools that are named for persons.
    func nameChildByGivenName(inPlace isPlace: Bool) -> Bool {
        words.indices.contains { index in
            isChild(index, inPlace: isPlace) || !isPlace && (isPupil(index) || isClassWithNames(index))
        }
    }

    // MARK: What a child is called

    /// Whether a word for a child stands here and its name behind it.
    private func isChild(_ index: Int, inPlace isPlace: Bool) -> Bool {
        let word = words[index]
        let isPupils = word.lower == "sinh" && index > 0 && words[index - 1].lower == "học" || word.lower == "hs"
        guard isPupils || NameWords.children.contains(word.lower), !isPartOfPlace(index) else { return false }
        // "Nhà trọ Bé Bi" is called so; "nhà bé Bi" is a child's.
        if isPlace, word.isCapital, index > 0, !isAllCapitals { return false }
        let called = wordsBetween(index)
        let first = isPupils && word.lower == "sinh" ? index - 1 : index
        if isMany(before: first) { return listedNames(from: called.end) >= 2 }
        guard let run = run(from: called.end), !isIdiom(index, run) else { return false }
        if called.isOfParent { return ["con", "cháu"].contains(word.lower) && !isUncleHo(called.end) }
        let isListed = GivenNames.common.contains(words[run.upperBound - 1].lower)
        let hasClass = isFollowedByClassOrAge(run.upperBound)
        if isPupils || ["con", "trẻ"].contains(word.lower) {
            // "HS Nam" are boys.
            let isName = isListed && !(isPupils && words[run.lowerBound].lower == "nam")
            return run.count == 1 && isName && (hasClass || called.isNamed)
        }
        if isAllCapitals { return hasClass && isListed }
        return isListed || hasClass || called.isNamed
    }

    /// Between a word for a child and its name: "gái", "lớp 6A tên là", "ông".
    private func wordsBetween(_ index: Int) -> (end: Int, isOfParent: Bool, isNamed: Bool) {
        var (isOfParent, isNamed) = (false, false)
        var end = index + 1
        while end < words.count, end - index <= 5, words[end].gap.isSoft, isLink(end) {
            if NameWords.titles.contains(words[end].lower) { isOfParent = true }
            if ["tên", "named", "called"].contains(words[end].lower) { isNamed = true }
            end += 1
        }
        return (end, isOfParent, isNamed)
    }

    private func isLink(_ index: Int) -> Bool {
        let word = words[index]
        if word.isNumber { return ["lớp", "khối"].contains(words[index - 1].lower) }
        guard NameWords.links.contains(word.lower) || NameWords.titles.contains(word.lower) || word.isClass else {
            return false
        }
        // "em Nam" and "em Anh" are names; "EM NAM LỚP 6A" may be any boy.
        return !word.isCapital || isAllCapitals || !GivenNames.common.contains(word.lower)
            || isCapitalWord(index + 1) && words[index + 1].gap == .blank
    }

    /// The capital words from here on that may be a name; nil where there is none.
    private func run(from start: Int) -> Range<Int>? {
        guard start < words.count, words[start].gap.isSoft else { return nil }
        // "em Trường lớp 8A" is no school.
        if words[start].isCapital, words[start].lower == "trường", isFollowedByClassOrAge(start + 1) {
            return start..<start + 1
        }
        guard isCapitalWord(start) else { return nil }
        var end = start + 1
        while end < words.count, words[end].gap == .blank, isCapitalWord(end) { end += 1 }
        let name = words[start..<end].map(\.lower)
        guard (1...3).contains(name.count), !words[start..<end].contains(where: { $0.isAllCapitals && !isAllCapitals }),
            !NameWords.isRegion(name.joined(separator: " "))
        else { return nil }
        let next = end < words.count && words[end].gap == .blank ? [words[end].lower] : []
        let pairs = zip(name, name.dropFirst() + next).map { "\($0) \($1)" }
        guard !pairs.contains(where: GivenNames.compounds.contains) else { return nil }
        return start..<end
    }

    private func isCapitalWord(_ index: Int) -> Bool {
        guard index < words.count else { return false }
        let word = words[index]
        return word.isCapital && !word.isNumber && !NameWords.groups.contains(word.lower)
    }

    // MARK: A class or an age

    /// A given name alone with a class or an age behind it.
    private func isPupil(_ index: Int) -> Bool {
        guard isSingleName(index), isFollowedByClassOrAge(index + 1) else { return false }
        let isFirst = words[index].gap == .stop || words[index - 1].isNumber
        if isFirst, GivenNames.everyday.contains(words[index].lower) { return false }
        guard index > 0, words[index].gap.isSoft else { return true }
        let before = words[index - 1].lower
        return !NameWords.adults.contains(before) && !NameWords.places.contains(before)
    }

    /// "Lớp 6A: Bình, Lan, Hoa"
    private func isClassWithNames(_ index: Int) -> Bool {
        words[index].isClassCode && index + 1 < words.count && words[index + 1].gap != .stop
            && listedNames(from: index + 1) >= 2
    }

    /// A capital word that is a given name, with no capital word to either side.
    private func isSingleName(_ index: Int) -> Bool {
        guard index < words.count, isCapitalWord(index), GivenNames.common.contains(words[index].lower),
            !words[index].isAllCapitals || isAllCapitals
        else { return false }
        if index > 0, words[index].gap == .blank, words[index - 1].isCapital, !words[index - 1].isNumber {
            return false
        }
        return !(index + 1 < words.count && words[index + 1].gap == .blank && isCapitalWord(index + 1))
    }

    /// How many given names follow each other from here: "Bình, Lan và Hoa".
    private func listedNames(from start: Int) -> Int {
        var (index, count) = (start, 0)
        while isSingleName(index) {
            count += 1
            let next = index + 1
            guard next < words.count else { break }
            if words[next].gap == .comma {
                index = next
            } else if ["và", "cùng", "với", "and"].contains(words[next].lower) {
                index = next + 1
            } else {
                break
            }
        }
        return count
    }

    /// "lớp 6", "(6A)", ", học sinh 7A2", ", 12 tuổi".
    private func isFollowedByClassOrAge(_ start: Int) -> Bool {
        var index = start
        while index < words.count, index - start < 6, words[index].gap != .stop {
            let word = words[index]
            let isAfterClass = index > 0 && ["lớp", "khối"].contains(words[index - 1].lower)
            if word.isClassCode || isAfterClass && word.lower.first?.isNumber == true { return true }
            if let number = Int(word.lower) {
                let isAge = index + 1 < words.count && ["tuổi", "years"].contains(words[index + 1].lower)
                return isAge && number < 18
            }
            guard ["học", "sinh", "hs", "lớp", "khối", "em", "năm", "nay", "class"].contains(word.lower) else {
                return false
            }
            index += 1
        }
        return false
    }

    // MARK: What only looks like it

    /// "các em", "120 em", "trẻ em", "chị em", "con em": nobody of them is named.
    private func isMany(before index: Int) -> Bool {
        guard index > 0, words[index].gap == .blank else { return false }
        let before = words[index - 1]
        if before.isNumber { return Int(before.lower) != 1 }
        return NameWords.many.contains(before.lower)
            || ["trẻ", "chị", "anh", "con", "đàn", "bà", "số"].contains(before.lower)
    }

    /// "Mẫu giáo Bé Ngoan", "ấp Bé Tư"
    private func isPartOfPlace(_ index: Int) -> Bool {
        guard index > 0, words[index].gap == .blank, words[index].isCapital, !isAllCapitals else { return false }
        return NameWords.places.contains(words[index - 1].lower)
            || ["giáo", "trẻ", "nhóm", "lớp", "quán"].contains(words[index - 1].lower)
    }

    /// "con Lạc cháu Hồng", "con Rồng cháu Tiên"
    private func isIdiom(_ index: Int, _ run: Range<Int>) -> Bool {
        index > 0 && ["lạc", "rồng"].contains(words[index - 1].lower)
            || ["lạc", "rồng"].contains(words[run.lowerBound].lower)
    }

    /// "cháu Bác Hồ"
    private func isUncleHo(_ index: Int) -> Bool { words[index - 1].lower == "bác" && words[index].lower == "hồ" }
}
