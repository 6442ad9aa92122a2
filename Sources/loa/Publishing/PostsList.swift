import ArgumentParser
import Documents
import Operations
import Outreach

struct PostsList: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: say("Liệt kê bài đăng theo thời điểm.", "List posts by their moment."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    @Option(help: ArgumentHelp(say("Trạng thái (lặp lại được).", "State (may be repeated).")))
    var state: [PostState] = []

    @Option(help: ArgumentHelp(say("Kênh.", "Channel.")))
    var channel: Slug?

    @Option(help: ArgumentHelp(say("Chiến dịch.", "Campaign.")))
    var campaign: Slug?

    @Option(help: ArgumentHelp(say("Đơn vị.", "Unit.")))
    var unit: Slug?

    @OptionGroup var range: RangeOptions

    func run(in context: Context) async throws {
        var filter = PostFilter()
        filter.states = Set(state)
        filter.channel = channel
        filter.campaign = campaign
        filter.unit = unit
        filter.from = range.from.map { context.workspace.zone.instant($0, .midnight) }
        filter.before = range.to.map { context.workspace.zone.instant($0 + 1, .midnight) }
        filter.limit = range.limit
        let posts = try await context.workspace.posts(filter, as: context.caller())
        if output.json { try context.console.json(posts) } else { context.console.posts(posts) }
    }
}

extension Console {
    func posts(_ posts: [Post]) {
        table(
            [Heading.id, Heading.day, Heading.time, Heading.channel, Heading.state, Heading.title],
            posts.map { post in
                [
                    .text(post.id.short), .day(post.zone.day(of: post.moment)),
                    .text(post.zone.time(of: post.moment).description), .text(post.channel.description),
                    .text(post.state.words(language)), .text(post.title),
                ]
            })
        if posts.isEmpty { say("Không có bài nào.", "No posts.") }
    }
}
