import ArgumentParser
import Operations
import Outreach

/// Which channel is switched, and why.
struct SwitchOptions: ParsableArguments {
    @Argument(help: ArgumentHelp(say("Mã kênh.", "The channel.")))
    var channel: Slug

    @Option(help: ArgumentHelp(say("Vì sao; mọi người sẽ thấy.", "Why; everybody will see it.")))
    var reason: String
}

struct ChannelsEnable: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "enable",
        abstract: say(
            "Bật lại kênh bị tắt hoặc đang nghỉ theo hẹn của máy nhận, nêu đã sửa gì.",
            "Switch on a channel that is off or rests as its receiver asked, saying what was put right."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var options: SwitchOptions

    func run(in context: Context) async throws {
        let enabling = try await context.workspace.enableChannel(
            options.channel, reason: options.reason, as: context.caller(), mode: change.mode)
        context.console.say(enabling.message)
    }
}

struct ChannelsDisable: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable",
        abstract: say(
            "Tắt một kênh; bài của kênh vẫn nằm chờ.", "Switch a channel off; its posts stay in the queue."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var options: SwitchOptions

    func run(in context: Context) async throws {
        try await context.workspace.disableChannel(
            options.channel, reason: options.reason, as: context.caller(), mode: change.mode)
        context.console.say("Đã tắt \(options.channel).", "\(options.channel) is off.")
    }
}
