import ArgumentParser
import Documents
import Operations
import Outreach

struct UsersRename: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "rename",
        abstract: say("Sửa họ tên; tên đăng nhập giữ nguyên.", "Correct the full name; the log-in name stays."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions

    @Argument(help: ArgumentHelp(say("Người dùng.", "The user.")))
    var id: Slug

    @Option(help: ArgumentHelp(say("Họ tên.", "Full name.")))
    var name: String

    func run(in context: Context) async throws {
        let user = try await context.workspace.renameUser(id, to: name, as: context.caller(), mode: change.mode)
        context.console.say("\(user.id): \(user.name)", "\(user.id): \(user.name)")
    }
}
