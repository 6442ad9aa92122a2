import ArgumentParser
import Documents
import Operations
import Outreach

struct ReachPull: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "pull", abstract: say("Hỏi số đo từ các kênh.", "Ask the channels for figures."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions

    @Flag(
        help: ArgumentHelp(
            say("Hỏi ngay mọi bài, không đợi đến hẹn.", "Ask about every post now, whatever the schedule.")))
    var all = false

    func run(in context: Context) async throws {
        let report = try await context.workspace.pullSamples(
            ignoringSchedule: all, as: context.caller(), mode: change.mode)
        for (post, reason) in report.failures {
            context.console.say("! \(post.id.short): \(reason.vietnamese)", "! \(post.id.short): \(reason.english)")
        }
        context.console.say(
            "Hỏi \(report.asked) bài, được \(report.samples.count) số đo.",
            "Asked about \(report.asked.of("post", "posts")), got \(report.samples.count.of("figure", "figures")).")
        if report.samples.isEmpty, !report.failures.isEmpty { throw CommandError.checkFailed }
    }
}
