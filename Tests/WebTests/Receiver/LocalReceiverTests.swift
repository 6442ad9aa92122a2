import Hummingbird
import HummingbirdTesting
import Outreach
import Testing

@testable import Web

@Suite("A local receiver on its port")
struct LocalReceiverTests {
    @Test("It listens on 127.0.0.1 alone, on a free port that it tells, and stops when it is cancelled")
    func listening() async throws {
        let running = RunningReceiver(ReceiverOptions(clock: ReceiverFixture.clock))
        let port = try await running.port()
        #expect(port > 0)

        let reply = try await RunningReceiver.post(port: port)
        #expect(try reply.answer.link == "http://127.0.0.1:\(port)/received/1")
        // All of 127/8 is this machine: a receiver on every address would answer here, too.
        await #expect(throws: (any Error).self) { try await RunningReceiver.post(host: "127.0.0.2", port: port) }

        try await running.stop()
        await #expect(throws: (any Error).self) { try await RunningReceiver.post(port: port) }
        #expect(running.receiver.ledger.receivedCount == 1)
    }

    @Test("A request under way when it stops is still answered")
    func underway() async throws {
        let (waiting, began) = AsyncStream<Void>.makeStream()
        var options = ReceiverOptions(
            delay: .seconds(60), clock: ReceiverFixture.clock,
            wait: { _ in
                began.finish()
                for await _ in AsyncStream<Void>.makeStream().stream {}
            })
        // What is tested is that the answer comes, not how fast a busy machine gives it.
        options.grace = RunningReceiver.patience
        let running = RunningReceiver(options)
        let port = try await running.port()
        async let reply = RunningReceiver.post(port: port)
        for await _ in waiting {}
        try await running.stop()
        #expect(try await reply.answer.ok)
    }

    @Test("A port that is taken is refused by number")
    func taken() async throws {
        let running = RunningReceiver(ReceiverOptions(clock: ReceiverFixture.clock))
        let port = try await running.port()
        let second = LocalReceiver(options: ReceiverOptions(port: port, clock: ReceiverFixture.clock))
        let error = await #expect(throws: ReceiverError.self) { try await second.run { _ in } }
        #expect(error?.message(.vietnamese).contains("Không mở được cổng \(port)") == true)
        #expect(error?.message(.english).contains("(Address already in use).") == true)
        try await running.stop()
    }

    @Test(
        "Options that cannot be are refused before anything is opened",
        arguments: [
            (0, 199, ReceiverError.notAStatus(199)), (0, 600, .notAStatus(600)), (65_536, 200, .notAPort(65_536)),
            (-1, 200, .notAPort(-1)),
        ])
    func impossible(port: Int, status: Int, expected: ReceiverError) async {
        let receiver = LocalReceiver(options: .init(port: port, status: status, clock: ReceiverFixture.clock))
        await #expect(throws: expected) { try await receiver.run { _ in } }
    }
}

/// A receiver that runs in a task of its own.
struct RunningReceiver {
    let receiver: LocalReceiver
    private let task: Task<Void, any Error>
    private let ports: AsyncStream<Int>

    init(_ options: ReceiverOptions) {
        let receiver = LocalReceiver(options: options)
        let (ports, ready) = AsyncStream<Int>.makeStream()
        self.receiver = receiver
        self.ports = ports
        task = Task {
            defer { ready.finish() }
            try await receiver.run { ready.yield($0) }
        }
    }

    func port() async throws -> Int {
        for await port in ports { return port }
        try await task.value
        throw CancellationError()
    }

    func stop() async throws {
        task.cancel()
        try await task.value
    }

    /// As long as no machine takes, however busy it is.
    static let patience = Duration.seconds(1800)

    static func post(host: String = "127.0.0.1", port: Int) async throws -> ReceiverReply {
        let configuration = TestClient.Configuration(timeout: patience)
        return try await TestClient.withClient(host: host, port: port, configuration: configuration) { client in
            let response = try await client.post("/hooks", body: ByteBuffer(string: "{}"))
            return ReceiverReply(status: response.status.code, text: response.body.map { String(buffer: $0) } ?? "")
        }
    }
}
