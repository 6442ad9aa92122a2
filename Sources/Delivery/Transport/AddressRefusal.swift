public import Outreach

/// Why nothing is sent to an address, each with the document that sets the block apart.
public enum AddressRefusal: Sendable, Hashable, CaseIterable {
    /// This machine: RFC 1122 §3.2.1.3, RFC 4291 §2.5.3.
    case loopback
    /// No address, or "this network": RFC 1122 §3.2.1.3, RFC 4291 §2.5.2.
    case unspecified
    /// RFC 1918.
    case privateNetwork
    /// RFC 3927, RFC 4291 §2.5.6.
    case linkLocal
    /// RFC 6598.
    case carrierTranslation
    /// A cloud's service that hands out credentials to its own machines; by custom, no RFC.
    case metadata
    /// RFC 5771, RFC 4291 §2.7.
    case multicast
    /// RFC 919.
    case broadcast
    /// RFC 5737, RFC 3849, RFC 9637.
    case documentation
    /// RFC 2544, RFC 5180.
    case benchmarking
    /// RFC 1112 §4; in IPv6 everything outside 2000::/3, RFC 4291 §2.4.
    case reserved
    /// RFC 6890 §2.1, RFC 2928.
    case protocolAssignment
    /// An IPv4 address in IPv6 clothes: RFC 4291 §2.5.5.2.
    case mapped
    /// Deprecated: RFC 4291 §2.5.5.1.
    case compatible
    /// NAT64 and its like, which lead to any IPv4 address: RFC 6052, RFC 8215, RFC 2765.
    case translated
    /// RFC 3056, RFC 7526.
    case sixToFour
    /// RFC 4380.
    case teredo
    /// RFC 4193.
    case uniqueLocal
    /// Deprecated: RFC 3879.
    case siteLocal
    /// ORCHID, names and not places: RFC 4843, RFC 7343.
    case overlayIdentifier
    /// RFC 6666, RFC 9780.
    case discard
    /// RFC 9602.
    case segmentRouting
    /// Not an IPv4 or IPv6 address, or one with a zone (RFC 4007).
    case unreadable
    /// A public address over unencrypted `http`.
    case plainTextBeyondLoopback
}

extension AddressRefusal: ReadableError {
    public var message: Message {
        guard self != .plainTextBeyondLoopback else {
            return Message(
                vi: "Địa chỉ http không mã hóa chỉ được dùng cho chính máy này. Chưa gửi gì. Hãy đổi sang https.",
                en: "Unencrypted http is only for this machine itself. Nothing was sent. Change the address to https.")
        }
        return Message(
            vi: "Máy nhận có địa chỉ không được phép gửi tới (\(kind.vietnamese)). Chưa gửi gì. "
                + "Hãy kiểm tra địa chỉ của kênh và hỏi người quản trị mạng.",
            en: "The receiver's address is one that nothing is sent to (\(kind.english)). Nothing was sent. "
                + "Check the channel's address and ask whoever runs the network.")
    }

    private var kind: Message {
        switch self {
        case .loopback: Message(vi: "chính máy này", en: "this machine")
        case .unspecified: Message(vi: "địa chỉ trống", en: "no address")
        case .privateNetwork, .uniqueLocal, .siteLocal: Message(vi: "mạng nội bộ", en: "private network")
        case .linkLocal: Message(vi: "liên kết cục bộ", en: "link-local")
        case .carrierTranslation: Message(vi: "mạng nội bộ của nhà mạng", en: "carrier's internal network")
        case .metadata: Message(vi: "dịch vụ nội bộ của đám mây", en: "cloud metadata")
        case .multicast, .broadcast: Message(vi: "gửi tới nhiều máy", en: "many machines at once")
        case .documentation: Message(vi: "địa chỉ làm ví dụ", en: "example address")
        case .benchmarking: Message(vi: "địa chỉ để đo thử", en: "benchmarking")
        case .mapped, .compatible, .translated, .sixToFour, .teredo:
            Message(vi: "địa chỉ IPv4 gói trong IPv6", en: "IPv4 wrapped in IPv6")
        case .reserved, .protocolAssignment, .overlayIdentifier, .discard, .segmentRouting, .plainTextBeyondLoopback:
            Message(vi: "địa chỉ dành riêng", en: "reserved")
        case .unreadable: Message(vi: "không đọc được", en: "unreadable")
        }
    }
}
