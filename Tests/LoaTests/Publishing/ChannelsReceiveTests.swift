import Foundation
import Subprocess
import Testing

@Suite(.timeLimit(.minutes(30)))
struct ChannelsReceiveTests {
    private struct Logged: Decodable {
        let method: String
        let path: String
        let outcome: String
        let status: Int
    }

    @Test func `a test message goes through the receiver of this machine, and Ctrl-C ends it well`() async throws {
        let office = try await Office.open()
        let log = office.file("received.jsonl")
        var lines: [String] = []
        let receiver = try await Program.converse(
            ["channels", "receive", "--port", "0", "--log", log.path]
        ) { execution in
            for try await line in execution.standardError.strings() {
                lines.append(line)
                guard let match = line.firstMatch(of: /127\.0\.0\.1:([0-9]+)/) else { continue }
                try await office.addPage(port: try #require(Int(match.1)))
                let shown = try await office.loa(
                    "channels", "test", Office.page, "--dry-run", as: Office.editor
                ).succeeded()
                #expect(shown.output.contains("POST http://127.0.0.1:\(match.1)/page"))
                let sent = try await office.loa("channels", "test", Office.page, as: Office.editor).succeeded()
                #expect(sent.messages.contains("http://127.0.0.1:\(match.1)/received/1"))
                try execution.send(signal: .interrupt)
            }
        }
        #expect(receiver.code == 0, "\(lines)")
        #expect(receiver.output.contains("POST /page → 200"))
        #expect(lines.count == 2)
        let logged = try JSONDecoder().decode(Logged.self, from: Data(contentsOf: log))
        #expect(logged.method == "POST")
        #expect(logged.outcome == "effect")
        #expect(try await office.posts().isEmpty)
    }

    @Test(arguments: [["--port", "65536"], ["--port", "0", "--status", "99"]])
    func `a receiver that cannot be is refused before it opens anything`(options: [String]) async throws {
        try await Program.run(["channels", "receive"] + options).refused(64)
    }

    @Test func `deliver ends well at Ctrl-C`() async throws {
        let office = try await Office.open()
        var lines: [String] = []
        let answer = try await Program.converse(["deliver", "--workspace", office.folder.path]) { execution in
            for try await line in execution.standardError.strings() {
                lines.append(line)
                if lines.count == 1 { try execution.send(signal: .interrupt) }
            }
        }
        #expect(answer.code == 0, "\(lines)")
    }
}
