import ArgumentParser
import Operations
import Outreach

/// What a hold lies over: exactly one of these.
struct HoldOptions: ParsableArguments {
    @Option(help: ArgumentHelp(say("Một bài (mã đầy đủ hoặc phần cuối).", "One post (its id or its end).")))
    var post: String?

    @Option(help: ArgumentHelp(say("Một kênh.", "A channel.")))
    var channel: Slug?

    @Option(help: ArgumentHelp(say("Một chiến dịch.", "A campaign.")))
    var campaign: Slug?

    @Option(help: ArgumentHelp(say("Một đơn vị và các đơn vị dưới nó.", "A unit and those below it.")))
    var unit: Slug?

    @Flag(help: ArgumentHelp(say("Tất cả.", "Everything.")))
    var all = false

    func validate() throws {
        let given = [post != nil, channel != nil, campaign != nil, unit != nil, all].filter(\.self).count
        guard given == 1 else {
            throw ValidationError(
                say(
                    "Chọn đúng một: --post, --channel, --campaign, --unit hoặc --all.",
                    "Choose exactly one: --post, --channel, --campaign, --unit or --all."))
        }
    }

    func scope(in context: Context) async throws -> HoldScope {
        if let post { return .post(try await context.workspace.post(post, as: context.caller()).post.id) }
        if let channel { return .channel(channel) }
        if let campaign { return .campaign(campaign) }
        if let unit { return .unit(unit) }
        return .everything
    }
}

struct PostsHold: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold", abstract: say("Tạm dừng gửi ngay.", "Stop sending at once."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var target: HoldOptions

    @Option(help: ArgumentHelp(say("Vì sao.", "Why.")))
    var reason: String

    func run(in context: Context) async throws {
        let hold = try await context.workspace.hold(
            try await target.scope(in: context), reason: reason, as: context.caller(), mode: change.mode)
        if hold.reason != reason.normalized.trimmed {
            context.console.say("Lý do ghi lại: \(hold.reason)", "Reason kept: \(hold.reason)")
        }
        context.console.say("Đã tạm dừng \(hold.scope.words.vietnamese).", "Held: \(hold.scope.words.english).")
    }
}

struct PostsRelease: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: say("Cho gửi tiếp.", "Let sending go on."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var target: HoldOptions

    func run(in context: Context) async throws {
        let scope = try await target.scope(in: context)
        if let next = try await context.workspace.release(scope, as: context.caller(), mode: change.mode) {
            return context.console.say(next.wordsOfNext)
        }
        context.console.say("Đã cho gửi tiếp \(scope.words.vietnamese).", "Released: \(scope.words.english).")
    }
}
