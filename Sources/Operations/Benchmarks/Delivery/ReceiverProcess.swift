import Foundation
import Outreach

/// A receiver in a process of its own, to send to while measuring; it ends when this is stopped.
final class ReceiverProcess {
    enum Kind: String {
        /// nginx, as Debian has it.
        case nginx
        /// The one that comes with Loa.
        case own = "loa bench receive"
    }

    let kind: Kind
    let ports: [Int]
    private let process: Process

    private init(_ kind: Kind, ports: [Int], process: Process) {
        self.kind = kind
        self.ports = ports
        self.process = process
    }

    func stop() {
        process.terminate()
        process.waitUntilExit()
    }

    /// nginx where it is installed, else the one of Loa.
    ///
    /// - Parameter folder: for what nginx keeps while it runs.
    static func fastest(in folder: URL) throws -> ReceiverProcess {
        try nginx(in: folder) ?? own(FastReceiver.Options())
    }

    static func own(_ options: FastReceiver.Options) throws -> ReceiverProcess {
        let process = Process()
        process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments =
            ["bench", "receive", "--ports", "\(options.ports)", "--hanging", "\(options.hanging)"]
            + ["--delay", "\(options.delay.milliseconds)"] + (options.log.map { ["--log", $0] } ?? [])
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        var line: [UInt8] = []
        while let byte = try output.fileHandleForReading.read(upToCount: 1)?.first, byte != 0x0A { line.append(byte) }
        let ports = String(decoding: line, as: UTF8.self).split(separator: " ").compactMap { Int($0) }
        guard ports.count == options.ports else {
            process.terminate()
            throw ReceiverStartError(number: ECONNREFUSED)
        }
        return ReceiverProcess(.own, ports: ports, process: process)
    }

    private static func nginx(in folder: URL) throws -> ReceiverProcess? {
        guard let program = ["/usr/sbin/nginx", "/usr/bin/nginx"].first(where: FileManager.default.isExecutableFile)
        else { return nil }
        let port = try freePort()
        let file = folder.appending(path: "nginx.conf")
        try Data(settings(port: port, folder: folder.path).utf8).write(to: file)
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = ["-c", file.path, "-e", folder.appending(path: "nginx-errors.log").path]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        for _ in 0..<200 {
            if isListening(port) { return ReceiverProcess(.nginx, ports: [port], process: process) }
            guard process.isRunning else { return nil }
            usleep(10_000)
        }
        process.terminate()
        return nil
    }

    /// One worker that answers from memory and writes nothing down.
    private static func settings(port: Int, folder: String) -> String {
        """
        daemon off;
        worker_processes 1;
        pid \(folder)/nginx.pid;
        error_log \(folder)/nginx-errors.log crit;
        events { worker_connections 2048; multi_accept on; }
        http {
            access_log off;
            client_body_temp_path \(folder)/nginx-body;
            proxy_temp_path \(folder)/nginx-proxy;
            fastcgi_temp_path \(folder)/nginx-fastcgi;
            uwsgi_temp_path \(folder)/nginx-uwsgi;
            scgi_temp_path \(folder)/nginx-scgi;
            keepalive_requests 1000000000;
            keepalive_timeout 600s;
            default_type application/json;
            server { listen 127.0.0.1:\(port) backlog=1024; location / { return 200 '{}'; } }
        }

        """
    }

    private static func freePort() throws -> Int {
        let probe = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(probe) }
        var (address, length) = (loopback(port: 0), socklen_t(MemoryLayout<sockaddr_in>.size))
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(probe, $0, length) == 0 && getsockname(probe, $0, &length) == 0
            }
        }
        guard isBound else { throw ReceiverStartError(number: errno) }
        return Int(UInt16(bigEndian: address.sin_port))
    }

    private static func isListening(_ port: Int) -> Bool {
        let probe = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(probe) }
        var address = loopback(port: port)
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(probe, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }

    private static func loopback(port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        address.sin_port = UInt16(port).bigEndian
        return address
    }
}
