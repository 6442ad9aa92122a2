import ArgumentParser
import Operations
import Outreach

struct PostsOverride: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "override",
        abstract: say(
            "Cho qua một phát hiện của một bài, nêu lý do; sửa một chữ là hết hiệu lực.",
            "Let one finding of a post pass, with a reason; any other word voids it."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions

    @Argument(help: ArgumentHelp(say("Mã bài.", "The post.")))
    var post: String

    @Option(
        help: ArgumentHelp(say("Phát hiện như “loa posts show” in ra.", "The finding as “loa posts show” prints it.")))
    var finding: FindingReference

    @Option(help: ArgumentHelp(say("Vì sao được.", "Why it may pass.")))
    var reason: String

    @Flag(help: ArgumentHelp(say("Rút lại điều đã cho qua.", "Take the override back.")))
    var withdraw = false

    func run(in context: Context) async throws {
        let (workspace, caller) = (context.workspace, try context.caller())
        if withdraw {
            let post = try await workspace.withdrawOverride(
                finding, of: post, reason: reason, as: caller, mode: change.mode)
            context.console.posts([post])
        } else {
            let reading = try await workspace.readPost(post, as: caller)
            guard let judged = reading.judgement.judged else { throw SafeguardingError.noRules }
            let now = try await workspace.override(
                finding, of: post, text: judged.text, reason: reason, as: caller, mode: change.mode)
            context.console.say(
                "Đã cho qua \(finding). Còn \(now.open.count) chỗ chặn bài này.",
                "Let \(finding) pass. \(now.open.count) more keep this post in.")
        }
    }
}
