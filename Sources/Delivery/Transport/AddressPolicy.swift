/// Which addresses may be connected to. A channel's URL is data, and data must not reach this machine's own
/// services, its neighbours, or the cloud it runs in (server-side request forgery).
public enum AddressPolicy: Sendable, Hashable {
    /// Public addresses, for every real channel.
    case publicOnly
    /// Public addresses and this machine, for a channel that says so.
    case publicAndLoopback
    /// This machine alone: where a request would travel unencrypted.
    case loopbackOnly

    /// Why nothing is sent to this address, or nil where it may be reached.
    public func refusal(of address: IPAddress) -> AddressRefusal? {
        let refusal = AddressPolicy.special(address)
        return switch self {
        case .publicOnly: refusal
        case .publicAndLoopback: refusal == .loopback ? nil : refusal
        case .loopbackOnly: refusal == .loopback ? nil : refusal ?? .plainTextBeyondLoopback
        }
    }

    private static func special(_ address: IPAddress) -> AddressRefusal? {
        switch address {
        case .version4(let number):
            return AddressBlock.version4.first { $0.contains(UInt128(number)) }?.refusal
        case .version6(let number):
            if let block = AddressBlock.version6.first(where: { $0.contains(number) }) { return block.refusal }
            return AddressBlock.publicVersion6.contains(number) ? nil : .reserved
        }
    }
}
