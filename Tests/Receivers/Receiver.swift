import Foundation
import Synchronization

/// A receiver on 127.0.0.1 that behaves as badly as a test asks, over plain sockets and on threads of its own.
final class Receiver: Sendable {
    /// What the receiver does with one request; false hangs up, true waits for the next on the same connection.
    typealias Behaviour = @Sendable (ReceivedRequest, ReceiverConnection) -> Bool

    let port: Int
    private let listener: Int32
    private let greeting: String?
    private let behaviour: Behaviour
    private let state = Mutex(State())

    private struct State {
        var requests: [ReceivedRequest] = []
        var connections: [ReceiverConnection] = []
        var waiting: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
        var stopped = false
    }

    /// A greeting is sent before anything was asked, as receivers of other protocols do.
    init(greeting: String? = nil, _ behaviour: @escaping Behaviour) throws {
        self.greeting = greeting
        self.behaviour = behaviour
        (listener, port) = try Loopback.open(backlog: 256)
    }

    var requests: [ReceivedRequest] { state.withLock { $0.requests } }
    var connectionCount: Int { state.withLock { $0.connections.count } }

    func url(_ path: String = "/") -> String { "http://127.0.0.1:\(port)\(path)" }

    /// Waits until this many requests have arrived in full.
    func received(_ count: Int) async {
        await withCheckedContinuation { continuation in
            let enough = state.withLock { state in
                guard state.requests.count < count else { return true }
                state.waiting.append((count, continuation))
                return false
            }
            if enough { continuation.resume() }
        }
    }

    func start() {
        Thread { [self] in accept() }.start()
    }

    func stop() {
        let connections = state.withLock { state in
            state.stopped = true
            return state.connections
        }
        shutdown(listener, Int32(SHUT_RDWR))
        for connection in connections { connection.hangUp() }
    }

    private func accept() {
        defer { close(listener) }
        while true {
            let descriptor = Glibc.accept(listener, nil, nil)
            guard descriptor >= 0 else { return }
            let connection = ReceiverConnection(descriptor)
            let stopped = state.withLock { state in
                state.connections.append(connection)
                return state.stopped
            }
            if stopped { connection.hangUp() }
            Thread { [self] in serve(connection) }.start()
        }
    }

    private func serve(_ connection: ReceiverConnection) {
        if let greeting { connection.send(greeting) }
        while let request = connection.readRequest() {
            let ready = state.withLock { state in
                state.requests.append(request)
                let count = state.requests.count
                let ready = state.waiting.filter { $0.count <= count }
                state.waiting.removeAll { $0.count <= count }
                return ready
            }
            for waiter in ready { waiter.continuation.resume() }
            guard behaviour(request, connection) else { break }
        }
        connection.close()
    }
}

/// A request as its bytes arrived.
struct ReceivedRequest: Sendable {
    /// The request line and the header lines.
    let lines: [String]
    let body: [UInt8]
    /// Which request this is on its connection, from 1.
    let position: Int

    /// The value of a header, or nil; the first where there are several.
    func header(_ name: String) -> String? {
        let prefix = name.lowercased() + ":"
        return lines.dropFirst().first { $0.lowercased().hasPrefix(prefix) }
            .map { $0.dropFirst(prefix.count).trimmingCharacters(in: .whitespaces) }
    }
}
