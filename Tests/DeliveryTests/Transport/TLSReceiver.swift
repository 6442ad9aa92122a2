import Foundation
import Outreach
import Testing

/// A receiver that speaks TLS on 127.0.0.1 under several certificates at once, as a process of its own.
final class TLSReceiver {
    /// The authority that signed every certificate but the self-signed one.
    let authorityFile: String
    private let folder: URL
    private let process = Process()
    private let input = Pipe()
    private let output: LineReader
    private var ports: [String: Int] = [:]

    private init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        authorityFile = folder.appendingPathComponent("authority.pem").path
        try Certificates.make(in: folder)
        let pipe = Pipe()
        output = LineReader(pipe.fileHandleForReading)
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", TLSReceiver.program, folder.path] + Certificates.names
        process.standardInput = input
        process.standardOutput = pipe
        try process.run()
    }

    /// Runs a test against the receiver, which ends with its input, or by signal, at the end of the test.
    static func with<Result>(_ test: (TLSReceiver) async throws -> Result) async throws -> Result {
        let receiver = try TLSReceiver()
        defer { receiver.stop() }
        for _ in Certificates.names {
            let parts = try #require(await receiver.output.next()).split(separator: " ")
            receiver.ports[String(parts[1])] = Int(parts[2])
        }
        return try await test(receiver)
    }

    func url(_ certificate: String, host: String = "receiver.example") throws -> String {
        "https://\(host):\(try #require(ports[certificate]))/"
    }

    /// A hosts entry that leads the test's name to this receiver.
    func name(_ certificate: String, host: String = "receiver.example") throws -> String {
        "\(host):\(try #require(ports[certificate])):127.0.0.1"
    }

    /// What became of the next connection: `refused NAME`, `closed NAME BYTES` where it ended before a whole request, or
    /// `request NAME BYTES` once one was read.
    func outcome() async -> String? { await output.next() }

    /// Whether the next connection was given up without a byte of a request.
    func gotNothing(under certificate: String) async -> Bool {
        ["refused \(certificate)", "closed \(certificate) 0"].contains(await outcome())
    }

    private func stop() {
        try? input.fileHandleForWriting.close()
        process.terminate()
        try? FileManager.default.removeItem(at: folder)
    }

    private static let program = """
        import os, socket, ssl, sys, threading

        def tell(*words):
            os.write(1, (" ".join(map(str, words)) + "\\n").encode())

        def answer(name, connection, context):
            try:
                stream = context.wrap_socket(connection, server_side=True)
            except OSError:
                return tell("refused", name)
            data, served = b"", False
            while True:
                try:
                    piece = stream.recv(65536)
                except OSError:
                    piece = b""
                if not piece:
                    return served or tell("closed", name, len(data))
                data += piece
                if data.endswith(b"}"):
                    tell("request", name, len(data))
                    data, served = b"", True
                    stream.sendall(b"HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\n\\r\\nok")

        def serve(name, listener, context):
            while True:
                connection = listener.accept()[0]
                threading.Thread(target=answer, args=(name, connection, context), daemon=True).start()

        for name in sys.argv[2:]:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(f"{sys.argv[1]}/{name}.pem", f"{sys.argv[1]}/{name}.key")
            listener = socket.create_server(("127.0.0.1", 0))
            tell("listening", name, listener.getsockname()[1])
            threading.Thread(target=serve, args=(name, listener, context), daemon=True).start()
        sys.stdin.read()
        """
}

/// Lines of another process, read on a thread of their own.
final class LineReader: Sendable {
    private let lines: AsyncStream<String>

    init(_ file: FileHandle) {
        let (lines, continuation) = AsyncStream.makeStream(of: String.self)
        self.lines = lines
        let descriptor = dup(file.fileDescriptor)
        Thread {
            let stream = fdopen(descriptor, "r")
            var line: UnsafeMutablePointer<CChar>?
            var capacity = 0
            while getline(&line, &capacity, stream) > 0, let line {
                continuation.yield(String(cString: line).trimmingCharacters(in: .newlines))
            }
            free(line)
            fclose(stream)
            continuation.finish()
        }.start()
    }

    func next() async -> String? {
        for await line in lines { return line }
        return nil
    }
}
