import ArgumentParser
import Documents
import Operations
import Outreach

struct Reach: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say("Số đo tiếp cận.", "Reach."),
        subcommands: [ReachLog.self, ReachList.self, ReachImport.self, ReachPull.self])
}

struct ReachLog: LoaCommand {
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
        change.remark(context.console)
    }
}

struct ReachList: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: say("Số đo, mới nhất trước.", "Samples, newest first."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    @Option(help: ArgumentHelp(say("Của đơn vị này.", "Of this unit.")))
    var unit: Slug?

    @Option(help: ArgumentHelp(say("Của bài này.", "Of this post.")))
    var post: String?

    @Option(help: ArgumentHelp(say("Số dòng tối đa.", "At most so many.")))
    var limit = 200

    func run(in context: Context) async throws {
        let caller = try context.caller()
        let samples =
            if let post {
                try await context.workspace.samples(of: post, as: caller)
            } else {
                try await context.workspace.samples(within: unit, limit: limit, as: caller)
            }
        if output.json { return try context.console.json(samples) }
        context.console.table(
            [
                Message(vi: "Bài", en: "Post"), Message(vi: "Số đo", en: "Metric"), Heading.value, Heading.time,
                Message(vi: "Nguồn", en: "Source"),
            ],
            samples.map { sample in
                [
                    .text(sample.post.short), .text(sample.metric.rawValue), .integer(sample.value),
                    .text(context.workspace.zone.rfc3339(sample.capturedAt)), .text(sample.source.rawValue),
                ]
            })
    }
}

struct ReachImport: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: say("Nhập số đo từ CSV.", "Import figures from CSV."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions

    @Argument(
        help: ArgumentHelp(
            say("Tệp CSV, hoặc - để đọc từ đầu vào.", "CSV file, or - for standard input."), valueName: "file"))
    var file: String

    func run(in context: Context) async throws {
        let report = try await context.workspace.importSamples(
            Files.read(file), file: file, as: context.caller(), mode: change.mode)
        try report.finish(context.console, change)
    }
}

struct ReachPull: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "pull", abstract: say("Hỏi số đo từ các kênh.", "Ask the channels for figures."))

    @OptionGroup var common: CommonOptions

    @Flag(
        help: ArgumentHelp(
            say("Hỏi ngay mọi bài, không đợi đến hẹn.", "Ask about every post now, whatever the schedule.")))
    var all = false

    func run(in context: Context) async throws {
        let report = try await context.workspace.pullSamples(ignoringSchedule: all, as: context.caller())
        for (post, reason) in report.failures {
            context.console.say("! \(post.id.short): \(reason.vietnamese)", "! \(post.id.short): \(reason.english)")
        }
        context.console.say(
            "Hỏi \(report.asked) bài, được \(report.samples.count) số đo.",
            "Asked about \(report.asked) posts, got \(report.samples.count) figures.")
        if report.samples.isEmpty, !report.failures.isEmpty { throw CommandError.checkFailed }
    }
}
