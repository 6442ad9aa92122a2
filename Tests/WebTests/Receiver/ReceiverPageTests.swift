import Hummingbird
import Testing

@testable import Web

@Suite("What the local receiver shows")
struct ReceiverPageTests {
    private struct Summary: Decodable {
        let received: Int
        let effects: Int
        let duplicates: Int
        let requests: [ReceivedRequest]
    }

    private struct Figures: Decodable {
        let views: Int
    }

    @Test("The list has the counts and each request, and asking for it is not written down")
    func list() async throws {
        let fixture = ReceiverFixture()
        try await fixture.talk { client in
            for _ in 1...2 { try await client.send(headers: ["webhook-id": "june-1"]) }
            for _ in 1...2 {
                let summary = try await client.send(.get, "/received").decoded(Summary.self)
                #expect(summary.received == 2)
                #expect(summary.effects == 1)
                #expect(summary.duplicates == 1)
                #expect(summary.requests == fixture.ledger.received)
            }
        }
    }

    @Test("What a browser asks that looks in counts as nothing that came", arguments: ["/", "/favicon.ico"])
    func browser(path: String) async throws {
        let fixture = ReceiverFixture()
        try await fixture.talk { client in
            try await client.send()
            try await client.send(.get, path)
            #expect(try await client.send().answer.id == "2")
        }
        #expect(fixture.ledger.receivedCount == 2)
    }

    @Test("The link in an answer shows the request")
    func one() async throws {
        let fixture = ReceiverFixture()
        try await fixture.talk { client in
            let link = try await client.send(body: "Gọi 111").answer.link
            let path = link.replacing("http://127.0.0.1:0", with: "")
            let request = try await client.send(.get, path).decoded(ReceivedRequest.self)
            #expect(request == fixture.ledger.received.first)
            #expect(request.body == "Gọi 111")
        }
    }

    @Test("A request that never came is not found", arguments: ["0", "2", "-1", "x"])
    func notFound(sequence: String) async throws {
        try await ReceiverFixture().talk { client in
            try await client.send()
            let reply = try await client.send(.get, "/received/\(sequence)")
            #expect(reply.status == 404)
            #expect(reply.text.contains("Không có yêu cầu số \(sequence)"))
        }
    }

    @Test("Stand-in figures are small, differ by id and stay the same")
    func figures() async throws {
        let fixture = ReceiverFixture()
        try await fixture.talk { client in
            var views: [Int] = []
            for id in ["1", "2", "1"] {
                views.append(try await client.send(.get, "/metrics/\(id)?fields=views").decoded(Figures.self).views)
            }
            #expect(views[0] == views[2])
            #expect(views[0] != views[1])
            #expect(views.allSatisfy { (20..<500).contains($0) })
        }
        #expect(fixture.ledger.receivedCount == 0)
    }
}
