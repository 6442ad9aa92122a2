import Hummingbird
import Outreach
import Testing

@testable import Web

@Suite("What the local receiver counts")
struct ReceiverLedgerTests {
    @Test("A repeated key gets the earlier answer and is no new effect", arguments: ["webhook-id", "Idempotency-Key"])
    func repeatedKey(header: String) async throws {
        let fixture = ReceiverFixture(status: 201)
        try await fixture.talk { client in
            let first = try await client.send(headers: [header: "june-1"])
            try await client.send(headers: [header: "june-2"])
            let again = try await client.send(headers: [header: "june-1"])
            #expect(first.status == 201)
            #expect(again.status == 200)
            #expect(again.text == first.text)
        }
        #expect(fixture.ledger.receivedCount == 3)
        #expect(fixture.ledger.effects == 2)
        #expect(fixture.ledger.duplicates == 1)
        #expect(fixture.ledger.received.map(\.outcome) == [.effect, .effect, .duplicate])
    }

    @Test("Of many arrivals with one key at the same moment, one takes effect")
    func racingKey() async throws {
        let fixture = ReceiverFixture()
        try await fixture.talk { client in
            try await withThrowingTaskGroup { group in
                for _ in 1...50 {
                    group.addTask { try await client.send(headers: ["webhook-id": "june-1"]).answer.id }
                }
                let ids = try await group.reduce(into: Set<String>()) { $0.insert($1) }
                #expect(ids.count == 1)
            }
        }
        #expect(fixture.ledger.effects == 1)
        #expect(fixture.ledger.duplicates == 49)
        #expect(fixture.ledger.received.map(\.sequence) == Array(1...50))
    }

    @Test("Without a key every request is an effect of its own")
    func noKey() async throws {
        let fixture = ReceiverFixture()
        try await fixture.talk { client in
            try await client.send(body: "same")
            try await client.send(headers: ["Idempotency-Key": ""], body: "same")
        }
        #expect(fixture.ledger.effects == 2)
        #expect(fixture.ledger.duplicates == 0)
    }

    @Test("What was refused has no effect, so its key is free")
    func refused() async throws {
        let fixture = ReceiverFixture(status: 500)
        try await fixture.talk { client in
            for _ in 1...2 { try await client.send(headers: ["webhook-id": "june-1"]) }
        }
        #expect(fixture.ledger.received.map(\.outcome) == [.refused, .refused])
        #expect(fixture.ledger.effects == 0)
        #expect(fixture.ledger.duplicates == 0)
    }

    @Test("Asking changes nothing")
    func question() async throws {
        let fixture = ReceiverFixture()
        try await fixture.talk { client in
            let found = try await client.send(.get, "/posts?key=june-1")
            let head = try await client.send(.head, "/posts")
            #expect(found.status == 200)
            #expect(head.text.isEmpty)
        }
        #expect(fixture.ledger.received.map(\.outcome) == [.question, .question])
        #expect(fixture.ledger.effects == 0)
    }

    @Test("The older requests go when there are too many, and the counts stay")
    func bounded() {
        let ledger = ReceiverLedger(failFirst: 0, status: 200)
        let count = ReceiverLedger.capacity + 1
        for _ in 1...count { _ = ledger.record(.plain(body: [])) }
        #expect(ledger.receivedCount == count)
        #expect(ledger.effects == count)
        #expect(ledger.received.map(\.sequence) == Array(count / 2 + 1...count))
        #expect(ledger.request(1) == nil)
        #expect(ledger.request(count)?.sequence == count)
        #expect(ledger.request(count + 1) == nil)
    }

    @Test("The older requests go when their bodies are too large together")
    func boundedBodies() {
        let ledger = ReceiverLedger(failFirst: 0, status: 200)
        let body = [UInt8](repeating: 0, count: 1_048_576)
        for _ in 1...65 { _ = ledger.record(.plain(body: body)) }
        #expect(ledger.received.map(\.sequence) == Array(33...65))
    }
}

extension Arrival {
    static func plain(body: [UInt8]) -> Arrival {
        Arrival(
            .init(head: .init(method: .post, scheme: nil, authority: nil, path: "/"), body: .init(buffer: .init())),
            body: body, options: ReceiverOptions(clock: ReceiverFixture.clock))
    }
}
