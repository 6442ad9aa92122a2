import Foundation
import Operations
import Outreach
import Testing

@testable import Office

/// A fresh workspace with the repository's own content, and channels of its own that lead to a port on loopback.
struct PipelineFixture {
    let folder: URL
    let workspace: Workspace
    let clock: TurnedClock

    init(port: Int) async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "loa-pipeline-\(UUID().uuidString)")
        try WorkspaceCreation.create(at: folder, name: "Thử", copying: Repository.folder)
        let register = folder.appending(path: "Channels/channels.yaml")
        try Data(PipelineFixture.register(port: port).utf8).write(to: register)
        let start = try #require(Instant("2027-05-20T08:00:00+07:00"))
        clock = TurnedClock(start)
        workspace = try await Workspace(at: folder, time: clock.source, environment: [:])
    }

    func remove() {
        try? FileManager.default.removeItem(at: folder)
    }

    private static func register(port: Int) -> String {
        """
        channels:
          - id: page
            preset: local-receiver
            unit: vh-thanh-xuan
            name: {vi: "Trang", en: "Page"}
            target: {port: "\(port)", path: "page"}
            windows: [{days: mon-sun, from: "06:00", to: "21:00"}]
            daily_limit: 3
            enabled: true
          - id: loudspeaker
            preset: loudspeaker
            unit: vh-thanh-xuan
            name: {vi: "Loa xã", en: "Loudspeakers"}
            target: {clusters: "12"}
            enabled: true

        """
    }
}
