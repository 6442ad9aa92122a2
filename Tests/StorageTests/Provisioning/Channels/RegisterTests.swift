import Foundation
import Outreach
import Storage
import Testing

@Suite("The register of channels")
struct RegisterTests {
    private static let sound = """
        channels:
          - id: telegram-xa
            preset: telegram
            unit: doan-xa
            name: {vi: "Kênh xã", en: "Commune channel"}
            target: {chat_name: doan_xa}
            audiences: [youth]
            windows: [{days: mon-fri, from: "08:00", to: "17:00"}]
            daily_limit: 2
            secrets: {bot_token: shared.bot}
            enabled: true
        """

    private func read(_ text: String) throws -> (channels: [Channel], problems: [String]) {
        let presets = try ["telegram", "wordpress", "local-receiver"].map(ShippedChannels.preset)
        let (channels, problems) = ChannelFiles.readRegister(
            text, file: "Channels/channels.yaml", presets: presets, units: [try #require(Slug("doan-xa"))],
            audiences: [try #require(Slug("youth"))])
        return (channels, problems.map(\.message.english))
    }

    @Test("Everything an entry says is in the channel and overrides its preset")
    func sound() throws {
        let (channels, problems) = try read(Self.sound)
        #expect(problems == [])
        let channel = try #require(channels.first)
        #expect(channel.slug.description == "telegram-xa" && channel.unit.description == "doan-xa")
        #expect(channel.target == ["chat_name": "doan_xa"] && channel.audiences.map(\.description) == ["youth"])
        let resolved = try #require(ResolvedChannel(channel, preset: try ShippedChannels.preset("telegram")))
        let monday = try #require(Day("2026-06-01"))
        #expect(resolved.hours.openSpans(of: monday).map(\.endMinute) == [1020])
        #expect(resolved.hours.openSpans(of: monday + 5) == [])
        #expect(resolved.hours.quietHours != nil)
        #expect(resolved.dailyLimit == 2 && resolved.storedName(ofSecret: "bot_token") == "shared.bot")
        #expect(try resolved.allowedHosts() == ["api.telegram.org"])
    }

    @Test("What an entry leaves out comes from its preset")
    func defaults() throws {
        let text = """
            channels:
              - {id: a, preset: telegram, unit: doan-xa, name: {vi: A, en: A}, target: {chat_name: a}, enabled: false}
            """
        let channel = try #require(try read(text).channels.first)
        let resolved = try #require(ResolvedChannel(channel, preset: try ShippedChannels.preset("telegram")))
        #expect(resolved.dailyLimit == 10 && resolved.storedName(ofSecret: "bot_token") == "a.bot_token")
        #expect(resolved.hours == resolved.preset.hours && channel.audiences.isEmpty)
    }

    @Test(
        "One wrong line",
        arguments: [
            (
                "preset: telegram", "preset: telegran",
                ":3: channels[1].preset: there is no “telegran”. Did you mean “telegram”?"
            ),
            (
                "preset: telegram", "preset: mastodon",
                ":3: channels[1].preset: there is no “mastodon”. Create Channels/mastodon.yaml."
            ),
            (
                "unit: doan-xa", "unit: doan-xaa",
                ":4: channels[1].unit: there is no “doan-xaa”. Did you mean “doan-xa”?"
            ),
            ("[youth]", "[youths]", ":7: channels[1].audiences[1]: there is no “youths”. Did you mean “youth”?"),
            ("target: {chat_name: doan_xa}", "", "The channel “telegram-xa” lacks target.chat_name."),
            (
                "{chat_name: doan_xa}", "{chat_nam: doan_xa}",
                ":6: The preset telegram has no target.chat_nam. Did you mean “chat_name”?"
            ),
            (
                "doan_xa}", "\"FILL-IN: name\"}",
                ":6: The channel “telegram-xa” is enabled but target.chat_name is not filled in."
            ),
            ("bot_token:", "bot_tokn:", ":10: The preset telegram has no secrets.bot_tokn. Did you mean “bot_token”?"),
            ("shared.bot", "123:ABC", ":10: secrets.bot_token is the name a secret is stored under"),
            ("enabled: true", "enabled: yes", ":11: channels[1].enabled: expected true or false, found “yes”."),
            ("enabled: true", "", ":2: channels[1]: the key “enabled” is missing."),
            ("daily_limit: 2", "daily_limit: 0", ":9: channels[1].daily_limit: expected a whole number from 1"),
            ("daily_limit:", "dailylimit:", ":9: Unknown key “dailylimit”. Did you mean “daily_limit”?"),
        ])
    func oneWrongLine(_ original: String, _ change: String, _ expected: String) throws {
        let (channels, problems) = try read(Self.sound.replacingFirst(original, with: change))
        #expect(channels.isEmpty)
        #expect(problems.contains { $0.contains(expected) }, "\(problems)")
    }

    @Test("A host, port or path that cannot work is found when the file is read")
    func rehearsal() throws {
        let entry = { (preset: String, target: String) in
            "channels:\n  - {id: a, preset: \(preset), unit: doan-xa, name: {vi: A, en: A}, target: \(target), enabled: false}"
        }
        let problems = { (preset: String, target: String) in try self.read(entry(preset, target)).problems }
        #expect(
            try problems("wordpress", "{host: \"https://a.vn\", user: u, category: 1}").first?
                .contains("“{{target.host}}” does not give a valid host name") == true)
        #expect(
            try problems("wordpress", "{host: a.vn, user: \"a:b\", category: 1}").first?.contains("user name holds “:”")
                == true)
        #expect(
            try problems("local-receiver", "{port: 80a, path: in}").first?.contains("does not give a port") == true)
        #expect(
            try problems("local-receiver", "{port: 8025, path: /in}").first?.contains("path segment that is empty")
                == true)
        #expect(try problems("local-receiver", "{port: 8025, path: in}") == [])
    }

    @Test("An id given twice is a mistake, and the other entries stay usable")
    func duplicates() throws {
        let entry = { (id: String) in
            "\n  - {id: \(id), preset: telegram, unit: doan-xa, name: {vi: A, en: A}, target: {chat_name: a}, enabled: false}"
        }
        let (channels, problems) = try read("channels:" + entry("a") + entry("a") + entry("b"))
        #expect(channels.map(\.slug.description) == ["a", "b"])
        #expect(problems == ["Channels/channels.yaml:3: There already is a channel “a”. Choose another id."])
    }
}

@Suite("A Channels folder")
struct ChannelFolderTests {
    private func folder(_ files: [String: String]) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "channels-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in files {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        return folder
    }

    @Test("A broken preset is named once, its channels wait for it, and the rest can be used")
    func brokenPreset() throws {
        let shipped = try String(contentsOf: ShippedChannels.folder.appending(path: "telegram.yaml"), encoding: .utf8)
        let folder = try folder([
            "telegram.yaml": shipped, "broken.yaml": "channel: broken\n", "old.yml": "", "README.md": "",
            "channels.yaml": """
            channels:
              - {id: a, preset: broken, unit: u, name: {vi: A, en: A}, enabled: false}
              - {id: b, preset: telegram, unit: u, name: {vi: B, en: B}, target: {chat_name: b}, enabled: false}
            """,
        ])
        defer { try? FileManager.default.removeItem(at: folder) }
        let found = ChannelFiles.load(folder: folder)
        #expect(found.presets.map(\.slug.description) == ["telegram"])
        #expect(found.channels.map(\.slug.description) == ["b"])
        let messages = found.problems.map(\.message.english)
        #expect(messages.contains { $0.hasSuffix("old.yml: This file is not read. Rename it to .yaml.") })
        #expect(messages.contains { $0.contains("channels.yaml:2: The preset “broken” has mistakes") })
    }

    @Test("A missing register, a missing folder and bytes that are no UTF-8 are said plainly")
    func missing() throws {
        let empty = try folder([:])
        defer { try? FileManager.default.removeItem(at: empty) }
        try Data([0x63, 0xC3, 0x28]).write(to: empty.appending(path: "a.yaml"))
        let messages = ChannelFiles.load(folder: empty).problems.map(\.reason.english)
        #expect(
            messages == ["The file is not UTF-8. Save it again as UTF-8.", "The file is missing or cannot be read."])
        #expect(ChannelFiles.load(folder: empty.appending(path: "none")).problems.count == 2)
    }
}
