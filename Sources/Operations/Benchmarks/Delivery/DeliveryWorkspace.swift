import Foundation
import Outreach
import Storage

/// A throw-away workspace whose channels all lead to receivers on this machine.
enum DeliveryWorkspace {
    /// The channel to measure on, where there is only one.
    static let channel = "bench-1"

    /// - Parameters:
    ///   - source: a folder with content to begin with; only its units are used.
    ///   - ports: of the receivers, one channel each.
    static func make(
        at root: URL, copying source: URL, ports: [Int], path: String = "post", concurrency: Int,
        promise: IdempotencyPromise = .key
    ) async throws -> Workspace {
        try WorkspaceCreation.create(at: root, name: "Bench", copying: source)
        let channels = WorkspaceFolder(root: root).channels
        for file in try FileManager.default.contentsOfDirectory(at: channels, includingPropertiesForKeys: nil) {
            try FileManager.default.removeItem(at: file)
        }
        try write(preset(concurrency: concurrency, promise), to: channels.appending(path: "bench.yaml"))
        let unit = try DeliveryWorkspace.unit(in: root)
        let register = ports.enumerated().map { number, port in
            channel("bench-\(number + 1)", unit: unit, port: port, path: path)
        }
        try write("channels:\n" + register.joined(), to: channels.appending(path: "channels.yaml"))
        let workspace = try await Workspace(at: root)
        _ = try await workspace.importContent(as: .program, mode: .perform)
        return workspace
    }

    private static func write(_ text: String, to file: URL) throws { try Data(text.utf8).write(to: file) }

    /// The first unit of the content.
    static func unit(in root: URL) throws -> String {
        let text = try String(
            contentsOf: WorkspaceFolder(root: root).content.appending(path: "units.yaml"), encoding: .utf8)
        guard let match = text.firstMatch(of: /- \{?id: *([a-z0-9-]+)/) else { throw WorkspaceError.badName }
        return String(match.1)
    }

    /// Plain JSON without a signature, as the raw loop sends it; the time limit is short so that receivers that hang are
    /// given up while the run lasts.
    private static func preset(concurrency: Int, _ promise: IdempotencyPromise) -> String {
        """
        channel: bench
        name: {vi: "Đo tốc độ", en: "Benchmark"}
        kind: social
        source: {title: "Loa", date: 2026-11-28}
        target: [port, path]
        egress: {schemes: [http], hosts: [127.0.0.1], allow: loopback}
        limits: {concurrency: \(concurrency)}
        timeouts: {connect: 2s, total: 5s}
        send:
          - id: post
            method: POST
            url: "http://127.0.0.1:{{target.port}}/{{target.path}}"
            headers: {\(promise == .key ? "Idempotency-Key" : "X-Post"): "{{post.key}}"}
            json:
              id: "{{post.id}}"
              channel: "{{channel.id}}"
              title: "{{post.title}}"
              text: "{{post.text}}"
              moment: "{{post.moment}}"
            success: {status: 2xx}
        idempotency: \(promise.rawValue)
        retry: {on: [connect, 429, 5xx], schedule: [5s, 1m, 5m, 30m, 2h], jitter: 0.2}

        """
    }

    private static func channel(_ id: String, unit: String, port: Int, path: String) -> String {
        """
          - id: \(id)
            preset: bench
            unit: \(unit)
            name: {vi: "Đo \(id)", en: "Measure \(id)"}
            target: {port: "\(port)", path: "\(path)"}
            enabled: true

        """
    }
}
