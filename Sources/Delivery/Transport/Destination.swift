import CCurl

/// A URL that may be sent to, as libcurl reads it.
public struct Destination: Sendable, Hashable {
    public enum Scheme: String, Sendable, Hashable {
        case http
        case https
    }

    public let scheme: Scheme
    /// In lower case, without a dot at its end, IPv6 without brackets.
    public let host: String
    public let port: Int
    /// The whole URL as it will be used; it may hold secrets.
    let url: String
    /// What the addresses behind the host's name have to keep, whenever it is looked up.
    let policy: AddressPolicy

    /// Judges a URL before anything is sent: its bytes, its scheme, its host, and its address where that is a number.
    ///
    /// A host that is a name can only be judged again when it is looked up; ``AddressPolicy`` does so at each socket.
    public static func judge(
        _ url: String, loopbackAllowed: Bool = false, hosts: [String] = []
    ) throws(DestinationError) -> Destination {
        guard url.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { throw .controlByte }
        guard url.utf8.count <= longest else { throw .tooLong }
        let parts = try CurlURL.parse(url)
        guard let scheme = parts.part(CURLUPART_SCHEME).flatMap(Scheme.init), scheme == .https || loopbackAllowed
        else { throw .schemeNotAllowed }
        guard parts.part(CURLUPART_ZONEID) == nil else { throw .zone }
        let host = try host(of: parts)
        guard let port = parts.part(CURLUPART_PORT, flags: CURLU_DEFAULT_PORT).flatMap(Int.init), port > 0 else {
            throw .badPort
        }
        guard hosts.isEmpty || hosts.contains(where: { $0.lowercased() == host }) else { throw .hostNotListed }
        let policy: AddressPolicy =
            switch scheme {
            case .http: .loopbackOnly
            case .https: loopbackAllowed ? .publicAndLoopback : .publicOnly
            }
        if let address = IPAddress(host) ?? IPAddress(oddlyWritten: host) {
            if let refusal = policy.refusal(of: address) { throw .address(refusal) }
        } else if let refusal = ReceiverName.refusal(of: host, localAllowed: loopbackAllowed) {
            throw refusal
        }
        guard let used = parts.part(CURLUPART_URL) else { throw .malformed }
        return Destination(scheme: scheme, host: host, port: port, url: used, policy: policy)
    }

    /// The longest URL that is used, in bytes; receivers need not take more than 8,000 (RFC 9110 §4.1).
    private static let longest = 8192

    private static func host(of parts: borrowing CurlURL) throws(DestinationError) -> String {
        guard var host = parts.part(CURLUPART_HOST)?.lowercased() else { throw .missingHost }
        guard host.utf8.allSatisfy({ $0 < 0x80 }) else { throw .hostNotASCII }
        // A percent sign left after decoding would be decoded once more on use, into a host that nobody judged.
        guard !host.utf8.contains(UInt8(ascii: "%")) else { throw .badHost }
        if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
        if host.hasSuffix(".") { host.removeLast() }
        guard !host.isEmpty else { throw .missingHost }
        return host
    }
}
