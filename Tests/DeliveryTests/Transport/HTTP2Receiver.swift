import Foundation
import Testing

@testable import Receivers

/// nginx on 127.0.0.1, which speaks HTTP/2, where this machine has it.
final class HTTP2Receiver {
    static let isThere = FileManager.default.isExecutableFile(atPath: program)

    let port: Int
    let authorityFile: String
    private static let program = "/usr/sbin/nginx"
    /// A process that is started from a worker thread inherits its blocked signals, and would never hear of its end.
    private static let unblocking =
        "import os, signal, sys; signal.pthread_sigmask(signal.SIG_SETMASK, []); os.execv(sys.argv[1], sys.argv[1:])"
    private let folder: URL
    private let process = Process()
    private let errors: LineReader

    private init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("http2-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        authorityFile = folder.appendingPathComponent("authority.pem").path
        try Certificates.make(in: folder)
        let (descriptor, port) = try Loopback.open(backlog: nil)
        close(descriptor)
        self.port = port
        let file = folder.appendingPathComponent("nginx.conf")
        try Data(HTTP2Receiver.configuration(folder: folder.path, port: port).utf8).write(to: file)
        let pipe = Pipe()
        errors = LineReader(pipe.fileHandleForReading)
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            ["python3", "-c", HTTP2Receiver.unblocking, HTTP2Receiver.program, "-e", "stderr", "-c", file.path]
        process.standardError = pipe
        process.standardOutput = FileHandle.nullDevice
        try process.run()
    }

    /// Runs a test against the receiver once it listens.
    static func with<Result>(_ test: (HTTP2Receiver) async throws -> Result) async throws -> Result {
        let receiver = try HTTP2Receiver()
        defer { receiver.stop() }
        // nginx says how it waits for events after it has opened its port.
        while let line = await receiver.errors.next(), !line.contains("event method") {}
        return try await test(receiver)
    }

    var url: String { "https://receiver.example:\(port)/" }
    var name: String { "receiver.example:\(port):127.0.0.1" }

    /// Ends the receiver, so that its log is whole: the protocol and the number of the connection of every request.
    func requests() throws -> [String] {
        end()
        return try String(contentsOf: folder.appendingPathComponent("log"), encoding: .utf8).split(separator: "\n")
            .map(String.init)
    }

    private func end() {
        guard process.isRunning else { return }
        process.terminate()
        process.waitUntilExit()
    }

    private func stop() {
        end()
        try? FileManager.default.removeItem(at: folder)
    }

    private static func configuration(folder: String, port: Int) -> String {
        let paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map { "\($0)_temp_path \(folder)/\($0);" }
        return """
            daemon off;
            master_process off;
            pid \(folder)/pid;
            error_log stderr notice;
            events {}
            http {
                \(paths.joined(separator: " "))
                log_format protocol "$server_protocol $connection";
                access_log \(folder)/log protocol;
                server {
                    listen 127.0.0.1:\(port) ssl http2;
                    ssl_certificate \(folder)/good.pem;
                    ssl_certificate_key \(folder)/good.key;
                    location / { return 200 '{"ok":true}'; }
                }
            }
            """
    }
}
