import ArgumentParser
import Documents
import Operations
import Outreach

struct PlansShow: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: say(
            "Nhiệm vụ, chỉ tiêu, và việc đã làm cho từng nhiệm vụ.", "Duties, targets, and what was done for each."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: ArgumentHelp(say("Mã kế hoạch.", "The plan's slug.")))
    var id: Slug

    @Option(
        help: ArgumentHelp(
            say("Tính từ ngày (mặc định: đầu năm nay).", "Counted from (default: 1 January)."), valueName: "yyyy-mm-dd")
    )
    var from: Day?

    @Option(help: ArgumentHelp(say("Đến ngày (mặc định: hôm nay).", "To (default: today)."), valueName: "yyyy-mm-dd"))
    var to: Day?

    func run(in context: Context) async throws {
        let today = context.workspace.today
        let first = from ?? Day(year: today.year, month: 1, day: 1) ?? today
        guard let range = DayRange(first, to ?? today) else {
            throw CommandError.usage(
                Message(vi: "Ngày kết thúc trước ngày bắt đầu.", en: "The end lies before the start."))
        }
        let (plan, duties) = try await context.workspace.plan(id, during: range, as: context.caller())
        if output.json {
            return try context.console.json(
                Output(
                    plan: plan,
                    progress: duties.map { Progress(duty: $0.duty.id, posts: $0.posts, sessions: $0.sessions) }))
        }
        let language = context.console.language
        context.console.write(plan.title(language))
        context.console.table(
            [
                Heading.id, Message(vi: "Chủ trì", en: "Lead"), Message(vi: "Bài", en: "Posts"),
                Message(vi: "Buổi", en: "Sessions"), Message(vi: "Nhiệm vụ", en: "Duty"),
                Message(vi: "Nguồn", en: "Source"),
            ],
            duties.map { progress in
                [
                    .text(progress.duty.id.description),
                    .text(progress.duty.lead.map(\.description).joined(separator: ", ")), .integer(progress.posts),
                    .integer(progress.sessions), .text(progress.duty.task(language)),
                    .text(progress.duty.source.section),
                ]
            })
        context.console.write("")
        context.console.table(
            [Message(vi: "TT", en: "No"), Message(vi: "Chỉ tiêu", en: "Target"), Heading.value],
            plan.targets.map { [.text($0.row), .text($0.content(language)), .text($0.value.description)] })
    }

    private struct Output: Encodable {
        let plan: CommitteePlan
        let progress: [Progress]
    }

    private struct Progress: Encodable {
        let duty: Slug
        let posts: Int
        let sessions: Int
    }
}
