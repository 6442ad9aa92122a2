import Foundation

/// Sockets on 127.0.0.1, which no other machine can reach.
enum Loopback {
    struct SocketError: Error {
        let number: Int32
    }

    /// Opens a socket on a port of the system's choice; without a backlog it does not listen.
    static func open(backlog: Int32?) throws -> (descriptor: Int32, port: Int) {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = address(port: 0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && backlog.map { listen(descriptor, $0) } ?? 0 == 0
                    && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard bound else { throw SocketError(number: errno) }
        return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
    }

    /// Starts a connection without waiting for it; the descriptor is the caller's to close.
    static func connect(port: Int) -> Int32 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue), 0)
        var address = address(port: port)
        withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        return descriptor
    }

    private static func address(port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        return address
    }
}

/// A receiver that refuses: it holds its port, so that nobody else can, and does not listen on it.
struct RefusingReceiver {
    let port: Int
    private let descriptor: Int32

    init() throws {
        (descriptor, port) = try Loopback.open(backlog: nil)
    }

    func stop() { close(descriptor) }
}

/// A receiver that never accepts: its queue is full, so new connections are neither made nor refused.
struct FullReceiver {
    let port: Int
    private var descriptors: [Int32]

    init() throws {
        let (listener, port) = try Loopback.open(backlog: 0)
        self.port = port
        descriptors = [listener]
        // Linux takes one connection more than the backlog says; a few to spare do no harm.
        for _ in 0..<4 { descriptors.append(Loopback.connect(port: port)) }
    }

    func stop() {
        for descriptor in descriptors { close(descriptor) }
    }
}
