/// What may stand as the host and port of an address.
public enum HostName {
    /// The name in lower case: labels of ASCII letters, digits and inner hyphens (RFC 1123 §2.1), or a dotted IPv4
    /// address; nil for anything else. A last label that looks like a number is refused, because `0x7f.1` and
    /// `2130706433` are other ways of writing an address.
    public static func normalized(_ text: String) -> String? {
        guard text.utf8.count <= 253, text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let name = text.lowercased()
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.allSatisfy({ $0.wholeMatch(of: /[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?/) != nil }),
            let last = labels.last
        else { return nil }
        guard last.wholeMatch(of: /[0-9]+|0x[0-9a-f]*/) != nil else { return name }
        return isDottedAddress(labels) ? name : nil
    }

    /// Whether a name means this machine itself: `localhost` or an address of 127.0.0.0/8.
    public static func isLoopback(_ name: String) -> Bool {
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        return name == "localhost" || isDottedAddress(labels) && labels.first == "127"
    }

    /// A whole number from 1 to 65535 without leading zeros.
    public static func isPort(_ text: String) -> Bool {
        text.wholeMatch(of: /[1-9][0-9]{0,4}/) != nil && (Int(text).map { $0 <= 65_535 } ?? false)
    }

    private static func isDottedAddress(_ labels: [Substring]) -> Bool {
        labels.count == 4 && labels.allSatisfy { $0.wholeMatch(of: /0|[1-9][0-9]{0,2}/) != nil && Int($0) ?? 256 < 256 }
    }
}
