import ArgumentParser
import Operations
import Outreach

struct PostsEdit: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: say(
            "Sửa bài chưa gửi; phải duyệt lại từ đầu.", "Change a post not yet sent; it has to be approved anew."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions

    @Argument(help: ArgumentHelp(say("Mã bài hoặc phần cuối của mã.", "The post's id or its end.")))
    var post: String

    @Option(help: ArgumentHelp(say("Tiêu đề mới.", "New title.")))
    var title: String?

    @Option(help: ArgumentHelp(say("Nội dung mới.", "New text.")))
    var text: String?

    @Option(help: ArgumentHelp(say("Ngày mới.", "New day."), valueName: "yyyy-mm-dd"))
    var day: Day?

    @Option(help: ArgumentHelp(say("Giờ mới.", "New time."), valueName: "hh:mm"))
    var time: TimeOfDay?

    func validate() throws {
        guard title != nil || text != nil || day != nil || time != nil else {
            throw ValidationError(say("Nêu điều cần sửa.", "Say what to change."))
        }
    }

    func run(in context: Context) async throws {
        let changed = try await context.workspace.editPost(
            post, title: title, text: text, day: day, time: time, as: context.caller(), mode: change.mode)
        context.console.posts([changed])
    }
}
