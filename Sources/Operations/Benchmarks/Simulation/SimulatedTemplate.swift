import Foundation
import Outreach
import Storage

/// The workspace every run of the simulation begins with, made once and copied.
struct SimulatedTemplate {
    static let author = "sim-author"
    static let approver = "sim-approver"
    static let otherApprover = "sim-other-approver"

    private let root: URL

    /// - Parameter source: a folder with content to begin with; only its units are used.
    init(in folder: URL, copying source: URL) async throws {
        root = folder.appending(path: "template")
        try WorkspaceCreation.create(at: root, name: "Simulation", copying: source)
        let channels = WorkspaceFolder(root: root).channels
        for file in try FileManager.default.contentsOfDirectory(at: channels, includingPropertiesForKeys: nil) {
            try FileManager.default.removeItem(at: file)
        }
        let workspace = try await Workspace(at: root)
        _ = try await workspace.importContent(as: .program, mode: .perform)
        let tree = try await workspace.database.read { try $0.unitTree() }
        for (name, text) in try SimulatedChannels.files(in: root, tree) {
            try Data(text.utf8).write(to: channels.appending(path: name))
        }
        _ = try await workspace.importContent(as: .program, mode: .perform)
        let users = [
            (SimulatedTemplate.author, Role.editor), (SimulatedTemplate.approver, .approver),
            (SimulatedTemplate.otherApprover, .approver),
        ]
        try await workspace.database.write { tx in
            for (name, role) in users {
                guard let id = Slug(name) else { continue }
                try tx.put(User(id: id, name: name, grants: [Grant(role: role, unit: nil)]))
            }
        }
        // Everything in one file, so that it can be copied.
        try await workspace.database.copy(to: root.appending(path: "copy.db"))
    }

    /// A fresh copy for one run.
    func copy(to target: URL) throws {
        let files = FileManager.default
        let (origin, folder) = (WorkspaceFolder(root: root), WorkspaceFolder(root: target))
        for part in [folder.content, folder.channels] {
            try files.createDirectory(at: part, withIntermediateDirectories: true)
        }
        try folder.prepareState()
        try files.copyItem(at: root.appending(path: "copy.db"), to: folder.databaseFile)
        try folder.writeInstance(origin.instance() ?? "")
    }
}

/// Channels of every promise, each with a receiver of its own.
private enum SimulatedChannels {
    static func files(in root: URL, _ tree: UnitTree) throws -> [(name: String, text: String)] {
        let unit = try DeliveryWorkspace.unit(in: root)
        // A committee posts, too, and is no part of the tree of units.
        let committee = tree.committees.keys.min()?.description ?? unit
        let channels = ["key", "key", "none", "none", "probe", "slow"].enumerated().map { number, preset in
            """
              - id: \(preset)-\(number + 1)
                preset: \(preset)
                unit: \(number % 3 == 1 ? committee : unit)
                name: {vi: "Kênh \(number + 1)", en: "Channel \(number + 1)"}
                target: {port: "\(8001 + number)"}
                enabled: true

            """
        }
        return [
            ("channels.yaml", "channels:\n" + channels.joined()),
            ("key.yaml", preset("key", "idempotency: key\nlimits: {concurrency: 2}")),
            ("none.yaml", preset("none", "idempotency: none\nlimits: {concurrency: 2}")),
            ("slow.yaml", preset("slow", "idempotency: key\nlimits: {rate: 4/m, burst: 2}")),
            ("probe.yaml", preset("probe", probe)),
        ]
    }

    private static let probe = """
        idempotency:
          probe:
            url: "http://127.0.0.1:{{target.port}}/probe/{{post.id}}"
            capture: {id: /id}
            absent: {status: 404}
            after: 30s
        """

    private static func preset(_ name: String, _ rest: String) -> String {
        """
        channel: \(name)
        name: {vi: "Mô phỏng", en: "Simulation"}
        kind: social
        source: {title: "Loa", date: 2026-11-28}
        target: [port]
        egress: {schemes: [http], hosts: [127.0.0.1], allow: loopback}
        timeouts: {connect: 2s, total: 10s}
        send:
          - id: post
            method: POST
            url: "http://127.0.0.1:{{target.port}}/post"
            headers: {Idempotency-Key: "{{post.key}}"}
            json: {text: "{{post.text}}"}
            success: {status: 2xx}
            capture: {id: /id}
        receipt: {id: "{{steps.post.id}}"}
        retry: {on: [connect, 429, 5xx], schedule: [5s, 1m, 5m, 30m, 2h], jitter: 0.2}
        \(rest)

        """
    }
}
