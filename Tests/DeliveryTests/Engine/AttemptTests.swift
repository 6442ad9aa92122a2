import Delivery
import Outreach
import Testing

private typealias Make = EngineFixture

/// One attempt from its first step to what is written down.
struct AttemptTests {
    private func steps() throws -> [SendStep] {
        try [
            Make.step("upload", role: .prepare, path: "upload", captures: [Make.capture("id", "/id")]),
            Make.step("post", path: "posts/{{steps.upload.id}}", captures: [Make.capture("id", "/id")]),
            Make.step("link", role: .follow, path: "links/{{steps.post.id}}", captures: [Make.capture("url", "/url")]),
        ]
    }

    private func receipt() throws -> ReceiptTemplate {
        ReceiptTemplate(id: try Template("{{steps.post.id}}"), link: try Template("{{steps.link.url}}"))
    }

    private func answer(_ request: TransferRequest) -> TransferReport {
        switch request.url {
        case let url where url.hasSuffix("/upload"): .answered(200, #"{"id": "u 1"}"#)
        case let url where url.contains("/posts/"): .answered(201, #"{"id": 77}"#)
        default: .answered(200, #"{"url": "https://a.example/p/77"}"#)
        }
    }

    @Test func `each step uses what the earlier ones gave, and the receipt keeps id and link`() async throws {
        let transport = ScriptedTransport { request, _ in answer(request) }
        let result = try await Make.attempt(
            Make.envelope(1, Make.webhook(steps(), receipt: receipt())), through: transport)
        #expect(
            transport.requests.map(\.url) == [
                "https://a.example/upload", "https://a.example/posts/u%201", "https://a.example/links/77",
            ])
        let expected = Receipt(remoteID: "77", link: "https://a.example/p/77", at: TurnedClock.start)
        #expect(result.conclusion == .posted(expected))
        #expect(result.status == 200 && result.bytesMayHaveLeft)
    }

    @Test(arguments: ["broken", "refused", "unclear", "missing value"])
    func `whatever becomes of a step that follows, the post is out`(failure: String) async throws {
        let steps =
            failure == "missing value"
            ? try steps().dropLast() + [Make.step("link", role: .follow, path: "links/{{secret.unset}}")] : try steps()
        let transport = ScriptedTransport { request, number in
            guard number == 3 else { return answer(request) }
            return switch failure {
            case "broken": .broken(.timeout(afterBytes: 0), bytesMayHaveLeft: true)
            case "refused": .answered(404)
            default: .answered(200, "<html>")
            }
        }
        let envelope = try Make.envelope(1, Make.webhook(Array(steps), promise: .none, receipt: receipt()))
        let result = try await Make.attempt(envelope, through: transport)
        #expect(result.conclusion == .posted(Receipt(remoteID: "77", link: nil, at: TurnedClock.start)))
    }

    @Test(arguments: IdempotencyPromise.allCases)
    func `a step that prepares may be done again, and nothing is published before it worked`(
        promise: IdempotencyPromise
    ) async throws {
        let transport = ScriptedTransport { _, _ in .broken(.timeout(afterBytes: 0), bytesMayHaveLeft: true) }
        let result = try await Make.attempt(
            Make.envelope(1, Make.webhook(steps(), promise: promise)), through: transport)
        #expect(result.conclusion.kind == "retry")
        #expect(transport.requests.count == 1)
    }

    @Test func `a publishing step that may have worked ends the attempt`() async throws {
        let transport = ScriptedTransport { request, number in
            number == 2 ? .broken(.reset, bytesMayHaveLeft: true) : answer(request)
        }
        let result = try await Make.attempt(Make.envelope(1, Make.webhook(steps(), promise: .none)), through: transport)
        #expect(result.conclusion == .unknown(reason: TransferFailure.reset.message))
        #expect(transport.requests.count == 2 && result.bytesMayHaveLeft)
    }

    @Test func `half a text never leaves: a value that is missing fails the post unsent`() async throws {
        let transport = ScriptedTransport { _, _ in .answered(200) }
        let webhook = try Make.webhook([Make.step(headers: [("X-Token", "{{secret.token}}")])])
        let result = try await Make.attempt(Make.envelope(1, webhook, secrets: [:]), through: transport)
        #expect(result.conclusion.kind == "failed" && transport.requests.isEmpty)
        #expect(!result.bytesMayHaveLeft && result.request == nil && result.answer == nil && result.status == nil)
    }

    @Test func `every attempt carries the same key and the signature of its own time`() async throws {
        let clock = TurnedClock()
        let webhook = try Make.webhook(
            [Make.step(headers: [("Idempotency-Key", "{{post.key}}")])], signature: .standardWebhooks(secret: "token"))
        let envelope = try Make.envelope(1, webhook, secrets: ["token": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"])
        let outbox = ScriptedOutbox([.init(envelope: envelope, due: clock.now)], time: clock.source)
        let transport = ScriptedTransport { _, number in number < 3 ? .answered(503) : .answered(200) }
        let engine = DeliveryEngine(
            outbox: outbox, transport: transport, tokens: ScriptedVault(), clock: clock.turning, seed: 1)
        _ = try await engine.run(.untilIdle(within: .seconds(3600)))
        let header = { (name: String) in
            transport.requests.map { request in request.headers.first { $0.name == name }?.value }
        }
        #expect(header("Idempotency-Key") == Array(repeating: envelope.values.key, count: 3))
        #expect(header("webhook-id") == Array(repeating: envelope.values.key, count: 3))
        #expect(Set(header("webhook-timestamp")).count == 3 && Set(header("webhook-signature")).count == 3)
    }

    @Test func `only the publishing step is signed`() async throws {
        let transport = ScriptedTransport { request, _ in answer(request) }
        let signature = RequestSignature.hmacSHA256(header: "X-Signature", prefix: "sha256=", secret: "token")
        _ = try await Make.attempt(Make.envelope(1, Make.webhook(steps(), signature: signature)), through: transport)
        #expect(transport.requests.map { $0.headers.contains { $0.name == "X-Signature" } } == [false, true, false])
    }

    @Test(arguments: IdempotencyPromise.allCases)
    func `a channel that honours no key gets a connection of its own, which nothing re-sends on`(
        promise: IdempotencyPromise
    ) async throws {
        let transport = ScriptedTransport { _, _ in .answered(200) }
        _ = try await Make.attempt(Make.envelope(1, Make.webhook(promise: promise)), through: transport)
        let request = try #require(transport.requests.first)
        #expect(request.freshConnection == (promise != .key))
        #expect(request.hosts == ["a.example"] && !request.loopbackAllowed)
    }

    @Test func `a single delivery says what became of it and needs no queue`() async throws {
        let transport = ScriptedTransport { _, _ in .answered(404, "no such page") }
        let clock = TurnedClock()
        let result = await SingleDelivery(transport: transport, tokens: ScriptedVault(), time: clock.source)
            .send(try Make.envelope(1, Make.webhook()))
        #expect(result.conclusion.kind == "failed" && result.status == 404)
        #expect(result.answer?.contains("no such page") == true)
    }
}
