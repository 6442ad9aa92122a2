import ArgumentParser
import Operations
import Outreach

struct BenchFill: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "fill",
        abstract: say(
            "Đổ bài đã duyệt, đến giờ ngay, vào một thư mục làm việc bỏ đi.",
            "Fill a throw-away workspace with approved posts that are due at once."))

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp(say("Số bài.", "How many posts.")))
    var posts: Int

    @Option(help: ArgumentHelp(say("Mã kênh.", "The channel."), valueName: "id"))
    var channel: Slug

    func validate() throws {
        guard posts > 0 else { throw ValidationError(say("--posts từ 1 trở lên.", "--posts is at least 1.")) }
    }

    func run(in context: Context) async throws {
        let console = context.console
        try await context.workspace.fillWithPosts(posts, on: channel, as: context.callerOrFirst()) { done in
            console.progress(Message(vi: "Đã tạo \(done)…", en: "Made \(done)…"))
        }
        console.endProgress()
        console.say("Đã tạo \(posts) bài trên kênh \(channel).", "Made \(posts) posts on channel \(channel).")
    }
}
