import Hummingbird
import Outreach
import Synchronization
import Testing

@testable import Web

@Suite("How the local receiver answers")
struct ReceiverAnswerTests {
    @Test("Any path and any method gets an id and a link", arguments: ["/", "/a/b?c=d", "/received/extra/part"])
    func anyPath(path: String) async throws {
        let fixture = ReceiverFixture()
        try await fixture.talk { client in
            for (index, method) in ["POST", "PUT", "PATCH", "DELETE"].enumerated() {
                let reply = try await client.send(.init(rawValue: method) ?? .post, path)
                #expect(reply.status == 200)
                let answer = try reply.answer
                let id = index + 1
                #expect(answer == ReceiverAnswer(ok: true, id: "\(id)", link: "http://127.0.0.1:0/received/\(id)"))
            }
        }
        #expect(fixture.ledger.received.map(\.method) == ["POST", "PUT", "PATCH", "DELETE"])
        #expect(Set(fixture.ledger.received.map(\.path)) == [path])
    }

    @Test("The status is the one that was asked for", arguments: [201, 302, 404, 410, 429, 500])
    func configuredStatus(status: Int) async throws {
        let fixture = ReceiverFixture(status: status)
        try await fixture.talk { client in
            let reply = try await client.send()
            #expect(reply.status == status)
            let answer = try reply.answer
            #expect(answer.ok == (status == 201))
        }
        #expect(fixture.ledger.received.map(\.status) == [status])
    }

    @Test("A status that allows no body gets none", arguments: [204, 205, 304])
    func noBody(status: Int) async throws {
        try await ReceiverFixture(status: status).talk { client in
            let reply = try await client.send()
            #expect(reply.status == status)
            #expect(reply.text.isEmpty)
        }
    }

    @Test("The first requests fail, and the same key then takes effect once")
    func failFirst() async throws {
        let fixture = ReceiverFixture(failFirst: 2)
        try await fixture.talk { client in
            var statuses: [Int] = []
            for _ in 1...4 {
                statuses.append(try await client.send(headers: ["Idempotency-Key": "june-1"]).status)
            }
            #expect(statuses == [503, 503, 200, 200])
        }
        #expect(fixture.ledger.received.map(\.outcome) == [.refused, .refused, .effect, .duplicate])
    }

    @Test("The request is written down before the delay, and answered after it")
    func delay() async throws {
        let events = EventLog()
        let options = ReceiverOptions(
            delay: .seconds(3), clock: ReceiverFixture.clock, wait: { events.append("waited \($0.milliseconds)") })
        let fixture = ReceiverFixture(options) { events.append("took \($0.sequence)") }
        try await fixture.talk { client in
            try await client.send()
            events.append("answered")
        }
        #expect(events.all == ["took 1", "waited 3000", "answered"])
    }

    @Test("A body of one mebibyte is taken, one byte more is not")
    func bodyLimit() async throws {
        let fixture = ReceiverFixture()
        try await fixture.talk { client in
            let largest = String(repeating: "a", count: 1_048_576)
            let taken = try await client.send(body: largest)
            let refused = try await client.send(body: largest + "a")
            #expect(taken.status == 200)
            #expect(refused.status == 413)
        }
        #expect(fixture.ledger.receivedCount == 1)
    }
}

/// What happened, in order.
final class EventLog: Sendable {
    private let events = Mutex<[String]>([])

    var all: [String] { events.withLock { $0 } }

    func append(_ event: String) { events.withLock { $0.append(event) } }
}
