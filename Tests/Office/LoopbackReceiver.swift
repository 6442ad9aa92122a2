import Foundation
import Synchronization

/// A receiver on 127.0.0.1 that answers each request as a test says, over plain sockets on a thread of its own.
final class LoopbackReceiver: Sendable {
    struct Request: Sendable {
        let lines: [String]
        let body: String

        func header(_ name: String) -> String? {
            let prefix = name.lowercased() + ":"
            return lines.first { $0.lowercased().hasPrefix(prefix) }
                .map { $0.dropFirst(prefix.count).trimmingCharacters(in: .whitespaces) }
        }
    }

    /// The status to answer a request with, counted from 1; nil hangs up without a word.
    typealias Script = @Sendable (Request, Int) -> Int?

    struct SocketError: Error {
        let number: Int32
    }

    let port: Int
    private let listener: Int32
    private let script: Script
    private let arrived = Mutex<[Request]>([])

    var requests: [Request] { arrived.withLock { $0 } }

    /// Opens a port of the system's choice and starts to listen.
    init(_ script: @escaping Script) throws {
        self.script = script
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let isOpen = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 64) == 0 && getsockname(listener, $0, &length) == 0
            }
        }
        guard isOpen else { throw SocketError(number: errno) }
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread { [self] in accept() }.start()
    }

    func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

    private func accept() {
        defer { close(listener) }
        while true {
            let connection = Glibc.accept(listener, nil, nil)
            guard connection >= 0 else { return }
            if let request = read(connection) {
                let number = arrived.withLock { requests in
                    requests.append(request)
                    return requests.count
                }
                if let status = script(request, number) { answer(status, on: connection) }
            }
            close(connection)
        }
    }

    private func answer(_ status: Int, on connection: Int32) {
        let text =
            "HTTP/1.1 \(status) -\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"
        let bytes = Array(text.utf8)
        _ = send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    /// Reads one request by its `Content-Length`; nil where the other side hung up before its end.
    private func read(_ connection: Int32) -> Request? {
        var bytes: [UInt8] = []
        let blank = Array("\r\n\r\n".utf8)
        while true {
            if let end = bytes.indices.first(where: { bytes[$0...].starts(with: blank) }) {
                let lines = String(decoding: bytes[..<end], as: UTF8.self).components(separatedBy: "\r\n")
                let body = bytes[(end + blank.count)...]
                let head = Request(lines: lines, body: "")
                if body.count >= head.header("content-length").flatMap(Int.init) ?? 0 {
                    return Request(lines: lines, body: String(decoding: body, as: UTF8.self))
                }
            }
            var buffer = [UInt8](repeating: 0, count: 65_536)
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            bytes += buffer[..<count]
        }
    }
}
