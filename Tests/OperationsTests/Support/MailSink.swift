import Foundation
import Synchronization

/// A mail server on 127.0.0.1 that takes one letter a connection and keeps what it was told (RFC 5321), over plain
/// sockets on a thread of its own.
final class MailSink: Sendable {
    struct Letter: Sendable {
        var commands: [String] = []
        var data = ""

        /// The base64 after the blank line, as text.
        var text: String {
            let body = data.components(separatedBy: "\r\n\r\n").dropFirst().joined()
            let bytes = Data(base64Encoded: body.filter { !$0.isWhitespace && $0 != "." }) ?? Data()
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    let port: Int
    private let listener: Int32
    private let refuses: Bool
    private let isMute: Bool
    private let taken = AsyncStream.makeStream(of: Void.self)
    private let arrived = Mutex<[Letter]>([])

    var letters: [Letter] { arrived.withLock { $0 } }

    /// - Parameters:
    ///   - refuses: turns every recipient away.
    ///   - isMute: takes a whole letter and then says nothing until the other side hangs up.
    init(refuses: Bool = false, isMute: Bool = false) throws {
        self.refuses = refuses
        self.isMute = isMute
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let isOpen = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 8) == 0 && getsockname(listener, $0, &length) == 0
            }
        }
        guard isOpen else { throw CocoaError(.fileReadUnknown) }
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread { [self] in accept() }.start()
    }

    /// Waits until a whole letter has arrived.
    func took() async {
        for await _ in taken.stream { return }
    }

    func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

    private func accept() {
        defer { close(listener) }
        while true {
            let connection = Glibc.accept(listener, nil, nil)
            guard connection >= 0 else { return }
            converse(on: connection)
            close(connection)
        }
    }

    private func converse(on connection: Int32) {
        say("220 sink", connection)
        var letter = Letter()
        while let line = readLine(connection) {
            letter.commands.append(line)
            switch line.prefix(4).uppercased() {
            case "DATA":
                say("354 go on", connection)
                while let line = readLine(connection), line != "." { letter.data += line + "\r\n" }
                arrived.withLock { $0.append(letter) }
                taken.continuation.yield()
                if isMute {
                    _ = readLine(connection)
                    return
                }
                say("250 kept", connection)
            case "RCPT" where refuses: say("550 nobody here", connection)
            case "QUIT":
                say("221 bye", connection)
                return
            default: say("250 ok", connection)
            }
        }
    }

    private func say(_ text: String, _ connection: Int32) {
        let bytes = Array((text + "\r\n").utf8)
        _ = send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    private func readLine(_ connection: Int32) -> String? {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while recv(connection, &byte, 1, 0) == 1 {
            if byte == 10 {
                if bytes.last == 13 { bytes.removeLast() }
                return String(decoding: bytes, as: UTF8.self)
            }
            bytes.append(byte)
        }
        return nil
    }
}
