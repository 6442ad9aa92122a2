/// A block of addresses that share their first bits, and why nothing is sent there.
struct AddressBlock: Sendable {
    private let prefix: UInt128
    private let shift: UInt128
    let refusal: AddressRefusal

    /// An IPv4 block, such as 10.0.0.0/8.
    init(ipv4 a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8, bits: Int, _ refusal: AddressRefusal) {
        shift = UInt128(32 - bits)
        prefix = [a, b, c, d].reduce(0) { $0 << 8 | UInt128($1) } >> shift
        self.refusal = refusal
    }

    /// An IPv6 block by its first groups of sixteen bits, such as fe80::/10.
    init(ipv6 groups: UInt16..., bits: Int, _ refusal: AddressRefusal) {
        shift = UInt128(128 - bits)
        let number = groups.reduce(0 as UInt128) { $0 << 16 | UInt128($1) }
        prefix = (number << UInt128(128 - 16 * groups.count)) >> shift
        self.refusal = refusal
    }

    func contains(_ number: UInt128) -> Bool { number >> shift == prefix }
}

extension AddressBlock {
    /// The special IPv4 blocks of the IANA registry (RFC 6890), narrower ones first.
    static let version4: [AddressBlock] = [
        AddressBlock(ipv4: 0, 0, 0, 0, bits: 8, .unspecified),
        AddressBlock(ipv4: 10, 0, 0, 0, bits: 8, .privateNetwork),
        AddressBlock(ipv4: 100, 64, 0, 0, bits: 10, .carrierTranslation),
        AddressBlock(ipv4: 127, 0, 0, 0, bits: 8, .loopback),
        // Public by number, but inside a Microsoft cloud it is the machine's own platform service.
        AddressBlock(ipv4: 168, 63, 129, 16, bits: 32, .metadata),
        AddressBlock(ipv4: 169, 254, 169, 254, bits: 32, .metadata),
        AddressBlock(ipv4: 169, 254, 0, 0, bits: 16, .linkLocal),
        AddressBlock(ipv4: 172, 16, 0, 0, bits: 12, .privateNetwork),
        AddressBlock(ipv4: 192, 0, 0, 0, bits: 24, .protocolAssignment),
        AddressBlock(ipv4: 192, 0, 2, 0, bits: 24, .documentation),
        AddressBlock(ipv4: 192, 88, 99, 0, bits: 24, .sixToFour),
        AddressBlock(ipv4: 192, 168, 0, 0, bits: 16, .privateNetwork),
        AddressBlock(ipv4: 198, 18, 0, 0, bits: 15, .benchmarking),
        AddressBlock(ipv4: 198, 51, 100, 0, bits: 24, .documentation),
        AddressBlock(ipv4: 203, 0, 113, 0, bits: 24, .documentation),
        AddressBlock(ipv4: 224, 0, 0, 0, bits: 4, .multicast),
        AddressBlock(ipv4: 255, 255, 255, 255, bits: 32, .broadcast),
        AddressBlock(ipv4: 240, 0, 0, 0, bits: 4, .reserved),
    ]

    /// The special IPv6 blocks of the IANA registry (RFC 6890), narrower ones first.
    static let version6: [AddressBlock] = [
        AddressBlock(ipv6: 0, 0, 0, 0, 0, 0, 0, 0, bits: 128, .unspecified),
        AddressBlock(ipv6: 0, 0, 0, 0, 0, 0, 0, 1, bits: 128, .loopback),
        AddressBlock(ipv6: 0, 0, 0, 0, 0, 0xFFFF, bits: 96, .mapped),
        AddressBlock(ipv6: 0, 0, 0, 0, 0xFFFF, 0, bits: 96, .translated),
        AddressBlock(ipv6: 0, 0, 0, 0, 0, 0, bits: 96, .compatible),
        AddressBlock(ipv6: 0x0064, 0xFF9B, 0, 0, 0, 0, bits: 96, .translated),
        AddressBlock(ipv6: 0x0064, 0xFF9B, 1, bits: 48, .translated),
        AddressBlock(ipv6: 0x0100, 0, 0, 0, bits: 64, .discard),
        AddressBlock(ipv6: 0x0100, 0, 0, 1, bits: 64, .discard),
        AddressBlock(ipv6: 0x2001, 0, bits: 32, .teredo),
        AddressBlock(ipv6: 0x2001, 2, 0, bits: 48, .benchmarking),
        AddressBlock(ipv6: 0x2001, 0x0010, bits: 28, .overlayIdentifier),
        AddressBlock(ipv6: 0x2001, 0x0020, bits: 28, .overlayIdentifier),
        AddressBlock(ipv6: 0x2001, 0, bits: 23, .protocolAssignment),
        AddressBlock(ipv6: 0x2001, 0x0DB8, bits: 32, .documentation),
        AddressBlock(ipv6: 0x2002, bits: 16, .sixToFour),
        AddressBlock(ipv6: 0x3FFF, bits: 20, .documentation),
        AddressBlock(ipv6: 0x5F00, bits: 16, .segmentRouting),
        AddressBlock(ipv6: 0xFC00, bits: 7, .uniqueLocal),
        AddressBlock(ipv6: 0xFE80, bits: 10, .linkLocal),
        AddressBlock(ipv6: 0xFEC0, bits: 10, .siteLocal),
        AddressBlock(ipv6: 0xFF00, bits: 8, .multicast),
    ]

    /// The only IPv6 block that IANA gives out as public addresses (RFC 4291 §2.4).
    static let publicVersion6 = AddressBlock(ipv6: 0x2000, bits: 3, .reserved)
}
