import Foundation

/// A receiver that takes one connection and reads nothing from it: once its buffers are full, a request stays in the
/// middle.
final class DeafReceiver: Sendable {
    let port: Int
    private let listener: Int32
    private let arrived = AsyncStream.makeStream(of: Void.self)
    private let stopped = DispatchSemaphore(value: 0)

    init() throws {
        (listener, port) = try Loopback.open(backlog: 1)
        Thread { [self] in
            let descriptor = accept(listener, nil, nil)
            close(listener)
            guard descriptor >= 0 else { return }
            // Once there is something to read, a part of the request has arrived.
            var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            _ = poll(&entry, 1, -1)
            arrived.continuation.yield()
            stopped.wait()
            close(descriptor)
        }.start()
    }

    /// Waits until a part of a request has arrived.
    func reached() async {
        for await _ in arrived.stream { return }
    }

    func stop() { stopped.signal() }
}
