import ArgumentParser
import Documents
import Operations
import Outreach

struct ChannelsList: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: say("Liệt kê kênh.", "List channels."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    func run(in context: Context) async throws {
        let statuses = try await context.workspace.channelStatuses()
        if output.json { return try context.console.json(statuses.map(ChannelOutput.init)) }
        context.console.table(
            [Heading.channel, Heading.kind, Heading.unit, Heading.state, Heading.name],
            statuses.map { status in
                [
                    .text(status.channel.slug.description), .text(status.channel.kind.rawValue),
                    .text(status.channel.channel.unit.description), .text(status.words(context.console.language)),
                    .text(status.channel.channel.name(context.console.language)),
                ]
            })
    }
}

struct ChannelsShow: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: say("Xem một kênh.", "Show a channel."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: ArgumentHelp(say("Mã kênh.", "The channel.")))
    var channel: Slug

    func run(in context: Context) async throws {
        let status = try await context.workspace.channelStatus(channel)
        if output.json { return try context.console.json(ChannelOutput(status)) }
        let (language, resolved) = (context.console.language, status.channel)
        context.console.write(
            """
            \(resolved.channel.name(language))
            \(Heading.state(language)): \(status.words(language))
            \(Heading.unit(language)): \(resolved.channel.unit)
            \(say("Mẫu", "Preset")): \(resolved.preset.slug) (\(resolved.preset.source.title), \(resolved.preset.source.date.written))
            """)
        for (name, value) in resolved.channel.target.sorted(by: { $0.key < $1.key }) {
            context.console.write("\(name): \(value)")
        }
        for secret in status.secrets {
            context.console.write(
                "\(secret.storedName): \(secret.fingerprint.map { "•••• \($0)" } ?? say("chưa đặt", "not set"))")
        }
    }
}

extension ChannelStatus {
    fileprivate func words(_ language: Language) -> String {
        let message =
            if let disabledReason {
                Message(
                    vi: "bị tắt: \(disabledReason.vietnamese)", en: "switched off: \(disabledReason.english)")
            } else if !channel.channel.isEnabled {
                Message(vi: "chưa bật", en: "not enabled")
            } else if !missingSecrets.isEmpty {
                Message(vi: "thiếu mã bí mật", en: "secret missing")
            } else if channel.byHand != nil {
                Message(vi: "đăng tay", en: "by hand")
            } else {
                Message(vi: "sẵn sàng", en: "ready")
            }
        return message(language)
    }
}

/// A channel as data; secrets by fingerprint only.
private struct ChannelOutput: Encodable {
    let id: Slug
    let preset: Slug
    let kind: ChannelKind
    let unit: Slug
    let name: LocalizedText
    let isEnabled: Bool
    let isReady: Bool
    let isByHand: Bool
    let disabledReason: Message?
    let target: [String: String]
    let secrets: [String: String?]

    init(_ status: ChannelStatus) {
        id = status.channel.slug
        preset = status.channel.preset.slug
        kind = status.channel.kind
        unit = status.channel.channel.unit
        name = status.channel.channel.name
        isEnabled = status.channel.channel.isEnabled
        isReady = status.isReady
        isByHand = status.channel.byHand != nil
        disabledReason = status.disabledReason
        target = status.channel.channel.target
        secrets = Dictionary(status.secrets.map { ($0.storedName, $0.fingerprint) }) { first, _ in first }
    }
}
