import Foundation
import Outreach
import Testing

@testable import Office
@testable import Operations

/// A channel from its kind to its first use, without anybody touching a file.
@Suite("Registering channels")
struct ChannelRegistrationTests {
    private func hook(target: [String: String] = ["port": "9", "path": "moi"]) throws -> Channel {
        let (from, to) = (try #require(TimeOfDay("07:00")), try #require(TimeOfDay("17:00")))
        let span = try #require(ClockSpan(from: from, to: to))
        return Channel(
            slug: try slug("moc-moi"), preset: try slug("hook"), unit: try slug("east-culture"),
            name: LocalizedText(vi: "Móc “mới”: \\ và \"nháy\"", en: "New hook"), target: target,
            windows: [PostingWindow(days: try #require(PostingDays("mon-fri")), span: span)], dailyLimit: 3,
            isEnabled: true)
    }

    @Test("a channel is added out of use, filled in, given its secret, and switched on")
    func wholeWay() async throws {
        try await Office.open { office in
            let (workspace, admin) = (office.workspace, try office.user("admin"))
            let channel = try hook()
            try await workspace.addChannel(channel, as: admin, mode: .perform)
            var status = try await workspace.channelStatus(channel.slug)
            #expect(!status.channel.channel.isEnabled && status.missingSecrets == ["moc-moi.token"])
            #expect(status.channel.channel.name == channel.name && status.channel.channel.windows == channel.windows)

            try await workspace.changeChannel(
                channel.slug, name: LocalizedText(vi: "Móc", en: "Hook"), target: ["port": "9", "path": "khac"],
                as: admin, mode: .perform)
            try await workspace.storeChannelSecret(
                " b1-mat \n", named: "token", of: channel.slug, as: admin, mode: .perform)
            try await workspace.setChannelInUse(channel.slug, true, as: admin, mode: .perform)
            status = try await workspace.channelStatus(channel.slug)
            #expect(status.isReady && status.channel.channel.target["path"] == "khac")

            let secret = office.folder.appending(path: "secrets/moc-moi.token")
            #expect(try String(contentsOf: secret, encoding: .utf8) == "b1-mat")
            let mode = try FileManager.default.attributesOfItem(atPath: secret.path)[.posixPermissions] as? NSNumber
            #expect(mode?.intValue == 0o600)
            // An import of the folder finds just that.
            let again = try await workspace.importContent(as: admin, mode: .rehearse)
            #expect(again.problems.isEmpty && again.effects["channel register"]?[.changed] == nil)
            let log = try await workspace.auditEntries(limit: 10, subject: "moc-moi", as: admin)
            #expect(
                log.map(\.action).sorted() == ["channels.add", "channels.change", "channels.secret", "channels.use"])
            #expect(!log.contains { $0.detail.contains("b1-mat") })
        }
    }

    @Test("other entries of the register and its comments stay as they were written")
    func others() async throws {
        try await Office.open { office in
            let file = office.folder.appending(path: "Channels/channels.yaml")
            let before = "# Ghi chú của xã\n" + (try String(contentsOf: file, encoding: .utf8))
            try await office.rewrite("Channels/channels.yaml", before)
            try await office.workspace.addChannel(try hook(), as: try office.user("admin"), mode: .perform)
            #expect(try String(contentsOf: file, encoding: .utf8).hasPrefix(before.trimmed))
        }
    }

    @Test("what the preset does not know, a wrong unit and an id that is taken are refused, and nothing changes")
    func refusals() async throws {
        try await Office.open { office in
            let (workspace, admin) = (office.workspace, try office.user("admin"))
            let file = office.folder.appending(path: "Channels/channels.yaml")
            let before = try String(contentsOf: file, encoding: .utf8)
            for wrong in [try hook(target: ["port": "9"]), try hook(target: ["port": "9", "path": "x", "host": "y"])] {
                await #expect(throws: (any Error).self) {
                    try await workspace.addChannel(wrong, as: admin, mode: .perform)
                }
            }
            let page = Channel(
                slug: try slug("page"), preset: try slug("hook"), unit: try slug("east-culture"),
                name: LocalizedText(vi: "A", en: "A"), target: ["port": "9", "path": "x"], isEnabled: false)
            await #expect(throws: PublishingError.self) {
                try await workspace.addChannel(page, as: admin, mode: .perform)
            }
            // The environment has this one, and comes first.
            await #expect(throws: (any Error).self) {
                try await workspace.storeChannelSecret(
                    "khac", named: "token", of: try slug("page"), as: admin, mode: .perform)
            }
            await #expect(throws: PublishingError.self) {
                try await workspace.storeChannelSecret(
                    "x", named: "../../loa", of: try slug("page"), as: admin, mode: .perform)
            }
            #expect(try String(contentsOf: file, encoding: .utf8) == before)
        }
    }

    @Test("an administrator of one unit hands in its secrets and registers nothing")
    func rights() async throws {
        try await Office.open { office in
            let (workspace, admin) = (office.workspace, try office.user("admin"))
            for (name, unit) in [("dong", "east"), ("tay-a", "west")] {
                _ = try await workspace.addUser(
                    try slug(name), name: name, grant: Grant(role: .administrator, unit: try slug(unit)), as: admin,
                    mode: .perform)
            }
            let channel = try hook()
            try await workspace.addChannel(channel, as: admin, mode: .perform)
            for name in ["lan", "dong", "tay-a"] {
                await #expect(throws: OrganisationError.self) {
                    try await workspace.setChannelInUse(channel.slug, true, as: try office.user(name), mode: .perform)
                }
            }
            try await workspace.storeChannelSecret(
                "cua-dong", named: "token", of: channel.slug, as: try office.user("dong"), mode: .perform)
            for name in ["lan", "tay-a"] {
                await #expect(throws: OrganisationError.self) {
                    try await workspace.storeChannelSecret(
                        "khac", named: "token", of: channel.slug, as: try office.user(name), mode: .perform)
                }
            }
        }
    }
}
