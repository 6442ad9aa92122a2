/// Whether a text is worth reading word by word for names: most places and notes have none, and lists have hundreds of
/// thousands of them.
enum NameHint {
    /// Whether the text has a family name, a word for a child, or a given name beside pupils or a number, which may be a
    /// class.
    static func isGiven(in text: String) -> Bool {
        var key: UInt64 = 0
        var length = 0
        var (hasGivenName, hasDigit, hasPupil) = (false, false, false)
        func tells() -> Bool {
            guard length > 1 else { return false }
            if length <= 8, Surnames.keys.contains(key) || childKeys.contains(key) { return true }
            if GivenNames.keys.contains(key) { hasGivenName = true }
            if pupilKeys.contains(key) { hasPupil = true }
            return false
        }
        for byte in text.utf8 {
            // A mark apart from its letter: spelled so that bytes do not tell.
            if byte == 0xCC || byte == 0xCD { return true }
            let isLetter = byte >= 0x80 || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            if isLetter {
                length += 1
                key = key << 8 | UInt64(byte)
                continue
            }
            if (0x30...0x39).contains(byte) { hasDigit = true }
            if tells() { return true }
            (key, length) = (0, 0)
        }
        return tells() || hasGivenName && (hasDigit || hasPupil)
    }

    private static let childKeys = keys(of: NameWords.children, capitalOnly: false)
    /// Of "học sinh" and of "tên": frequent, and alone no reason to look closer.
    private static let pupilKeys = keys(of: ["sinh", "tên"], capitalOnly: false)

    /// The last eight bytes of each word, small, capital and in capitals, packed.
    static func keys(of words: some Sequence<String>, capitalOnly: Bool) -> Set<UInt64> {
        Set(
            words.flatMap { word in
                [word.prefix(1).uppercased() + word.dropFirst(), word.uppercased()] + (capitalOnly ? [] : [word])
            }.map { $0.utf8.reduce(0) { $0 << 8 | UInt64($1) } })
    }
}
