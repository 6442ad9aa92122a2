import Foundation
import Testing

@testable import Web

@Suite("The local receiver's log")
struct ReceiverLogTests {
    @Test("Each request is one line of JSON, there before the answer, and a second run adds to it")
    func lines() async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).jsonl").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        var expected: [ReceivedRequest] = []
        for _ in 1...2 {
            let fixture = ReceiverFixture()
            try await fixture.talk(log: try ReceiverLog(path: path)) { client in
                try await client.send(headers: ["Authorization": "Bearer hush"], body: "Gọi\n111")
            }
            expected += fixture.ledger.received
        }
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let lines = text.split(separator: "\n")
        let logged = try lines.map { try JSONDecoder().decode(ReceivedRequest.self, from: Data($0.utf8)) }
        #expect(logged == expected)
        #expect(!text.contains("hush"))
        let permissions = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(permissions == 0o600)
    }

    @Test("A log that cannot be opened is refused by name")
    func refused() {
        let path = "/dev/null/receiver.jsonl"
        let error = #expect(throws: ReceiverError.self) { try ReceiverLog(path: path) }
        #expect(error == .cannotWriteLog(path: path, reason: "Not a directory"))
    }

    @Test("A log that cannot be written is said in the answer")
    func full() async throws {
        let fixture = ReceiverFixture()
        try await fixture.talk(log: try ReceiverLog(path: "/dev/full")) { client in
            let reply = try await client.send()
            #expect(reply.status == 500)
            #expect(reply.text.contains("Không ghi được nhật ký"))
        }
    }
}
