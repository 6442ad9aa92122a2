import ArgumentParser
import Documents
import Operations
import Outreach

struct ReachLog: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: say("Ghi số đọc được trên trang.", "Write down a figure read off a page."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions

    @Argument(help: ArgumentHelp(say("Mã bài hoặc phần cuối của mã.", "The post's id or its end.")))
    var post: String

    @Option(help: ArgumentHelp(say("Số đo.", "Metric.")))
    var metric: Metric

    @Option(help: ArgumentHelp(say("Giá trị đến lúc này.", "The total so far.")))
    var value: Int

    @Option(help: ArgumentHelp(say("Lúc đo (mặc định: bây giờ).", "When (default: now)."), valueName: "rfc3339"))
    var at: Instant?

    @Flag(help: ArgumentHelp(say("Ước lượng.", "An estimate.")))
    var estimated = false

    func run(in context: Context) async throws {
        let entry = SampleEntry(post: post, metric: metric, value: value, capturedAt: at, isEstimated: estimated)
        let recorded = try await context.workspace.recordSamples(
            [entry], source: .typed, as: context.caller(), mode: change.mode)
        if recorded.isEmpty {
            context.console.say("Số này đã ghi từ trước.", "This figure was recorded before.")
        } else {
            context.console.say(
                "Đã ghi \(metric.rawValue) = \(context.console.number(value)).",
                "Recorded \(metric.rawValue) = \(context.console.number(value)).")
        }
    }
}
