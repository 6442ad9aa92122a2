import Foundation
import Outreach
import Storage
import Testing

/// The repository's own Channels folder.
enum ShippedChannels {
    static let folder = (1...5).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent() }
        .appending(path: "Channels", directoryHint: .isDirectory)

    static func preset(_ slug: String) throws -> ChannelPreset {
        let text = try String(contentsOf: folder.appending(path: "\(slug).yaml"), encoding: .utf8)
        return try #require(ChannelFiles.readPreset(text, file: "Channels/\(slug).yaml").preset)
    }
}

@Suite("The presets and channels that come with Loa")
struct ShippedChannelTests {
    @Test("All of them are read without a problem")
    func load() {
        let found = ChannelFiles.load(folder: ShippedChannels.folder)
        for problem in found.problems { Issue.record("\(problem.message.english)") }
        #expect(
            found.presets.map(\.slug.description) == [
                "discord", "facebook-page", "generic-json", "local-receiver", "loudspeaker", "matrix", "mattermost",
                "notice-board", "printed-matter", "slack", "telegram", "wordpress", "zalo-bot", "zalo-group", "zalo-oa",
            ])
        #expect(found.channels.count == 7 && found.resolved.count == 7)
    }

    @Test("Only channels a person serves are enabled, and what still has to be filled in says so")
    func samples() {
        for resolved in ChannelFiles.load(folder: ShippedChannels.folder).resolved {
            #expect(resolved.channel.isEnabled == (resolved.byHand != nil))
            #expect(resolved.channel.placeholders.isEmpty == resolved.channel.isEnabled)
        }
    }

    @Test("No preset reaches this machine or goes in clear, except the test receiver")
    func egress() {
        for preset in ChannelFiles.load(folder: ShippedChannels.folder).presets {
            guard case .webhook(let webhook) = preset.delivery else { continue }
            #expect(webhook.egress.allowsLoopback == (preset.slug.description == "local-receiver"))
            #expect(webhook.egress.schemes.contains(.http) == (preset.slug.description == "local-receiver"))
        }
    }

    @Test("Every preset says where its facts come from and when they were looked up")
    func sources() throws {
        let earliest = try #require(Day("2026-11-23"))
        for preset in ChannelFiles.load(folder: ShippedChannels.folder).presets {
            #expect(preset.source.date >= earliest && !preset.source.title.isEmpty, "\(preset.slug)")
            guard case .webhook = preset.delivery, preset.slug.description != "local-receiver" else { continue }
            #expect(preset.source.url?.hasPrefix("https://") == true, "\(preset.slug)")
        }
    }

    @Test("A network that promises nothing is never tried again after an answer that may hide a post")
    func cautiousRetries() {
        for preset in ChannelFiles.load(folder: ShippedChannels.folder).presets {
            guard case .webhook(let webhook) = preset.delivery, webhook.idempotency == .none else { continue }
            for status in [500, 502, 504] { #expect(!webhook.retry.statuses.match(status), "\(preset.slug)") }
        }
    }

    @Test("Loudspeakers are silent at night and wait for the play log")
    func loudspeaker() throws {
        let preset = try ShippedChannels.preset("loudspeaker")
        let day = try #require(Day("2026-06-01"))
        #expect(
            preset.hours.openSpans(of: day).map { "\($0.from)-\($0.endMinute)" } == [
                "05:00-420", "10:30-690", "16:30-1110",
            ])
        guard case .byHand(let byHand) = preset.delivery else { return #expect(Bool(false)) }
        #expect(byHand.waitFor == .playLog && byHand.steps.count == 3)
        #expect(preset.notAfter == .seconds(43_200) && preset.targets == ["clusters"])
    }

    @Test("Everything a webhook file says is in the preset")
    func completeness() throws {
        let preset = try ShippedChannels.preset("facebook-page")
        guard case .webhook(let webhook) = preset.delivery else { return #expect(Bool(false)) }
        #expect(preset.kind == .social && preset.secrets == ["page_token"] && preset.targets == ["page_id"])
        #expect(preset.text == TextLimit(maximum: 63_206, overflow: .refuse) && preset.dailyLimit == 10)
        #expect(preset.source.date == Day("2026-11-23"))
        #expect(webhook.limits == DeliveryLimits(rate: RequestRate("6/m"), burst: 1, concurrency: 1))
        #expect(webhook.timeouts == DeliveryTimeouts(connect: .seconds(5), total: .seconds(30)))
        #expect(webhook.retry == RetryPolicy(onConnect: true, statuses: [.code(429), .code(503)], schedule: .standard))
        #expect(webhook.disable.statuses == [.code(410)] && webhook.disable.conditions.count == 3)
        #expect(webhook.disable.afterFailing == .seconds(432_000))
        #expect(webhook.metrics.map(\.after) == [[.seconds(86_400), .seconds(604_800), .seconds(2_419_200)]])
        #expect(webhook.metrics.first?.values.map(\.metric) == [.reactions, .comments, .shares])
        #expect(webhook.steps.map(\.role) == [.publish, .publish] && webhook.idempotency == .none)
    }
}

@Suite("Channels/README.md")
struct ChannelsREADMETests {
    @Test("Its examples are read without a problem")
    func examples() throws {
        let text = try String(contentsOf: ShippedChannels.folder.appending(path: "README.md"), encoding: .utf8)
        let examples = text.split(separator: "```").filter { $0.hasPrefix("yaml\n") }.map { String($0.dropFirst(5)) }
        try #require(examples.count == 2)
        let (preset, problems) = ChannelFiles.readPreset(examples[0], file: "notice-service.yaml")
        #expect(problems.map(\.message.english) == [])
        let register = ChannelFiles.readRegister(examples[1], file: "channels.yaml", presets: [try #require(preset)])
        #expect(register.problems.map(\.message.english) == [])
        #expect(register.channels.count == 1)
    }
}
