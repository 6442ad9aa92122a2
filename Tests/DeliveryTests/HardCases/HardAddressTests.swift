import Outreach
import Testing

@testable import Delivery
@testable import Receivers

private typealias Make = EngineFixture

/// Names and numbers that lead where nothing is sent.
@Suite("Hard cases: addresses")
struct HardAddressTests {
    @Test(arguments: [
        "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "0x7f.1", "0x7f000001", "0177.0.0.1", "017700000001", "2130706433",
        "127.1", "127.0.0.1", "127.0.0.1.", "[64:ff9b::7f00:1]", "[64:ff9b::127.0.0.1]", "[fe80::1%25lo]",
        "[::1%25lo]", "[::1]", "localhost", "[2002:7f00:1::]", "[::]", "0",
    ])
    func `mapped, hexadecimal, octal, NAT64 and zone spellings of this machine are not connected to`(
        host: String
    ) async throws {
        try await withReceiver(Behaviours.answer()) { receiver, transport in
            let request = TransferRequest(
                method: "POST", url: "https://\(host):\(receiver.port)/", body: Array("{}".utf8))
            let report = await transport.perform(request)
            #expect(report.failure != nil && !report.bytesMayHaveLeft && report.remoteAddress == nil)
            #expect(receiver.connectionCount == 0)
        }
    }

    @Test func `name that changes its address between attempts`() async throws {
        let receiver = try Receiver(Behaviours.answer(503))
        receiver.start()
        defer { receiver.stop() }
        let webhook = try HardCaseFixture.webhook(port: receiver.port, host: "receiver.example", promise: .key)
        // As DNS tells it to the first attempt and to the second.
        var (first, second) = (CurlTransport.Options(), CurlTransport.Options())
        first.fixedNames = ["receiver.example:\(receiver.port):127.0.0.1"]
        second.fixedNames = ["receiver.example:\(receiver.port):10.0.0.1"]
        let results = try await withTransport(first) { first in
            try await withTransport(second) { second in
                try await HardCaseFixture.deliver(
                    [Make.envelope(1, webhook)], through: SuccessiveTransport([first, second]),
                    run: .untilIdle(within: .seconds(3600)))
            }
        }
        #expect(results.map(\.conclusion.kind) == ["retry", "failed"])
        #expect(results.map(\.bytesMayHaveLeft) == [true, false])
        #expect(receiver.requests.count == 1)
    }

    @Test(arguments: IdempotencyPromise.allCases)
    func `name not found (safe to retry)`(promise: IdempotencyPromise) async throws {
        // No name ends in .invalid (RFC 6761 §6.4).
        let webhook = try HardCaseFixture.webhook(port: 443, host: "loa.invalid", scheme: .https, promise: promise)
        let results = try await withTransport {
            try await HardCaseFixture.deliver([Make.envelope(1, webhook)], through: $0)
        }
        let result = try #require(results.first)
        #expect(result.conclusion.kind == "retry" && !result.bytesMayHaveLeft)
        #expect(result.answer?.contains("name was not found") == true)
    }

    @Test(arguments: ["a\r\nX-Evil: 1", "a\nX-Evil: 1", "a\0b"])
    func `CR/LF in a header value`(secret: String) async throws {
        try await withReceiver(Behaviours.answer()) { receiver, transport in
            let webhook = try HardCaseFixture.webhook(
                port: receiver.port, headers: [("X-Token", "{{secret.token}}")])
            let results = try await HardCaseFixture.deliver(
                [Make.envelope(1, webhook, secrets: ["token": secret])], through: transport)
            #expect(results.map(\.conclusion.kind) == ["failed"] && results.first?.bytesMayHaveLeft == false)
            #expect(receiver.connectionCount == 0)
        }
    }
}

/// A transport for each request, the last for all that follow.
private final class SuccessiveTransport: Transport {
    private let transports: [any Transport]
    private let counter = ScriptedTransport { _, _ in .answered(200) }

    init(_ transports: [any Transport]) {
        self.transports = transports
    }

    func submit(_ request: TransferRequest, answer: @escaping @Sendable (TransferReport) -> Void) {
        counter.submit(request) { _ in }
        let index = min(counter.requests.count, transports.count) - 1
        transports[index].submit(request, answer: answer)
    }

    func stop() async {
        for transport in transports { await transport.stop() }
    }
}
