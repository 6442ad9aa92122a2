import Hummingbird
import Outreach
import Testing

@testable import Web

@Suite("What the local receiver writes down")
struct ReceivedRequestTests {
    @Test("Method, path, headers, body, key and time of arrival")
    func everything() async throws {
        let fixture = ReceiverFixture()
        try await fixture.talk { client in
            try await client.send(
                .put, "/hooks/june?page=2", headers: ["webhook-id": "june-1", "X-Unit": "thanh-xuan"],
                body: #"{"text":"Gọi 111"}"#)
        }
        let request = try #require(fixture.ledger.received.first)
        #expect(request.sequence == 1)
        #expect(request.at == "2026-06-01T00:30:00.000Z")
        #expect(request.method == "PUT")
        #expect(request.path == "/hooks/june?page=2")
        #expect(request.headers.contains(ReceivedHeader(name: "X-Unit", value: "thanh-xuan")))
        #expect(request.body == #"{"text":"Gọi 111"}"#)
        #expect(request.bodySize == 20)
        #expect(request.webhookID == "june-1")
        #expect(request.key == "june-1")
        #expect(request.signature == nil)
        #expect(request.outcome == .effect)
        #expect(request.status == 200)
    }

    @Test(
        "A secret in a header is not written down",
        arguments: ["Authorization", "access_token", "X-Api-Key", "X-Shared-SECRET", "Cookie", "Proxy-Authorization"])
    func maskedHeader(name: String) async throws {
        let fixture = ReceiverFixture()
        try await fixture.talk { try await $0.send(headers: [name: "hush"]) }
        let request = try #require(fixture.ledger.received.first)
        #expect(request.headers.contains(ReceivedHeader(name: name, value: "•••")))
        #expect(!request.headers.contains { $0.value.contains("hush") })
    }

    @Test("An idempotency key is no secret")
    func idempotencyKeyShown() async throws {
        let fixture = ReceiverFixture()
        try await fixture.talk { try await $0.send(headers: ["Idempotency-Key": "june-1"]) }
        let request = try #require(fixture.ledger.received.first)
        #expect(request.headers.contains(ReceivedHeader(name: "Idempotency-Key", value: "june-1")))
        #expect(request.key == "june-1")
        #expect(request.webhookID == nil)
    }

    @Test(
        "A secret in a query is not written down",
        arguments: [
            ("/a?access_token=hush&page=2", "/a?access_token=•••&page=2"),
            ("/a?page=2&api_key=hush=hush", "/a?page=2&api_key=•••"),
            ("/a?secret", "/a?secret"),
            ("/token/a", "/token/a"),
            ("/a?", "/a?"),
        ])
    func maskedQuery(asked: String, shown: String) {
        #expect(SecretMask.path(asked) == shown)
    }

    @Test("A body that is no text is told by its size")
    func binary() throws {
        let ledger = ReceiverLedger(failFirst: 0, status: 200)
        _ = ledger.record(.plain(body: [0xFF, 0xD8, 0xFF]))
        let request = try #require(ledger.received.first)
        #expect(request.body == "[3 bytes, not UTF-8]")
        #expect(request.bodySize == 3)
    }

    @Test("The signature is judged by the headers and the body as they came", arguments: [true, false])
    func signature(good: Bool) async throws {
        let fixture = ReceiverFixture { headers, body in
            headers.contains { $0.name == "X-Secret" && $0.value == "hush" } && body == Array("good".utf8)
        }
        try await fixture.talk { try await $0.send(headers: ["X-Secret": "hush"], body: good ? "good" : "bad") }
        #expect(fixture.ledger.received.map(\.signature) == [good ? .valid : .invalid])
    }
}
