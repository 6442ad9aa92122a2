import ArgumentParser
import Documents
import Operations
import Outreach

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

    func validate() throws { try Limit.validate(limit) }

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
                    .text(context.workspace.zone.written(sample.capturedAt)), .text(sample.source.rawValue),
                ]
            })
    }
}
