import Foundation
import HTTPTypes
import Operations
import Outreach
import Testing

@testable import Office
@testable import Web

@Suite("The trial channel of the first steps")
struct TrialTests {
    /// The one that comes with Loa.
    private static let preset = try? Data(
        contentsOf: (1...4).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent() }
            .appending(path: "Channels/local-receiver.yaml"))

    @Test("an address that is nobody's takes nothing")
    func strangers() async throws {
        try await Site.open { site in
            let answer = try await site.stranger.send(.post, "/trial/guessed", body: #"{"text": "Xin chào"}"#)
            #expect(answer.status == 404)
        }
    }

    @Test("only an administrator of the whole workspace opens it")
    func editors() async throws {
        try await Site.open { site in
            let answer = try await site.visitor("lan").post("/start/trial", ["unit": "east"])
            #expect(answer.status == 403)
            let caller = try site.office.user("lan")
            await #expect(throws: OrganisationError.self) {
                try await site.office.workspace.registerTrialChannel(of: try slug("east"), port: 8111, as: caller)
            }
        }
    }

    @Test("opening it again moves it, and leaves every other channel as it was")
    func again() async throws {
        try await Site.open { site in
            let workspace = site.office.workspace
            let admin = try site.office.user("admin")
            let preset = try #require(TrialTests.preset)
            try preset.write(
                to: site.office.folder.appending(path: "Channels/local-receiver.yaml"), options: .atomic)
            _ = try await workspace.importContent(as: admin, mode: .perform)
            let before = try await workspace.resolvedChannels()
            try await workspace.registerTrialChannel(of: try slug("east"), port: 8111, as: admin)
            try await workspace.registerTrialChannel(of: try slug("east-youth"), port: 8222, as: admin)
            let after = try await workspace.resolvedChannels()
            let trial = try #require(after.first { $0.slug == Workspace.trialChannel }?.channel)
            #expect(trial.unit == (try slug("east-youth")))
            #expect(trial.target["port"] == "8222")
            #expect(after.filter { $0.slug != Workspace.trialChannel } == before)

            let path = try #require(trial.target["path"])
            let answer = try await site.stranger.send(.post, "/\(path)", body: #"{"text": "Xin chào"}"#)
            #expect(answer.status == 200)
            #expect(try await site.visitor("admin").get("/start").body.contains("Xin chào"))
        }
    }
}
