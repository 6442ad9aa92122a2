import ArgumentParser
import Documents
import Operations
import Outreach

struct UsersDisable: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable",
        abstract: say(
            "Khóa tài khoản: không đăng nhập được nữa, kết thúc mọi phiên.", "Keep a user out and end every session."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions

    @Argument(help: ArgumentHelp(say("Người dùng.", "The user.")))
    var id: Slug

    func run(in context: Context) async throws {
        let user = try await context.workspace.disableUser(id, as: context.caller(), mode: change.mode)
        context.console.say("Đã khóa \(user.id).", "Disabled \(user.id).")
    }
}
