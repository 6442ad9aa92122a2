import Foundation
import Outreach
import Storage

/// A throw-away workspace with one channel whose receiver honours keys and one whose receiver promises nothing.
enum SweptWorkspace {
    /// The one under a key first.
    static let channels = ["keyed", "plain"].compactMap { Slug($0) }

    static func make(at root: URL, copying source: URL, ports: [Int]) async throws -> Workspace {
        try WorkspaceCreation.create(at: root, name: "Sweep", copying: source)
        let folder = WorkspaceFolder(root: root).channels
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            try FileManager.default.removeItem(at: file)
        }
        let unit = try DeliveryWorkspace.unit(in: root)
        let register = zip(channels, ports).map { channel, port in
            """
              - id: \(channel)
                preset: \(channel)
                unit: \(unit)
                name: {vi: "Kênh \(channel)", en: "Channel \(channel)"}
                target: {port: "\(port)"}
                enabled: true

            """
        }
        let files = [
            ("channels.yaml", "channels:\n" + register.joined()), ("keyed.yaml", preset("keyed", "key")),
            ("plain.yaml", preset("plain", "none")),
        ]
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
        let workspace = try await Workspace(at: root)
        _ = try await workspace.importContent(as: .program, mode: .perform)
        return workspace
    }

    private static func preset(_ name: String, _ promise: String) -> String {
        """
        channel: \(name)
        name: {vi: "Bị giết", en: "Killed"}
        kind: social
        source: {title: "Loa", date: 2026-11-28}
        target: [port]
        egress: {schemes: [http], hosts: [127.0.0.1], allow: loopback}
        limits: {concurrency: 4}
        timeouts: {connect: 2s, total: 5s}
        send:
          - id: post
            method: POST
            url: "http://127.0.0.1:{{target.port}}/post"
            headers: {Idempotency-Key: "{{post.key}}"}
            json: {text: "{{post.text}}"}
            success: {status: 2xx}
        idempotency: \(promise)
        retry: {on: [connect, 429, 503], schedule: [1s, 2s, 5s, 5s, 5s], jitter: 0.2}

        """
    }
}
