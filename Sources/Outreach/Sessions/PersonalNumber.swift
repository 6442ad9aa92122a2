/// Telephone numbers and numbers of identity papers in a text: 9 to 12 digits, with dots, blanks or hyphens between.
enum PersonalNumber {
    /// A run of digits, group by group as it is written.
    private struct Run {
        var groups: [String] = []
        /// What stands between the groups.
        var signs: Set<Character> = []
        /// What follows: a unit of money makes it a sum.
        var isMoney = false
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
        let digits = groups.joined()
        guard digits.count >= 9, !isDate(groups) else { return false }
        // No sum and no count begins with a nought.
        if !digits.hasPrefix("0"), run.isMoney || isSum(groups, run.signs) || groups.allSatisfy({ $0.count <= 2 }) {
            return false
        }
        if digits.count <= 12 { return true }
        // Two numbers side by side, or one beside a count; a longer group is no person's number.
        return groups.indices.contains { start in
            var length = 0
            for (place, group) in groups[start...].enumerated() {
                length += group.count
                if (9...12).contains(length), place == 0 || groups[start].hasPrefix("0") { return true }
                if length > 12 { break }
            }
            return false
        }
    }

    /// Help lines and free service numbers (1800…, 1900…) are there to be called by everybody.
    private static func withoutLines(_ groups: [String], _ helpLines: Set<String>) -> [String] {
        var rest: [String] = []
        var index = 0
        next: while index < groups.count {
            var digits = ""
            for end in index..<min(index + 5, groups.count) {
                digits += groups[end]
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
    private static func isLast(_ end: Int, in groups: [String], _ digits: String) -> Bool {
        end + 1 == groups.count || digits.count + groups[end + 1].count > 10
    }

    /// 20.11.2026, 20.11.2026 14.30, 2025-2026, 2024 2025 2026.
    private static func isDate(_ groups: [String]) -> Bool {
        func isYear(_ group: String) -> Bool { group.count == 4 && (group.hasPrefix("19") || group.hasPrefix("20")) }
        let rest = groups.filter { !isYear($0) }
        return rest.count < groups.count && rest.allSatisfy { $0.count <= 2 }
    }

    /// 150.000.000: groups of three that end in noughts.
    private static func isSum(_ groups: [String], _ signs: Set<Character>) -> Bool {
        groups.count > 2 && signs.count == 1 && groups[0].count <= 3 && groups[0].first != "0"
            && groups.dropFirst().allSatisfy { $0.count == 3 } && groups.last == "000"
    }

    private static func runs(of text: String) -> [Run] {
        var found: [Run] = []
        var run = Run()
        var gap: [Character] = []
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
                    gap = []
                }
                continue
            }
            if gap.isEmpty, !run.groups.isEmpty {
                run.groups[run.groups.count - 1].append(String(digit))
            } else {
                if !run.groups.isEmpty { run.signs.formUnion(gap) }
                run.groups.append(String(digit))
            }
            gap = []
        }
        close(at: text.endIndex)
        return found
    }

    private static let money: Set<String> = ["đ", "đồng", "₫", "vnđ", "vnd", "dong"]

    private static func isBlank(_ character: Character) -> Bool { character.isWhitespace && !character.isNewline }
}
