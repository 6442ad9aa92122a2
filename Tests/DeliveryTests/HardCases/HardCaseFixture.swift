import Outreach
import Testing

@testable import Delivery

/// Posts for receivers on this machine, carried by the real engine and the real libcurl on a clock the test turns.
enum HardCaseFixture {
    static func webhook(
        port: Int, host: String = "127.0.0.1", scheme: URLScheme = .http, promise: IdempotencyPromise = .none,
        headers: [(String, String)] = [], timeouts: DeliveryTimeouts = .standard, concurrency: Int = 1
    ) throws -> WebhookDelivery {
        let step = SendStep(
            id: "post", method: .post, url: try URLTemplate("\(scheme.rawValue)://\(host):\(port)/hook"),
            headers: try headers.map { NamedTemplate(name: $0.0, value: try Template($0.1)) },
            body: .json(.object([.init("text", .text(try Template("{{post.text}} {{post.key}}")))])))
        return WebhookDelivery(
            egress: Egress(
                schemes: [scheme], hosts: [try URLTemplate.hostTemplate(host)], allowsLoopback: true),
            limits: DeliveryLimits(concurrency: concurrency), timeouts: timeouts, steps: [step], idempotency: promise)
    }

    /// Sends the posts that are due, each once; gives back what is written down of them.
    static func deliver(
        _ envelopes: [Envelope], through transport: any Transport, run: DeliveryRun = .once
    ) async throws -> [DeliveryResult] {
        let clock = TurnedClock()
        let outbox = ScriptedOutbox(envelopes.map { .init(envelope: $0, due: clock.now) }, time: clock.source)
        let engine = DeliveryEngine(
            outbox: outbox, transport: transport, tokens: ScriptedVault(), clock: clock.turning, seed: 1)
        _ = try await engine.run(run)
        return await outbox.results
    }
}
