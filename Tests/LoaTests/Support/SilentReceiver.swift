import Foundation
import Glibc
import Synchronization

/// A receiver on 127.0.0.1 that takes requests and says nothing until it is told to answer.
final class SilentReceiver: Sendable {
    /// A request that arrived in full.
    struct Request: Sendable, Hashable {
        let key: String?
        let body: String
    }

    let port: Int
    /// Every request in the order of arrival.
    let arrivals: AsyncStream<Request>
    private let announce: AsyncStream<Request>.Continuation
    private let listener: Int32
    private let state = Mutex(State())

    private struct State {
        var requests: [Request] = []
        var connections: Set<Int32> = []
        var answers = false
    }

    init() throws {
        (arrivals, announce) = AsyncStream.makeStream()
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, length) == 0 && listen(listener, 16) == 0
                    && getsockname(listener, address, &length) == 0
            }
        }
        port = Int(UInt16(bigEndian: address.sin_port))
        guard isListening else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        Thread { [self] in accept() }.start()
    }

    var requests: [Request] { state.withLock { $0.requests } }

    /// From now on every request is answered 200.
    func answerFromNowOn() { state.withLock { $0.answers = true } }

    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        state.withLock { state in
            for connection in state.connections { shutdown(connection, Int32(SHUT_RDWR)) }
        }
        announce.finish()
    }

    private func accept() {
        defer { close(listener) }
        while case let connection = Glibc.accept(listener, nil, nil), connection >= 0 {
            state.withLock { _ = $0.connections.insert(connection) }
            Thread { [self] in
                serve(connection)
                state.withLock { _ = $0.connections.remove(connection) }
                close(connection)
            }.start()
        }
    }

    /// One request for a connection: the answer ends it, and silence lasts until the other side gives up.
    private func serve(_ connection: Int32) {
        guard let request = read(connection) else { return }
        let answers = state.withLock { state in
            state.requests.append(request)
            return state.answers
        }
        announce.yield(request)
        guard answers else {
            var byte: UInt8 = 0
            while recv(connection, &byte, 1, 0) > 0 {}
            return
        }
        let body = #"{"id":"1","link":"http://127.0.0.1/1"}"#
        let answer =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n"
            + "Connection: close\r\n\r\n\(body)"
        _ = Array(answer.utf8).withUnsafeBytes { send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    }

    private func read(_ connection: Int32) -> Request? {
        var received: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16 * 1024)
        while true {
            let count = recv(connection, &chunk, chunk.count, 0)
            guard count > 0 else { return nil }
            received += chunk[..<count]
            let text = String(decoding: received, as: UTF8.self)
            guard let end = text.firstRange(of: "\r\n\r\n") else { continue }
            let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
            let body = String(text[end.upperBound...])
            let length = Self.header("Content-Length", of: lines).flatMap { Int($0) } ?? 0
            guard body.utf8.count >= length else { continue }
            return Request(key: Self.header("Idempotency-Key", of: lines), body: body)
        }
    }

    private static func header(_ name: String, of lines: [String]) -> String? {
        let prefix = name.lowercased() + ":"
        return lines.first { $0.lowercased().hasPrefix(prefix) }.map {
            $0.dropFirst(prefix.count).trimmingCharacters(in: .whitespaces)
        }
    }
}
