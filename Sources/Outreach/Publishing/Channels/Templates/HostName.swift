/// What may stand as the host and port of an address.
public enum HostName {
    /// The name in lower case: labels of ASCII letters, digits and inner hyphens (RFC 1123 §2.1), or a dotted IPv4
    /// address; nil for anything else. A last label that looks like a number is refused, because `0x7f.1` and
    /// `2130706433` are other ways of writing an address.
    public static func normalized(_ text: String) -> String? {
        guard text.utf8.count <= 253, text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let name = text.utf8.contains { (0x41...0x5A).contains($0) } ? text.lowercased() : text
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.allSatisfy(isLabel), let last = labels.last else { return nil }
        guard looksLikeNumber(last) else { return name }
        return isDottedAddress(labels) ? name : nil
    }

    /// Looked at byte by byte, here and below: a host is judged with every request, and a regular expression takes a
    /// hundred times as long.
    private static func isLabel(_ label: Substring) -> Bool {
        guard (1...63).contains(label.utf8.count), label.utf8.first != UInt8(ascii: "-"),
            label.utf8.last != UInt8(ascii: "-")
        else { return false }
        return label.utf8.allSatisfy { byte in
            isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "-")
        }
    }

    /// All digits, or `0x` and hexadecimal digits, if any.
    private static func looksLikeNumber(_ label: Substring) -> Bool {
        if label.utf8.allSatisfy(isDigit) { return true }
        return label.hasPrefix("0x")
            && label.utf8.dropFirst(2).allSatisfy {
                isDigit($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
            }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// Digits without a leading zero that are at most `maximum`.
    private static func isNumber(_ text: some StringProtocol, upTo maximum: Int) -> Bool {
        guard (1...5).contains(text.utf8.count), text.utf8.allSatisfy(isDigit) else { return false }
        guard text.utf8.first != UInt8(ascii: "0") || text.utf8.count == 1 else { return false }
        return Int(text).map { $0 <= maximum } ?? false
    }

    /// Whether a name means this machine itself: `localhost` or an address of 127.0.0.0/8.
    public static func isLoopback(_ name: String) -> Bool {
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        return name == "localhost" || isDottedAddress(labels) && labels.first == "127"
    }

    /// A whole number from 1 to 65535 without leading zeros.
    public static func isPort(_ text: String) -> Bool { text != "0" && isNumber(text, upTo: 65_535) }

    private static func isDottedAddress(_ labels: [Substring]) -> Bool {
        labels.count == 4 && labels.allSatisfy { isNumber($0, upTo: 255) }
    }
}
