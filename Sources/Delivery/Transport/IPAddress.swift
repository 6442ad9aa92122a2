import Foundation

/// An IPv4 or IPv6 address as a number, the way a socket has it.
public enum IPAddress: Sendable, Hashable {
    case version4(UInt32)
    case version6(UInt128)

    /// Reads the plain forms that sockets print, `192.0.2.1` and `2001:db8::1`; neither octal nor zone ids.
    public init?(_ text: String) {
        var four = in_addr()
        var six = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            self = .version4(UInt32(bigEndian: four.s_addr))
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            self = .version6(IPAddress.number(six))
        } else {
            return nil
        }
    }

    /// Reads what resolvers take for an IPv4 address besides its plain form: `0x7f.1`, `017700000001`, `2130706433`.
    init?(oddlyWritten text: String) {
        var four = in_addr()
        guard inet_aton(text, &four) != 0 else { return nil }
        self = .version4(UInt32(bigEndian: four.s_addr))
    }

    /// Reads a socket address of `length` bytes; nil for another family, a short one, or an IPv6 address with a zone.
    init?(socketAddress: UnsafeRawPointer, length: Int) {
        guard length >= MemoryLayout<sockaddr_in>.size else { return nil }
        let address = socketAddress.loadUnaligned(as: sockaddr_in.self)
        switch Int32(address.sin_family) {
        case AF_INET:
            self = .version4(UInt32(bigEndian: address.sin_addr.s_addr))
        case AF_INET6 where length >= MemoryLayout<sockaddr_in6>.size:
            let address = socketAddress.loadUnaligned(as: sockaddr_in6.self)
            guard address.sin6_scope_id == 0 else { return nil }
            self = .version6(IPAddress.number(address.sin6_addr))
        default:
            return nil
        }
    }

    private static func number(_ address: in6_addr) -> UInt128 {
        withUnsafeBytes(of: address) { $0.reduce(0) { $0 << 8 | UInt128($1) } }
    }
}
