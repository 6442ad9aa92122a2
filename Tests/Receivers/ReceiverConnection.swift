import Foundation
import Synchronization

/// One accepted connection; its descriptor is closed once, whoever ends it.
final class ReceiverConnection: Sendable {
    private let descriptor: Mutex<Int32>
    private let position = Mutex(0)

    init(_ descriptor: Int32) {
        self.descriptor = Mutex(descriptor)
    }

    /// Sends all bytes; false once the other side is gone.
    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.send(number, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    @discardableResult
    func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    /// Waits until the other side hangs up, at most this long; true once it has.
    func waitForHangUp(milliseconds: Int32 = -1) -> Bool {
        var entry = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
        guard poll(&entry, 1, milliseconds) > 0 else { return false }
        var byte: UInt8 = 0
        return recv(number, &byte, 1, Int32(MSG_PEEK)) <= 0
    }

    /// Ends the connection with RST in place of FIN.
    func reset() {
        var option = linger(l_onoff: 1, l_linger: 0)
        setsockopt(number, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
        close()
    }

    /// Ends both directions without giving up the descriptor, so that a thread reading from it goes on safely.
    func hangUp() {
        descriptor.withLock { if $0 >= 0 { _ = shutdown($0, Int32(SHUT_RDWR)) } }
    }

    func close() {
        descriptor.withLock { number in
            if number >= 0 { Glibc.close(number) }
            number = -1
        }
    }

    /// Reads one request by its `Content-Length`; nil once the other side is gone.
    func readRequest() -> ReceivedRequest? {
        var bytes: [UInt8] = []
        let blank = Array("\r\n\r\n".utf8)
        var end: Int?
        while end == nil {
            guard read(into: &bytes) else { return nil }
            end = bytes.indices.first { bytes[$0...].starts(with: blank) }
        }
        guard let end else { return nil }
        let lines = String(decoding: bytes[..<end], as: UTF8.self).components(separatedBy: "\r\n")
        let head = ReceivedRequest(lines: lines, body: [], position: 0)
        let length = head.header("content-length").flatMap(Int.init) ?? 0
        while bytes.count < end + blank.count + length { guard read(into: &bytes) else { return nil } }
        let position = position.withLock { count in
            count += 1
            return count
        }
        return ReceivedRequest(lines: lines, body: Array(bytes[(end + blank.count)...]), position: position)
    }

    private var number: Int32 { descriptor.withLock { $0 } }

    private func read(into bytes: inout [UInt8]) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(number, &buffer, buffer.count, 0)
        guard count > 0 else { return false }
        bytes.append(contentsOf: buffer[..<count])
        return true
    }
}
