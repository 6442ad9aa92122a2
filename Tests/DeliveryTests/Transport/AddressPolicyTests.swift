import Foundation
import Outreach
import Testing

@testable import Delivery

@Suite("The address policy")
struct AddressPolicyTests {
    @Test(
        arguments: [
            ("0.0.0.0", .unspecified), ("0.255.255.255", .unspecified),
            ("10.0.0.0", .privateNetwork), ("10.255.255.255", .privateNetwork),
            ("100.64.0.0", .carrierTranslation), ("100.127.255.255", .carrierTranslation),
            ("127.0.0.1", .loopback), ("127.255.255.254", .loopback),
            ("168.63.129.16", .metadata), ("169.254.169.254", .metadata),
            ("169.254.0.1", .linkLocal), ("169.254.255.255", .linkLocal),
            ("172.16.0.0", .privateNetwork), ("172.31.255.255", .privateNetwork),
            ("192.0.0.8", .protocolAssignment), ("192.0.2.1", .documentation), ("192.88.99.1", .sixToFour),
            ("192.168.0.0", .privateNetwork), ("192.168.255.255", .privateNetwork),
            ("198.18.0.0", .benchmarking), ("198.19.255.255", .benchmarking),
            ("198.51.100.7", .documentation), ("203.0.113.7", .documentation),
            ("224.0.0.1", .multicast), ("239.255.255.255", .multicast),
            ("240.0.0.1", .reserved), ("255.255.255.254", .reserved), ("255.255.255.255", .broadcast),
        ] as [(String, AddressRefusal)])
    func `refuses the special blocks of IPv4`(text: String, refusal: AddressRefusal) throws {
        let address = try #require(IPAddress(text))
        #expect(AddressPolicy.publicOnly.refusal(of: address) == refusal)
    }

    @Test(
        arguments: [
            ("::", .unspecified), ("::1", .loopback), ("::2", .compatible), ("::7f00:1", .compatible),
            ("::ffff:127.0.0.1", .mapped), ("::ffff:8.8.8.8", .mapped), ("::ffff:0:10.0.0.1", .translated),
            ("64:ff9b::10.0.0.1", .translated), ("64:ff9b:1::1", .translated), ("64:ff9b:1:ffff::1", .translated),
            ("100::1", .discard), ("100:0:0:1::1", .discard),
            ("2001::1", .teredo), ("2001:0:ffff::1", .teredo), ("2001:2::1", .benchmarking),
            ("2001:10::1", .overlayIdentifier), ("2001:1f:ffff::1", .overlayIdentifier),
            ("2001:20::1", .overlayIdentifier), ("2001:2f:ffff::1", .overlayIdentifier),
            ("2001:1::1", .protocolAssignment), ("2001:1ff:ffff::1", .protocolAssignment),
            ("2001:db8::1", .documentation), ("3fff:fff::1", .documentation), ("2002:7f00:1::1", .sixToFour),
            ("5f00::1", .segmentRouting), ("fc00::1", .uniqueLocal), ("fdff::1", .uniqueLocal),
            ("fd00:ec2::254", .uniqueLocal), ("fe80::1", .linkLocal), ("febf::1", .linkLocal),
            ("fec0::1", .siteLocal), ("feff::1", .siteLocal), ("ff02::1", .multicast), ("ffff::1", .multicast),
            ("4000::1", .reserved), ("1fff::1", .reserved), ("fe00::1", .reserved), ("64:ff9b:2::1", .reserved),
        ] as [(String, AddressRefusal)])
    func `refuses the special blocks of IPv6`(text: String, refusal: AddressRefusal) throws {
        let address = try #require(IPAddress(text))
        #expect(AddressPolicy.publicOnly.refusal(of: address) == refusal)
    }

    @Test(arguments: [
        "1.0.0.0", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
        "128.0.0.0", "168.63.129.15", "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.0.1.0",
        "192.0.3.0", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0", "203.0.112.255", "203.0.114.0",
        "223.255.255.255", "2001:200::1", "2001:db7::1", "2001:db9::1", "2003::1", "2400:cb00::1", "2a00::1",
        "3ffe::1", "3fff:1000::1",
    ])
    func `lets the addresses beside them pass`(text: String) throws {
        let address = try #require(IPAddress(text))
        #expect(AddressPolicy.publicOnly.refusal(of: address) == nil)
        #expect(AddressPolicy.publicAndLoopback.refusal(of: address) == nil)
        #expect(AddressPolicy.loopbackOnly.refusal(of: address) == .plainTextBeyondLoopback)
    }

    @Test func `lets this machine pass where a channel says so, and nothing else besides`() throws {
        for text in ["127.0.0.1", "127.8.8.8", "::1"] {
            let address = try #require(IPAddress(text))
            #expect(AddressPolicy.publicAndLoopback.refusal(of: address) == nil)
            #expect(AddressPolicy.loopbackOnly.refusal(of: address) == nil)
        }
        for text in ["10.0.0.1", "169.254.169.254", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "0.0.0.0", "::"] {
            let address = try #require(IPAddress(text))
            let refusal = AddressPolicy.publicOnly.refusal(of: address)
            #expect(refusal != nil)
            #expect(AddressPolicy.publicAndLoopback.refusal(of: address) == refusal)
            #expect(AddressPolicy.loopbackOnly.refusal(of: address) == refusal)
        }
    }

    @Test func `explains each refusal in both languages`() {
        for refusal in AddressRefusal.allCases {
            #expect(!refusal.message.vietnamese.isEmpty && !refusal.message.english.isEmpty)
        }
    }
}

@Suite("An IP address")
struct IPAddressTests {
    @Test(arguments: ["", "1", "127.1", "0x7f.0.0.1", "0177.0.0.1", "1.2.3.4.", "256.1.1.1", "fe80::1%eth0", "[::1]"])
    func `is read in its plain form only`(text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test func `is read from the bytes of a socket address`() {
        var four = sockaddr_in()
        four.sin_family = sa_family_t(AF_INET)
        four.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        #expect(read(four) == .version4(0x7F00_0001))
        #expect(read(four, length: 8) == nil)

        var six = sockaddr_in6()
        six.sin6_family = sa_family_t(AF_INET6)
        six.sin6_addr = in6addr_loopback
        #expect(read(six) == .version6(1))
        six.sin6_scope_id = 2
        #expect(read(six) == nil)

        var local = sockaddr_un()
        local.sun_family = sa_family_t(AF_UNIX)
        #expect(read(local) == nil)
    }

    private func read<Address>(_ address: Address, length: Int = MemoryLayout<Address>.size) -> IPAddress? {
        withUnsafePointer(to: address) { IPAddress(socketAddress: UnsafeRawPointer($0), length: length) }
    }
}
