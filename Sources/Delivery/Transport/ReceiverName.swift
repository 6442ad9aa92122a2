/// What a host name has to be before anybody is asked for its addresses.
enum ReceiverName {
    /// Why the name is not used, or nil where it may be looked up.
    ///
    /// - Parameter localAllowed: whether the channel may reach this machine, which goes by such names.
    static func refusal(of host: String, localAllowed: Bool) -> DestinationError? {
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard host.utf8.count <= 253, labels.allSatisfy({ (1...63).contains($0.utf8.count) }), let last = labels.last
        else { return .badHost }
        // A name that ends in a number is an address badly written, and what reads it as one is not foreseeable.
        guard !isNumber(last) else { return .badHost }
        return localAllowed || isPublic(host, labels: labels.count) ? nil : .localName
    }

    /// Names that mean this machine or its own network wherever they are looked up: without a dot, or under a domain
    /// that is set apart for that (RFC 6761 §6.3, RFC 6762 §3, RFC 8375, and `internal` by ICANN in 2024).
    private static func isPublic(_ host: String, labels: Int) -> Bool {
        labels > 1 && !localDomains.contains { host == $0 || host.hasSuffix(".\($0)") }
    }

    private static let localDomains = [
        "localhost", "localdomain", "local", "internal", "home.arpa", "lan", "intranet", "corp", "home",
    ]

    private static func isNumber(_ label: Substring) -> Bool {
        let digits = label.hasPrefix("0x") ? label.dropFirst(2) : label
        return label.utf8.first.map { (0x30...0x39).contains($0) } ?? false
            && digits.utf8.allSatisfy { (0x30...0x39).contains($0) || digits.count < label.count && isHexadecimal($0) }
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
        default: false
        }
    }
}
