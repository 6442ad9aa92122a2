/// Telephone numbers and numbers of identity papers in a text: 9 to 12 digits, with dots, blanks or hyphens between.
enum PersonalNumber {
    /// A run of digits, group by group as it is written.
    private struct Run {
        var groups: [NumberGroup] = []
        /// What follows: a unit of money makes it a sum.
        var isMoney = false
        /// What stands before it says whose it is: "SĐT", "CMND", a plus.
        var isNamed = false
    }

    static func isGiven(in text: String, helpLines: Set<String>) -> Bool {
        // 0xEF begins the wide digits of East Asian keyboards.
        guard text.utf8.count(where: { (0x30...0x39).contains($0) }) >= 9 || text.utf8.contains(0xEF) else {
            return false
        }
        return runs(of: text).contains { isPersonal($0, helpLines) }
    }

    private static func isPersonal(_ run: Run, _ helpLines: Set<String>) -> Bool {
        let groups = withoutLines(run.groups, helpLines)
        let digits = groups.map(\.digits).joined()
        guard digits.count >= 9, !isDate(groups) else { return false }
        if !run.isNamed, NumberList(groups).isOfCountsAndDays { return false }
        // No sum and no count begins with a nought.
        if !digits.hasPrefix("0"),
            run.isMoney || isSum(groups) || groups.allSatisfy({ $0.digits.count <= 2 })
        {
            return false
        }
        if digits.count <= 12 { return true }
        // Two numbers side by side, or one beside a count; a longer group is no person's number.
        return groups.indices.contains { start in
            var length = 0
            for (place, group) in groups[start...].enumerated() {
                length += group.digits.count
                if (9...12).contains(length), place == 0 || groups[start].digits.hasPrefix("0") { return true }
                if length > 12 { break }
            }
            return false
        }
    }

    /// Help lines and free service numbers (1800…, 1900…) are there to be called by everybody.
    private static func withoutLines(_ groups: [NumberGroup], _ helpLines: Set<String>) -> [NumberGroup] {
        var rest: [NumberGroup] = []
        var index = 0
        next: while index < groups.count {
            var digits = ""
            for end in index..<min(index + 5, groups.count) {
                digits += groups[end].digits
                let isFree = digits.hasPrefix("1800") || digits.hasPrefix("1900")
                let isService = isFree && (8...10).contains(digits.count)
                if helpLines.contains(digits) || (isService && isLast(end, in: groups, digits)) {
                    index = end + 1
                    continue next
                }
            }
            rest.append(groups[index])
            index += 1
        }
        return rest
    }

    /// Whether a service number ends here: 1900 54 54 59 is one, 1800 1567 0912345678 is two.
    private static func isLast(_ end: Int, in groups: [NumberGroup], _ digits: String) -> Bool {
        end + 1 == groups.count || digits.count + groups[end + 1].digits.count > 10
    }

    /// 20.11.2026, 20.11.2026 14.30, 2025-2026, 2024 2025 2026.
    private static func isDate(_ groups: [NumberGroup]) -> Bool {
        func isYear(_ digits: String) -> Bool {
            digits.count == 4 && (digits.hasPrefix("19") || digits.hasPrefix("20"))
        }
        let rest = groups.filter { !isYear($0.digits) }
        return rest.count < groups.count && rest.allSatisfy { $0.digits.count <= 2 }
    }

    /// 150.000.000: groups of three that end in noughts.
    private static func isSum(_ groups: [NumberGroup]) -> Bool {
        guard groups.count > 2, groups[0].digits.count <= 3, groups[0].digits.first != "0",
            groups.last?.digits == "000"
        else { return false }
        let rest = groups.dropFirst()
        return Set(rest.map(\.gap)).count == 1 && rest.allSatisfy { $0.digits.count == 3 }
    }

    private static func runs(of text: String) -> [Run] {
        var found: [Run] = []
        var run = Run()
        var gap = ""
        func close(at end: String.Index) {
            guard !run.groups.isEmpty else { return }
            run.isMoney = money.contains(text[end...].prefix { $0.isLetter || $0 == "₫" }.lowercased())
            found.append(run)
            run = Run()
        }
        for index in text.indices {
            let character = text[index]
            guard let digit = character.wholeNumberValue, digit < 10 else {
                gap.append(character)
                let goesOn = gap.count <= 2 && gap.allSatisfy { ".-–()".contains($0) || isBlank($0) }
                if !goesOn {
                    close(at: index)
                    gap = ""
                }
                continue
            }
            if run.groups.isEmpty { run.isNamed = isNamed(text[..<index]) }
            if gap.isEmpty, let last = run.groups.popLast() {
                run.groups.append(NumberGroup(digits: "\(last.digits)\(digit)", gap: last.gap))
            } else {
                run.groups.append(NumberGroup(digits: String(digit), gap: run.groups.isEmpty ? "" : gap))
            }
            gap = ""
        }
        close(at: text.endIndex)
        return found
    }

    /// "SĐT phụ huynh: ", "CMND số ", "+": what may stand before a number of a person, a few words away.
    private static func isNamed(_ before: Substring) -> Bool {
        if before.last == "+" { return true }
        let line = before.suffix(40).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).last ?? ""
        let words = SearchText.folded(String(line)).split(separator: " ").suffix(3)
        let said = " \(words.joined(separator: " ")) "
        return names.contains { said.contains(" \($0) ") }
    }

    private static let names = [
        "sdt", "dt", "dtdd", "dien thoai", "phone", "tel", "zalo", "hotline", "lien he", "goi", "cmnd", "cccd", "cmt",
        "can cuoc", "dinh danh", "ho chieu", "passport",
    ]
    private static let money: Set<String> = ["đ", "đồng", "₫", "vnđ", "vnd", "dong"]

    private static func isBlank(_ character: Character) -> Bool { character.isWhitespace && !character.isNewline }
}
