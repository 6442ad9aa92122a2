import ArgumentParser
import Operations
import Outreach

struct PostsResolve: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve",
        abstract: say(
            "Ghi lại bài đăng tay, hoặc kết luận bài “chưa rõ”: đã đăng, gửi lại, hay chưa đăng.",
            "Write down a post made by hand, or settle an unknown one: posted, send again, or not out."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions

    @Argument(help: ArgumentHelp(say("Mã bài hoặc phần cuối của mã.", "The post's id or its end.")))
    var post: String

    @Flag(help: ArgumentHelp(say("Đã đăng.", "It is out.")))
    var posted = false

    @Flag(help: ArgumentHelp(say("Chưa đăng: gửi lại.", "It is not out: send it again.")))
    var sendAgain = false

    @Flag(
        help: ArgumentHelp(say("Chưa đăng: thành nháp để sửa hoặc bỏ.", "It is not out: a draft, to change or drop.")))
    var notPosted = false

    @Option(help: ArgumentHelp(say("Liên kết của bài.", "Link to it.")))
    var link: String?

    @Option(help: ArgumentHelp(say("Số lần phát (loa).", "Times played (loudspeaker).")))
    var plays: Int?

    @Option(help: ArgumentHelp(say("Số bản in đã treo, phát.", "Pieces put up or handed out.")))
    var prints: Int?

    @Option(help: ArgumentHelp(say("Lúc nào (mặc định: bây giờ).", "When (default: now)."), valueName: "rfc3339"))
    var at: Instant?

    @Option(help: ArgumentHelp(say("Lời nhắn.", "A comment.")))
    var comment = ""

    func validate() throws {
        guard [posted, sendAgain, notPosted].count(where: \.self) == 1 else {
            throw ValidationError(
                say(
                    "Chọn một: --posted, --send-again hoặc --not-posted.",
                    "Choose one: --posted, --send-again or --not-posted."))
        }
        guard plays == nil || prints == nil else {
            throw ValidationError(say("Chỉ ghi --plays hoặc --prints.", "Give --plays or --prints, not both."))
        }
    }

    func run(in context: Context) async throws {
        let figure = plays.map { (Metric.plays, $0) } ?? prints.map { (Metric.prints, $0) }
        let finding: PostFinding =
            sendAgain ? .sendAgain : notPosted ? .notOut : .posted(link: link, at: at, figure: figure)
        let resolved = try await context.workspace.resolvePost(
            post, finding, comment: comment, as: context.caller(), mode: change.mode)
        context.console.posts([resolved])
    }
}
