import Foundation
import Glibc
import Subprocess
import Testing

@Suite(.timeLimit(.minutes(30)))
struct DeliveryTests {
    @Test func `a due post leaves once and is posted`() async throws {
        let (office, receiver) = (try await Office.open(), try SilentReceiver())
        defer { receiver.stop() }
        receiver.answerFromNowOn()
        try await office.addPage(port: receiver.port)
        let post = try await office.duePost(on: Office.page)
        #expect(try await office.deliver() == Delivered(posted: 1, unknown: 0, retrying: 0, recovered: 0))
        #expect(try await office.deliver() == Delivered(posted: 0, unknown: 0, retrying: 0, recovered: 0))
        #expect(receiver.requests.map(\.key) == [post.id])
        #expect(try await office.state(of: post) == "posted")
    }

    @Test func `every attempt is logged as one line of JSON, with nothing the post says`() async throws {
        let (office, receiver) = (try await Office.open(), try SilentReceiver())
        defer { receiver.stop() }
        receiver.answerFromNowOn()
        try await office.addPage(port: receiver.port)
        let post = try await office.duePost(on: Office.page)
        let answer = try await office.loa("deliver", "--once", "--json").succeeded()
        let lines = answer.messages.split(separator: "\n").filter { $0.hasPrefix("{") }
        try #require(lines.count == 1, "\(answer)")
        let entry = try #require(
            try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: String], "\(answer)")
        #expect(entry["label"] == "loa.delivery" && entry["message"] == "attempt")
        #expect(entry["post"] == post.id && entry["outcome"] == "posted" && entry["status"] == "200")
        #expect(try answer.decoded(Delivered.self).posted == 1)
    }

    @Test func `a killed delivery is repeated under the same key where the receiver knows keys again`() async throws {
        let (office, receiver) = (try await Office.open(), try SilentReceiver())
        defer { receiver.stop() }
        try await office.addPage(port: receiver.port)
        let post = try await office.duePost(on: Office.page)
        try await office.deliverAndKill(onArrivalAt: receiver)
        #expect(try await office.state(of: post) == "sending")

        receiver.answerFromNowOn()
        #expect(try await office.deliver() == Delivered(posted: 1, unknown: 0, retrying: 0, recovered: 1))
        #expect(try await office.state(of: post) == "posted")
        #expect(receiver.requests.count == 2)
        #expect(Set(receiver.requests.map(\.key)) == [post.id])
    }

    @Test func `a killed delivery is never repeated where the receiver knows no keys`() async throws {
        let (office, receiver) = (try await Office.open(), try SilentReceiver())
        defer { receiver.stop() }
        try await office.addPage(port: receiver.port, idempotency: "none")
        let post = try await office.duePost(on: Office.page)
        try await office.deliverAndKill(onArrivalAt: receiver)

        receiver.answerFromNowOn()
        #expect(try await office.deliver() == Delivered(posted: 0, unknown: 0, retrying: 0, recovered: 1))
        #expect(try await office.deliver() == Delivered(posted: 0, unknown: 0, retrying: 0, recovered: 0))
        #expect(try await office.state(of: post) == "unknown")
        #expect(receiver.requests.count == 1)

        try await office.loa(
            "posts", "resolve", post.id, "--posted", "--link", "https://example.vn/1", as: Office.editor
        ).succeeded()
        #expect(try await office.state(of: post) == "posted")
        #expect(receiver.requests.count == 1)
    }

    @Test func `a second process does not send beside the first`() async throws {
        let office = try await Office.open()
        let descriptor = open(office.file(".loa/deliver.lock").path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        defer { close(descriptor) }
        try #require(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        let answer = try await office.loa("deliver", "--once", "--json").refused(75)
        #expect(answer.output.isEmpty)
        #expect(flock(descriptor, LOCK_UN) == 0)
        try await office.loa("deliver", "--once").succeeded()
    }

    @Test func `a hold over everything keeps a due post until it is released`() async throws {
        let (office, receiver) = (try await Office.open(), try SilentReceiver())
        defer { receiver.stop() }
        receiver.answerFromNowOn()
        try await office.addPage(port: receiver.port)
        let post = try await office.duePost(on: Office.page)
        try await office.loa("posts", "hold", "--all", "--reason", "Đọc lại", as: Office.editor).succeeded()
        #expect(try await office.deliver().posted == 0)
        #expect(receiver.requests.isEmpty)
        try await office.loa("posts", "release", "--all", as: Office.editor).succeeded()
        #expect(try await office.deliver().posted == 1)
        #expect(try await office.state(of: post) == "posted")
    }
}

/// What `loa deliver --json` counts.
struct Delivered: Decodable, Equatable {
    let posted: Int
    let unknown: Int
    let retrying: Int
    let recovered: Int
}

extension Office {
    func deliver() async throws -> Delivered {
        try await loa("deliver", "--once", "--json").succeeded().decoded()
    }

    /// Starts sending and kills the process, with no chance to clean up, once a request has arrived.
    func deliverAndKill(onArrivalAt receiver: SilentReceiver) async throws {
        let answer = try await Program.converse(["deliver", "--once", "--workspace", folder.path]) { execution in
            for await _ in receiver.arrivals.prefix(1) {}
            try execution.send(signal: .kill)
            for try await _ in execution.standardError {}
        }
        #expect(answer.status == .signaled(SIGKILL))
    }
}
