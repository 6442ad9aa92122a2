import Delivery
import Outreach
import Testing

@Suite("A destination")
struct DestinationTests {
    @Test(arguments: [
        ("https://hooks.example.vn/a?b=c", "hooks.example.vn", 443),
        ("HTTPS://Hooks.Example.VN:8443/", "hooks.example.vn", 8443),
        ("https://hooks.example.vn.", "hooks.example.vn", 443),
        ("https://xn--ting-vit-s4a9541e.vn/", "xn--ting-vit-s4a9541e.vn", 443),
        ("https://8.8.8.8/", "8.8.8.8", 443),
        ("https://[2400:CB00::1]:444/", "2400:cb00::1", 444),
    ])
    func `is read with its scheme, host and port`(url: String, host: String, port: Int) throws {
        let destination = try Destination.judge(url)
        #expect(destination.scheme == .https)
        #expect(destination.host == host)
        #expect(destination.port == port)
    }

    @Test(
        arguments: [
            ("", .schemeNotAllowed), ("hooks.example.vn/a", .schemeNotAllowed),
            ("//hooks.example.vn/", .schemeNotAllowed),
            ("http://hooks.example.vn/", .schemeNotAllowed), ("ftp://hooks.example.vn/", .schemeNotAllowed),
            ("file:///etc/passwd", .schemeNotAllowed), ("gopher://hooks.example.vn/", .schemeNotAllowed),
            ("javascript:alert(1)", .malformed), ("data:text/plain,x", .malformed),
            ("https://user@hooks.example.vn/", .userInformation),
            ("https://user:pass@hooks.example.vn/", .userInformation),
            ("https://hooks.example.vn@10.0.0.1/", .userInformation), ("https://", .missingHost),
            ("https:///", .missingHost),
            ("https://hooks.example.vn:0/", .badPort), ("https://hooks.example.vn:99999/", .badPort),
            ("https://hooks.example.vn:x/", .badPort), ("https://[::1", .badHost), ("https://[::g]/", .badHost),
            ("https://hooks.example.vn\\@10.0.0.1/", .userInformation), ("https://hooks.example.vn\\/", .badHost),
            ("https://tiếng-việt.vn/", .hostNotASCII), ("https://127。0。0。1/", .hostNotASCII),
            ("https://①②⑦.0.0.1/", .hostNotASCII), ("https://%e2%91%a0.example/", .hostNotASCII),
            ("https://%2531.example/", .badHost), ("https://a..example.vn/", .badHost),
            ("https://.example.vn/", .badHost),
            ("https://256.256.256.256/", .badHost), ("https://1.2.3.4.5/", .badHost),
            ("https://0xffffffffff/", .badHost),
            ("https://08.8.8.8/", .badHost), ("https://\(String(repeating: "a", count: 64)).vn/", .badHost),
            ("https://hooks.example.vn/\(String(repeating: "a", count: 8192))", .tooLong),
            ("https://localhost/", .localName), ("https://LOCALHOST./", .localName),
            ("https://a.localhost/", .localName),
            ("https://intranet/", .localName), ("https://printer.local/", .localName),
            ("https://metadata.google.internal/", .localName), ("https://router.home.arpa/", .localName),
            ("https://hooks.example.vn/a\r\nHost: b", .controlByte), ("https://hooks.example.vn/a\nb", .controlByte),
            ("https://hooks.example.vn/a\0b", .controlByte), ("https://hooks.example.vn/a b", .controlByte),
            (" https://hooks.example.vn/", .controlByte), ("https://hooks.example.vn/\u{7F}", .controlByte),
            ("https://[fe80::1%25eth0]/", .zone), ("https://[fe80::1%eth0]/", .zone),
        ] as [(String, DestinationError)])
    func `is refused where its URL is not plain https to a host`(url: String, expected: DestinationError) {
        #expect(throws: expected) { try Destination.judge(url) }
    }

    @Test(
        arguments: [
            ("https://127.0.0.1/", .loopback), ("https://127.1/", .loopback), ("https://0x7f.1/", .loopback),
            ("https://0177.0.0.1/", .loopback), ("https://2130706433/", .loopback), ("https://0x7f000001/", .loopback),
            ("https://017700000001/", .loopback), ("https://%31%32%37.0.0.1/", .loopback),
            ("https://127.0.0.1./", .loopback), ("https://0x7f.1./", .loopback), ("https://2130706433./", .loopback),
            ("https://[::1]/", .loopback),
            ("https://[0:0:0:0:0:0:0:1]/", .loopback),
            ("https://[::ffff:127.0.0.1]/", .mapped), ("https://[::ffff:7f00:1]/", .mapped),
            ("https://0/", .unspecified),
            ("https://[::]/", .unspecified), ("https://10.1/", .privateNetwork),
            ("https://192.168.257/", .privateNetwork),
            ("https://169.254.169.254/latest/meta-data/", .metadata), ("https://2852039166/", .metadata),
            ("https://[fd00::1]/", .uniqueLocal), ("https://[fe80::1]/", .linkLocal),
            ("https://[64:ff9b::7f00:1]/", .translated), ("https://[2002:7f00:1::]/", .sixToFour),
            ("https://[2001:0:7f00:1::]/", .teredo), ("https://224.0.0.1/", .multicast),
        ] as [(String, AddressRefusal)])
    func `is refused where its host is a number in any disguise`(url: String, refusal: AddressRefusal) {
        #expect(throws: DestinationError.address(refusal)) { try Destination.judge(url) }
    }

    @Test func `may be this machine, in plain http too, where a channel says so`() throws {
        #expect(try Destination.judge("http://127.0.0.1:8080/", loopbackAllowed: true).port == 8080)
        #expect(try Destination.judge("http://[::1]/", loopbackAllowed: true).scheme == .http)
        #expect(try Destination.judge("https://127.0.0.1/", loopbackAllowed: true).host == "127.0.0.1")
        #expect(try Destination.judge("https://8.8.8.8/", loopbackAllowed: true).host == "8.8.8.8")
        #expect(throws: DestinationError.address(.plainTextBeyondLoopback)) {
            try Destination.judge("http://8.8.8.8/", loopbackAllowed: true)
        }
        #expect(throws: DestinationError.address(.privateNetwork)) {
            try Destination.judge("http://10.0.0.1/", loopbackAllowed: true)
        }
        #expect(throws: DestinationError.schemeNotAllowed) {
            try Destination.judge("ftp://127.0.0.1/", loopbackAllowed: true)
        }
    }

    @Test func `has to be on the channel's list where there is one`() throws {
        let hosts = ["OpenAPI.zalo.me", "example.vn"]
        for url in ["https://openapi.zalo.me/", "https://OPENAPI.zalo.me./", "https://example.vn:8443/"] {
            #expect(throws: Never.self) { try Destination.judge(url, hosts: hosts) }
        }
        for url in [
            "https://zalo.me/", "https://openapi.zalo.me.example/", "https://a.openapi.zalo.me/", "https://8.8.8.8/",
        ] {
            #expect(throws: DestinationError.hostNotListed) { try Destination.judge(url, hosts: hosts) }
        }
    }

    @Test func `is judged by the addresses of its name where this machine knows any`() throws {
        let inside = try #require(IPAddress("10.0.0.1"))
        let outside = try #require(IPAddress("8.8.8.8"))
        let names = ["inside.vn": [inside], "both.vn": [inside, outside], "outside.vn": [outside]]
        let lookup = NameLookup { names[$0] ?? [] }
        #expect(throws: DestinationError.address(.privateNetwork)) { try lookup.judge("https://inside.vn/") }
        for name in ["both.vn", "outside.vn", "unknown.vn"] {
            #expect(throws: Never.self) { try lookup.judge("https://\(name)/") }
        }
    }

    @Test func `never shows its URL in a message`() throws {
        let errors: [DestinationError] = [
            .malformed, .controlByte, .schemeNotAllowed, .userInformation, .missingHost, .badHost, .hostNotASCII, .zone,
            .badPort, .tooLong, .localName,
            .hostNotListed, .address(.loopback),
        ]
        for error in errors {
            #expect(!error.message.vietnamese.isEmpty && !error.message.english.isEmpty)
        }
    }
}
