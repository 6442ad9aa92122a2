import Outreach

/// Names Excel accepts for sheets: at most 31 characters, some excluded, no two alike but for case.
enum SheetName {
    static func all(_ names: [String]) -> [String] {
        var used: Set<String> = []
        return names.map { name in
            let base = cleaned(name)
            var candidate = shortened(base, to: longest)
            var number = 2
            while !used.insert(candidate.lowercased()).inserted {
                let suffix = " (\(number))"
                candidate = shortened(base, to: longest - suffix.utf16.count) + suffix
                number += 1
            }
            return candidate
        }
    }

    private static let longest = 31

    private static func cleaned(_ name: String) -> String {
        let replaced = XMLText.allowed(name).map { character in
            "[]:*?/\\'".contains(character) || character.isNewline || character == "\t" ? " " : character
        }
        let words = String(replaced).split(separator: " ").joined(separator: " ")
        // Excel keeps this name for itself.
        return words.isEmpty || words.lowercased() == "history" ? "Sheet \(words)".trimmed : words
    }

    /// Cut between characters, for Excel counts UTF-16 and would split one.
    private static func shortened(_ name: String, to limit: Int) -> String {
        guard name.utf16.count > limit else { return name }
        var result = ""
        for character in name {
            guard result.utf16.count + character.utf16.count < limit else { break }
            result.append(character)
        }
        return result.trimmed + "…"
    }
}
