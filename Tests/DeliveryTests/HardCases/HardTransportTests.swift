import Outreach
import Testing

@testable import Delivery
@testable import Receivers

private typealias Make = EngineFixture

/// Certificates, bodies cut in the middle, and one host that hangs among many that do not.
@Suite("Hard cases: transport")
struct HardTransportTests {
    @Test(arguments: ["expired", "wrong-host", "self-signed"], IdempotencyPromise.allCases)
    func `expired, wrong-host and self-signed TLS (no body sent)`(
        certificate: String, promise: IdempotencyPromise
    ) async throws {
        try await TLSReceiver.with { receiver in
            var options = CurlTransport.Options()
            options.certificateAuthorityFile = receiver.authorityFile
            options.fixedNames = [try receiver.name(certificate)]
            let url = try receiver.url(certificate)
            let port = try #require(Int(url.split(separator: ":").last?.dropLast() ?? ""))
            let webhook = try HardCaseFixture.webhook(
                port: port, host: "receiver.example", scheme: .https, promise: promise)
            let results = try await withTransport(options) {
                try await HardCaseFixture.deliver([Make.envelope(1, webhook)], through: $0)
            }
            #expect(await receiver.gotNothing(under: certificate))
            let result = try #require(results.first)
            #expect(result.conclusion.kind == "retry" && !result.bytesMayHaveLeft && result.status == nil)
        }
    }

    @Test func `stopped in mid-body, the request may have arrived`() async throws {
        // The receiver takes the head and a part; the rest cannot leave, for nobody reads it.
        let listener = try DeafReceiver()
        defer { listener.stop() }
        await withTransport { transport in
            var request = TransferRequest.post("http://127.0.0.1:\(listener.port)/")
            request.body = [UInt8](repeating: UInt8(ascii: "a"), count: 32 << 20)
            let sending = Task { [request] in await transport.perform(request) }
            await listener.reached()
            await transport.stop()
            let report = await sending.value
            #expect(report.failure == .stopped && report.bytesMayHaveLeft && report.statusSeen == nil)
        }
    }

    @Test func `1,000 posts due in one second with one host hanging`() async throws {
        let healthy = try (1...9).map { _ in try Receiver(Behaviours.answer()) }
        let hanging = try Receiver(Behaviours.silence)
        for receiver in healthy + [hanging] { receiver.start() }
        defer { for receiver in healthy + [hanging] { receiver.stop() } }
        let clock = TurnedClock()
        var waiting: [ScriptedOutbox.Waiting] = []
        for number in 0..<1000 {
            let (host, receiver) = (number % 10, (healthy + [hanging])[number % 10])
            let webhook = try HardCaseFixture.webhook(
                port: receiver.port, promise: .key,
                timeouts: DeliveryTimeouts(connect: .seconds(5), total: .seconds(300)),
                concurrency: 8)
            waiting.append(.init(envelope: try Make.envelope(number, webhook, channel: "host-\(host)"), due: clock.now))
        }
        let outbox = ScriptedOutbox(waiting, time: clock.source)
        try await withTransport { transport in
            let engine = DeliveryEngine(
                outbox: outbox, transport: transport, tokens: ScriptedVault(), clock: .running(clock.source), seed: 1)
            let running = Task { try await engine.run(.untilIdle(within: .zero)) }
            for receiver in healthy { await receiver.received(100) }
            // All the others are through, and of a host that has not answered only the first of a channel is asked.
            #expect(hanging.requests.count == 1)
            hanging.stop()
            let summary = try await running.value
            #expect(summary.posted == 900 && summary.stale == 0)
            for receiver in healthy { #expect(Set(receiver.requests.map(\.body)).count == 100) }
            #expect(hanging.requests.count == 1)
        }
    }
}
