import ArgumentParser
import Documents
import Operations
import Outreach

struct ConsentsTakeDowns: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "take-downs",
        abstract: say("Bài đã ra kênh mà phải gỡ.", "Posts that are out and have to be taken down."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    func run(in context: Context) async throws {
        let open = try await context.workspace.openTakeDowns(as: context.caller())
        if output.json { return try context.console.json(open.map(\.takeDown)) }
        let (zone, language) = (context.workspace.zone, context.console.language)
        context.console.table(
            [
                Message(vi: "Bài", en: "Post"), Heading.channel, Heading.title, Message(vi: "Liên kết", en: "Link"),
                Message(vi: "Vì sao", en: "Why"), Message(vi: "Từ lúc", en: "Since"),
            ],
            open.map { item in
                [
                    .text(item.post.id.short), .text(item.post.channel.description), .text(item.post.title),
                    .text(item.post.receipt?.link ?? "—"), .text(item.reason(language)),
                    .text(zone.written(item.takeDown.askedAt)),
                ]
            })
    }
}

struct ConsentsTakenDown: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "taken-down",
        abstract: say("Ghi rằng bài đã được gỡ khỏi kênh.", "Write down that a post is gone from its channel."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions

    @Argument(help: ArgumentHelp(say("Mã bài.", "The post.")))
    var post: String

    func run(in context: Context) async throws {
        let post = try await context.workspace.settleTakeDown(of: post, as: context.caller(), mode: change.mode)
        context.console.say("Đã ghi: bài \(post.id.short) được gỡ.", "Written down: \(post.id.short) is taken down.")
    }
}
