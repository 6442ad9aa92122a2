import CEpoll
import Foundation
public import Outreach
import Synchronization

/// A receiver for measuring: answers every request at once with `{}`, on one thread, over plain sockets of this machine
/// alone. Some of its ports may take requests and never answer. It runs in a process of its own, so that what it costs
/// is not counted as delivery's.
public struct FastReceiver: Sendable {
    /// What the receiver does with requests.
    public struct Options: Sendable {
        /// So many ports are listened on …
        public var ports = 1
        /// … and so many of them, the last ones, never answer.
        public var hanging = 0
        /// Where the key of each request is written, a line each, before it is answered.
        public var log: String?
        /// How long it waits before it answers what came together.
        public var delay = Duration.zero

        public init() {}
    }

    private let options: Options

    public init(_ options: Options) {
        self.options = options
    }

    /// Receives until the process ends.
    ///
    /// - Parameter ready: called with the ports once all of them are open.
    public func run(ready: ([Int]) -> Void) throws {
        var loop = try ReceiverLoop(options)
        ready(loop.ports)
        loop.run()
    }
}

/// The receiver's sockets and the one thread that serves them.
private struct ReceiverLoop {
    private struct Connection {
        var bytes: [UInt8] = []
        let answers: Bool
    }

    private(set) var ports: [Int] = []
    /// The kernel's list of sockets to watch; one that is closed leaves it by itself.
    private let queue = epoll_create1(Int32(EPOLL_CLOEXEC))
    private let log: Int32
    private let delay: useconds_t
    private var listeners: [Int32: Bool] = [:]
    private var connections: [Int32: Connection] = [:]

    init(_ options: FastReceiver.Options) throws {
        log = options.log.map { open($0, O_WRONLY | O_CREAT | O_APPEND, 0o644) } ?? -1
        delay = useconds_t(options.delay / .microseconds(1))
        guard queue >= 0, options.log == nil || log >= 0 else { throw ReceiverStartError(number: errno) }
        signal(SIGPIPE, SIG_IGN)
        for index in 0..<options.ports { try listen(answers: index < options.ports - options.hanging) }
    }

    private mutating func listen(answers: Bool) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isOpen = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && Glibc.listen(listener, 1024) == 0
                    && getsockname(listener, $0, &length) == 0
            }
        }
        guard isOpen else { throw ReceiverStartError(number: errno) }
        ports.append(Int(UInt16(bigEndian: address.sin_port)))
        listeners[listener] = answers
        watch(listener)
    }

    private func watch(_ descriptor: Int32) {
        var event = epoll_event(events: EPOLLIN.rawValue, data: epoll_data_t(fd: descriptor))
        epoll_ctl(queue, EPOLL_CTL_ADD, descriptor, &event)
    }

    mutating func run() {
        var happened = [epoll_event](repeating: epoll_event(), count: 256)
        while true {
            let count = Int(epoll_wait(queue, &happened, Int32(happened.count), -1))
            for event in happened.prefix(max(0, count)) {
                let descriptor = event.data.fd
                if let answers = listeners[descriptor] {
                    accept(descriptor, answers: answers)
                } else {
                    serve(descriptor)
                }
            }
        }
    }

    private mutating func accept(_ listener: Int32, answers: Bool) {
        while true {
            let connection = Glibc.accept(listener, nil, nil)
            guard connection >= 0 else { return }
            _ = fcntl(connection, F_SETFL, O_NONBLOCK)
            var yes: Int32 = 1
            setsockopt(connection, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
            connections[connection] = Connection(answers: answers)
            watch(connection)
        }
    }

    private mutating func serve(_ descriptor: Int32) {
        let isOpen = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 << 16) { buffer in
            let count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
            if count > 0 { connections[descriptor]?.bytes.append(contentsOf: buffer[..<count]) }
            return count > 0 || count < 0 && errno == EAGAIN
        }
        guard isOpen, let answers = connections[descriptor]?.answers else {
            connections[descriptor] = nil
            close(descriptor)
            return
        }
        var keys: [UInt8] = []
        var requests = 0
        while let (key, end) = connections[descriptor].flatMap({ ReceiverLoop.request(in: $0.bytes) }) {
            connections[descriptor]?.bytes.removeFirst(end)
            keys += key + [UInt8(ascii: "\n")]
            requests += 1
        }
        guard requests > 0 else { return }
        // Written down before it is answered: what the sender believes to have arrived has arrived.
        if log >= 0 { _ = write(log, keys, keys.count) }
        guard answers else { return }
        if delay > 0 { usleep(delay) }
        let answer = Array(repeatElement(ReceiverLoop.answer, count: requests).joined())
        _ = send(descriptor, answer, answer.count, Int32(MSG_NOSIGNAL))
    }

    private static let answer = Array(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}".utf8)

    /// The key of the first whole request and where it ends; nil where none is whole yet.
    private static func request(in bytes: [UInt8]) -> (key: [UInt8], end: Int)? {
        var (line, length, key) = (0, 0, [UInt8]())
        while let end = bytes[line...].firstIndex(of: UInt8(ascii: "\n")) {
            let text = bytes[line..<end]
            if text.count <= 1 {
                let whole = end + 1 + length
                return whole <= bytes.count ? (key, whole) : nil
            }
            if let value = value(of: "content-length", in: text) {
                length = Int(String(decoding: value, as: UTF8.self)) ?? 0
            } else if let value = value(of: "idempotency-key", in: text) ?? value(of: "x-post", in: text) {
                key = value
            }
            line = end + 1
        }
        return nil
    }

    private static func value(of name: StaticString, in line: ArraySlice<UInt8>) -> [UInt8]? {
        let count = name.utf8CodeUnitCount
        guard line.count > count, line[line.startIndex + count] == UInt8(ascii: ":") else { return nil }
        for place in 0..<count where line[line.startIndex + place] | 0x20 != name.utf8Start[place] { return nil }
        return line.dropFirst(count + 1).filter { $0 != UInt8(ascii: " ") && $0 != 0x0D }
    }
}

/// A receiver for measuring that could not open its ports or its log.
public struct ReceiverStartError: ReadableError {
    let number: Int32

    public var kind: FailureKind { .unavailable }

    public var message: Message {
        let reason = String(cString: strerror(number))
        return Message(
            vi: "Không mở được máy nhận để đo: \(reason). Chưa đo gì.",
            en: "The receiver to measure with could not be opened: \(reason). Nothing was measured.")
    }
}
