import CCurl
import Foundation

/// Judges a destination as far as that is possible without sending: its addresses too, where this machine knows any.
public struct NameLookup: Sendable {
    private let addresses: @Sendable (String) -> [IPAddress]

    /// - Parameter addresses: all addresses of a name; none where it is not known here.
    public init(addresses: @escaping @Sendable (String) -> [IPAddress] = NameLookup.systemAddresses) {
        self.addresses = addresses
    }

    /// As ``Destination/judge(_:loopbackAllowed:hosts:)``, and refused where every address of its name would be refused
    /// at the socket. A name that is not known here is accepted, and judged again when it is connected to.
    public func judge(_ url: String) throws(DestinationError) -> Destination {
        let destination = try Destination.judge(url)
        guard IPAddress(destination.host) == nil else { return destination }
        let refusals = addresses(destination.host).map(destination.policy.refusal)
        if !refusals.contains(nil), let refusal = refusals.first ?? nil { throw .address(refusal) }
        return destination
    }

    /// What the machine's own resolver says, its hosts file included.
    public static func systemAddresses(of host: String) -> [IPAddress] {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var first: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, nil, &hints, &first) == 0 else { return [] }
        defer { freeaddrinfo(first) }
        return sequence(first: first, next: { $0?.pointee.ai_next }).compactMap { entry in
            guard let entry, let address = entry.pointee.ai_addr else { return nil }
            return IPAddress(socketAddress: UnsafeRawPointer(address), length: Int(entry.pointee.ai_addrlen))
        }
    }
}
