import ArgumentParser
import Operations
import Outreach

struct PostsCreate: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: say("Soạn một bài, hoặc một loạt bài lặp lại.", "Make a post, or a repeating series of posts."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var output: OutputOptions

    @Option(help: ArgumentHelp(say("Kênh.", "Channel.")))
    var channel: Slug

    @Option(help: ArgumentHelp(say("Ngày đăng.", "Day."), valueName: "yyyy-mm-dd"))
    var day: Day

    @Option(help: ArgumentHelp(say("Giờ đăng.", "Time."), valueName: "hh:mm"))
    var time: TimeOfDay

    @Option(help: ArgumentHelp(say("Tài liệu đã duyệt.", "An approved material.")))
    var material: Slug?

    @Option(help: ArgumentHelp(say("Tiêu đề, thay cho tiêu đề tài liệu.", "Title in place of the material's.")))
    var title: String?

    @Option(help: ArgumentHelp(say("Nội dung, thay cho bản của tài liệu.", "Text in place of the material's variant.")))
    var text: String?

    @Option(help: ArgumentHelp(say("Liên kết kèm theo.", "A link to go with it.")))
    var link: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Lặp lại: weekly, monthly, yearly, lunar-monthly, lunar-yearly.",
                "Repeat: weekly, monthly, yearly, lunar-monthly, lunar-yearly.")))
    var `repeat`: Repetition?

    @Option(help: ArgumentHelp(say("Lặp đến hết ngày này.", "Repeat until this day."), valueName: "yyyy-mm-dd"))
    var until: Day?

    func validate() throws {
        guard (`repeat` == nil) == (until == nil) else {
            throw ValidationError(say("--repeat và --until đi cùng nhau.", "--repeat and --until go together."))
        }
    }

    func run(in context: Context) async throws {
        var draft = PostDraft(channel: channel, material: material, day: day, time: time)
        draft.title = title
        draft.text = text
        draft.link = link
        let posts = try await context.workspace.createPosts(
            draft, repeating: try recurrence(), as: context.caller(), mode: change.mode)
        if output.json { try context.console.json(posts) } else { context.console.posts(posts) }
    }

    /// The rule that begins on the day of the first post.
    private func recurrence() throws -> Recurrence? {
        guard let kind = `repeat`, let until else { return nil }
        return Recurrence(try kind.rhythm(from: day), until: until)
    }
}
